import type { AreaId, Instant, TechnicianId } from '#domain/base/brand.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { PositionFix, PositionRow } from '#protocol/live.ts';
import type { RealtimeParts } from './parts.ts';

export interface PositionTickParts
  extends Pick<RealtimeParts, 'log' | 'now' | 'takePositions' | 'positionsStoredAfter'> {
  /** The areas whose positions someone watches. */
  watchedAreas(): AreaId[];
  send(areaId: AreaId, at: Instant, list: readonly PositionRow[]): void;
}

export interface PositionTick {
  /** Takes fixes for the next tick. False when there is no room: positions are the first thing to be dropped. */
  offer(technicianId: TechnicianId, fixes: readonly PositionFix[]): boolean;
  stop(): Promise<void>;
}

const TICK_MS = 200;
/** Read a little further back than the last reading: a transaction may store with an earlier clock than it commits. */
const OVERLAP_MS = 3_000;
const MAX_WAITING_FIXES = 20_000;

/**
 * The road of positions, apart from that of commands. Five times a second: store what has come in since, in one batch;
 * then read what has moved, whichever node or road stored it, and tell each area's watchers once, the newest only.
 */
export function createPositionTick(parts: PositionTickParts): PositionTick {
  let waiting = new Map<TechnicianId, PositionFix[]>();
  let waitingCount = 0;
  let readAt: Instant | null = null;
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
      readAt = null;
      told.clear();
      return;
    }
    const moved = await parts.positionsStoredAfter(areas, (readAt ?? parts.now()) - OVERLAP_MS);
    readAt = moved.readAt;
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
