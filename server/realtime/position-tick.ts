import type { AreaId, Instant, TechnicianId } from '#domain/base/brand.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { PositionFix, PositionRow } from '#protocol/live.ts';
import type { LiveSocket, RealtimeParts } from './parts.ts';
import { positionRoom } from './rooms.ts';

export interface PositionTickParts
  extends Pick<RealtimeParts, 'log' | 'now' | 'elapsed' | 'takePositions' | 'positionsStoredAfter'> {
  /** The areas whose positions someone watches. */
  watchedAreas(): AreaId[];
  send(areaId: AreaId, at: Instant, list: readonly PositionRow[]): void;
}

export interface PositionTick {
  /** Takes fixes for the next tick. False when there is no room: positions are the first thing to be dropped. */
  offer(technicianId: TechnicianId, fixes: readonly PositionFix[]): boolean;
  /** Shows a screen the newest positions of its areas, as when it was told none for a while. */
  show(socket: LiveSocket): Promise<void>;
  stop(): Promise<void>;
}

const TICK_MS = 200;
/** Read a little further back than the last reading: a transaction may store with an earlier clock than it commits. */
const OVERLAP_MS = 3_000;
/** So often every newest position is looked at, so that one which was stored and committed long apart is told late rather than never. */
const LOOK_AT_ALL_MS = 5_000;
/** An instant by the database's clock that lies before every other. */
const EVER: Instant = 0;
const MAX_WAITING_FIXES = 20_000;

/**
 * The road of positions, apart from that of commands. Five times a second: store what has come in since, in one batch;
 * then read what has moved, whichever node or road stored it, and tell each area's watchers once, the newest only.
 */
export function createPositionTick(parts: PositionTickParts): PositionTick {
  let waiting = new Map<TechnicianId, PositionFix[]>();
  let waitingCount = 0;
  let readAt: Instant = EVER;
  let lookedAtAll = Number.NEGATIVE_INFINITY;
  let failing = false;
  const told = new Map<TechnicianId, Instant>();

  async function tick(): Promise<void> {
    const taken = waiting;
    waiting = new Map();
    waitingCount = 0;
    if (taken.size > 0) {
      const reports = [...taken].map(([technicianId, fixes]) => ({ technicianId, fixes }));
      await parts.takePositions(reports, parts.now());
    }
    await tellMoved();
  }

  async function tellMoved(): Promise<void> {
    const areas = parts.watchedAreas();
    if (areas.length === 0) {
      lookedAtAll = Number.NEGATIVE_INFINITY;
      told.clear();
      return;
    }
    const at = parts.elapsed();
    const all = at - lookedAtAll >= LOOK_AT_ALL_MS;
    const moved = await parts.positionsStoredAfter(areas, all ? EVER : readAt - OVERLAP_MS);
    readAt = moved.readAt;
    if (all) lookedAtAll = at;
    const byArea = new Map<AreaId, PositionRow[]>();
    for (const position of moved.positions) {
      if ((told.get(position.technicianId) ?? 0) >= position.occurredAt) continue;
      told.set(position.technicianId, position.occurredAt);
      const list = byArea.get(position.areaId) ?? [];
      list.push(rowOf(position));
      byArea.set(position.areaId, list);
    }
    for (const [areaId, list] of byArea) parts.send(areaId, parts.now(), list);
  }

  let current: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (current) return;
    current = tick()
      .then(
        () => {
          failing = false;
        },
        (error) => {
          if (!failing) parts.log.warn({ err: error }, 'positions are being dropped: they cannot be stored');
          failing = true;
        },
      )
      .finally(() => {
        current = null;
      });
  }, TICK_MS);
  timer.unref();

  return {
    offer(technicianId, fixes) {
      if (waitingCount + fixes.length > MAX_WAITING_FIXES) return false;
      waitingCount += fixes.length;
      const before = waiting.get(technicianId);
      if (before) before.push(...fixes);
      else waiting.set(technicianId, [...fixes]);
      return true;
    },
    async show(socket) {
      const areas = [...socket.data.watched].filter((areaId) => socket.rooms.has(positionRoom(areaId)));
      if (areas.length === 0) return;
      const { positions } = await parts.positionsStoredAfter(areas, EVER);
      socket.emit('positions', { at: parts.now(), list: positions.map(rowOf) });
    },
    async stop() {
      clearInterval(timer);
      await current;
    },
  };
}

function rowOf(position: TechnicianPosition): PositionRow {
  const { technicianId, lng, lat, accuracyM, speed, heading, occurredAt, receivedAt } = position;
  return [technicianId, lng, lat, accuracyM, speed, heading, occurredAt, receivedAt];
}
