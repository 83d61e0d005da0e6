import type { AreaId } from '#domain/base/brand.ts';
import type { Changes, LogEvent } from '#protocol/live.ts';
import { eventsSeen } from '#server/access/technician-seen.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { changedCards } from './changed-cards.ts';
import type { LiveServer, RealtimeParts } from './parts.ts';
import { areaRoom, type Mask, maskOf, maskRoom } from './rooms.ts';

/**
 * Sends a stretch of an area's log to everyone who watches it. It is the same for all, and written out once, except for
 * those whose view of a customer changes with it, or who may not see all of it: they get it with the cards that they may see, masked
 * for them.
 */
export async function sendChanges(
  io: LiveServer,
  cards: RealtimeParts['cards'],
  areaId: AreaId,
  from: number,
  events: readonly LogEvent[],
): Promise<void> {
  const changes: Changes = { area: areaId, from, to: events.at(-1)?.seq ?? from, events };
  const changed = changedCards(events);
  const special: string[] = [];
  for (const [mask, viewer] of masksIn(io, areaId)) {
    const mine = viewer.technicianId ? changed.technicians.get(viewer.technicianId) : undefined;
    const orderIds = [...new Set([...changed.everyone, ...(mine ?? [])])];
    const visible = orderIds.length > 0 ? await cards(viewer, orderIds) : [];
    const seen = eventsSeen(viewer, events);
    if (visible.length === 0 && seen === events) continue;
    const room = maskRoom(areaId, mask);
    io.to(room).emit('changes', { ...changes, events: seen, cards: visible });
    special.push(room);
  }
  io.to(areaRoom(areaId)).except(special).emit('changes', changes);
}

/** The masks worn in an area, each with one viewer who wears it. */
function masksIn(io: LiveServer, areaId: AreaId): Map<Mask, Viewer> {
  const masks = new Map<Mask, Viewer>();
  for (const socket of io.of('/').sockets.values())
    if (socket.data.watched.has(areaId)) masks.set(maskOf(socket.data.viewer), socket.data.viewer);
  return masks;
}
