import type { AreaId } from '#domain/base/brand.ts';
import type { Changes, ClockReading } from '#protocol/live.ts';
import { areasWithGap, type Board } from './board.ts';
import type { BoardMessage } from './board-reducer.ts';
import type { Wire } from './wire.ts';

export interface SyncParts {
  wire: Wire;
  wait(milliseconds: number): Promise<void>;
  board(): Board;
  /** Folds a message into the board. May throw when the board has come apart from the server's. */
  take(message: BoardMessage): void;
  /** What the server's clock shows, told with every answer to `watch`: it may have been started anew. */
  onClock(reading: ClockReading): void;
  /** True when the last `watch` on the present line was answered. */
  onWatching(watching: boolean): void;
  /** The server does not let this person watch these areas. */
  onForbidden(): void;
  /** The board had come apart and is being fetched anew. */
  onMismatch(areaId: AreaId, error: unknown): void;
}

export interface Sync {
  /** Watches exactly these areas from now on. */
  turnTo(areas: readonly AreaId[]): void;
  /** The line has come up, or something is missing: ask for what this screen lacks. */
  resync(): void;
  receive(changes: Changes): void;
}

const AGAIN_AFTER_MS = 500;

/**
 * Keeps the board in step with the server's log: `watch` with the `seq` that the board has on every new line and
 * whenever something is missing, and a snapshot where the board cannot be trusted.
 */
export function createSync(parts: SyncParts): Sync {
  let areas: readonly AreaId[] = [];
  let asking = false;
  let again = false;

  function take(areaId: AreaId, message: BoardMessage): void {
    try {
      parts.take(message);
    } catch (error) {
      parts.onMismatch(areaId, error);
      parts.take({ kind: 'left', areaId });
      resync();
    }
  }

  async function ask(): Promise<void> {
    const asked = areas;
    const since: Record<AreaId, number> = {};
    for (const areaId of asked) {
      const seq = parts.board().areas.get(areaId)?.seq;
      if (seq !== undefined) since[areaId] = seq;
    }
    const answer = await parts.wire.watch({ areas: asked, since });
    if (asked !== areas) {
      again = true;
      return;
    }
    if (!answer.ok) {
      if (answer.code === 'retry') throw new Error(answer.title);
      parts.onForbidden();
      return;
    }
    for (const snapshot of answer.data.snapshots) {
      // A snapshot of less than this screen has seen comes from another database: the old one is no longer true.
      const known = parts.board().areas.get(snapshot.area);
      if (known && known.seq > snapshot.seq && since[snapshot.area] !== undefined)
        parts.take({ kind: 'left', areaId: snapshot.area });
      take(snapshot.area, { kind: 'snapshot', snapshot });
    }
    parts.onClock(answer.data.clock);
    for (const changes of answer.data.changes) take(changes.area, { kind: 'changes', changes });
    parts.onWatching(true);
    if (areasWithGap(parts.board()).length > 0) again = true;
  }

  function resync(): void {
    if (asking) {
      again = true;
      return;
    }
    if (!parts.wire.isUp() || areas.length === 0) return;
    asking = true;
    again = false;
    ask()
      .catch(() => {
        // No answer on this line. A new line asks by itself; on the same one it is asked again after a pause.
        again = true;
        return parts.wait(AGAIN_AFTER_MS);
      })
      .finally(() => {
        asking = false;
        if (again) resync();
      });
  }

  return {
    turnTo(next) {
      const left = areas.filter((areaId) => !next.includes(areaId));
      areas = [...next];
      for (const areaId of left) parts.take({ kind: 'left', areaId });
      resync();
    },
    resync,
    receive(changes) {
      if (!areas.includes(changes.area)) return;
      take(changes.area, { kind: 'changes', changes });
      if (parts.board().early.has(changes.area) && parts.board().areas.has(changes.area)) resync();
    },
  };
}
