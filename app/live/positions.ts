import type { TechnicianId } from '#domain/base/brand.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import type { PositionRow } from '#protocol/live.ts';

/** Where the technicians are. Kept outside React: map layers listen and move their pins themselves. */
export interface PositionStore {
  get(technicianId: TechnicianId): TechnicianPosition | undefined;
  all(): ReadonlyMap<TechnicianId, TechnicianPosition>;
  /** Takes positions in; an older one never replaces a newer one. */
  take(positions: readonly TechnicianPosition[]): void;
  /** Forgets all positions, as when the screen turns to other areas. */
  clear(): void;
  /** Calls `moved` with the technicians whose position changed; returns how to stop. */
  subscribe(moved: (changed: ReadonlySet<TechnicianId>) => void): () => void;
}

export function createPositionStore(): PositionStore {
  const positions = new Map<TechnicianId, TechnicianPosition>();
  const listeners = new Set<(changed: ReadonlySet<TechnicianId>) => void>();
  const tell = (changed: ReadonlySet<TechnicianId>) => {
    if (changed.size > 0) for (const listener of listeners) listener(changed);
  };
  return {
    get: (technicianId) => positions.get(technicianId),
    all: () => positions,
    take(fresh) {
      const changed = new Set<TechnicianId>();
      for (const position of fresh) {
        const known = positions.get(position.technicianId);
        if (known && known.occurredAt >= position.occurredAt) continue;
        positions.set(position.technicianId, position);
        changed.add(position.technicianId);
      }
      tell(changed);
    },
    clear() {
      const changed = new Set(positions.keys());
      positions.clear();
      tell(changed);
    },
    subscribe(moved) {
      listeners.add(moved);
      return () => listeners.delete(moved);
    },
  };
}

/** A position as it comes over the wire. */
export function positionOf(row: PositionRow): TechnicianPosition {
  const [technicianId, lng, lat, accuracyM, speed, heading, occurredAt, receivedAt] = row;
  return { technicianId, lng, lat, accuracyM, speed, heading, occurredAt, receivedAt };
}
