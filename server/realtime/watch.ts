import type { AreaId } from '#domain/base/brand.ts';
import { seesPositions } from '#domain/privacy/sees-positions.ts';
import type { Changes, Snapshot, WatchAnswer } from '#protocol/live.ts';
import { parse } from '#protocol/schema.ts';
import { watchSchema } from '#protocol/schema-live.ts';
import { eventsSeen } from '#server/access/technician-seen.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import { changedCards } from './changed-cards.ts';
import type { LiveSocket, RealtimeParts } from './parts.ts';
import type { Relay } from './relay.ts';
import { areaRoom, maskOf, maskRoom, positionRoom, presenceRoom, seesPresence } from './rooms.ts';

/** Whoever is further behind gets a snapshot: it is smaller than what was missed. */
const MAX_MISSED = 5_000;

/**
 * Turns a socket to exactly these areas and answers with what it lacks of each: the changes it missed since the `seq` it
 * names, else a snapshot. The rooms are joined before anything is read, so that between the answer and the first
 * change that follows nothing can be missed; what comes twice the screen drops.
 */
export async function watch(
  socket: LiveSocket,
  ask: unknown,
  parts: RealtimeParts,
  relay: Relay,
): Promise<WatchAnswer> {
  const parsed = parse(watchSchema, ask);
  if (!parsed.ok)
    return { ok: false, code: 'invalid', title: `${parsed.fault.field}: ${parsed.fault.message}` };
  const { viewer } = socket.data;
  const areas = [...new Set(parsed.value.areas)];
  const foreign = areas.find((areaId) => !seesArea(viewer, areaId));
  if (foreign !== undefined) return notFound(foreign);

  const heads = await parts.heads(areas);
  const unknown = areas.find((areaId) => !heads.has(areaId));
  if (unknown !== undefined) return notFound(unknown);

  for (const areaId of socket.data.watched) if (!areas.includes(areaId)) await leaveArea(socket, areaId);
  const snapshots: Snapshot[] = [];
  const changes: Changes[] = [];
  for (const areaId of areas) {
    // Before anything is awaited: as long as someone watches an area the relay does not let go of it.
    socket.data.watched.add(areaId);
    await relay.follow(areaId);
    await joinRooms(socket, areaId);
    const since = parsed.value.since?.[areaId];
    const missed = since === undefined ? null : await missedSince(viewer, areaId, since, parts);
    if (missed) changes.push(missed);
    else snapshots.push(await parts.snapshot(viewer, areaId));
  }
  const clock = { now: parts.now(), rate: parts.clockRate };
  return { ok: true, data: { snapshots, changes, clock } };
}

/** One answer for what is not there and for what is not yours. */
function notFound(areaId: AreaId): WatchAnswer {
  return {
    ok: false,
    code: 'forbidden',
    title: `There is no area ${JSON.stringify(areaId)} that you may watch.`,
  };
}

async function joinRooms(socket: LiveSocket, areaId: AreaId): Promise<void> {
  // A closed socket has left its rooms for good; joined again it would never leave them.
  if (!socket.connected) return;
  const { viewer } = socket.data;
  const rooms = [areaRoom(areaId), maskRoom(areaId, maskOf(viewer))];
  if (seesPositions(viewer.role)) rooms.push(positionRoom(areaId));
  if (seesPresence(viewer)) rooms.push(presenceRoom(areaId));
  await socket.join(rooms);
}

async function leaveArea(socket: LiveSocket, areaId: AreaId): Promise<void> {
  socket.data.watched.delete(areaId);
  const rooms = [areaRoom, positionRoom, presenceRoom].map((room) => room(areaId));
  for (const room of [...rooms, maskRoom(areaId, maskOf(socket.data.viewer))]) await socket.leave(room);
}

/** What was missed, or null when a snapshot is the better answer. */
async function missedSince(
  viewer: Viewer,
  areaId: AreaId,
  since: number,
  parts: RealtimeParts,
): Promise<Changes | null> {
  const head = (await parts.heads([areaId])).get(areaId) ?? 0;
  // Ahead of the log: the screen has seen another database, such as one restored from a backup.
  if (since > head || head - since > MAX_MISSED) return null;
  const events = eventsSeen(viewer, await parts.logAfter(areaId, since, MAX_MISSED));
  const changed = changedCards(events);
  const mine = viewer.technicianId ? (changed.technicians.get(viewer.technicianId) ?? []) : [];
  const orderIds = [...new Set([...changed.everyone, ...mine])];
  const cards = orderIds.length > 0 ? await parts.cards(viewer, orderIds) : [];
  return { area: areaId, from: since, to: events.at(-1)?.seq ?? since, events, cards };
}
