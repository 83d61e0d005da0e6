import type { Sql } from '#db/client.ts';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { areaSeqs } from '#db/query/event.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import { type PresentDay, presentDay } from '#domain/scheduling/present-day.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { AreaState } from '#protocol/live.ts';

/** The rest of an area's day, ready for questions. */
export interface PresentArea {
  seq: number;
  state: Omit<AreaState, 'cards'>;
  day: PresentDay;
  resident: ResidentPlan;
}

/** Keeps the areas that were asked about last; each is read again when its log has grown or the minute has changed. */
export class PresentAreas {
  private readonly sql: Sql;
  private readonly kept = new Map<AreaId, PresentArea & { minute: number }>();

  constructor(sql: Sql) {
    this.sql = sql;
  }

  /** The area as it stands; null when there is none. */
  async of(areaId: AreaId, now: Instant): Promise<PresentArea | null> {
    const minute = Math.floor(now / MINUTE);
    const known = this.kept.get(areaId);
    const head = (await areaSeqs(this.sql, [areaId])).get(areaId);
    if (known && known.seq === head && known.minute === minute) return known;
    const read = await areaSnapshot(this.sql, areaId, now);
    if (!read) {
      this.kept.delete(areaId);
      return null;
    }
    const { seq, state } = read;
    const positions = new Map(state.positions.map((position) => [position.technicianId, position]));
    const day = presentDay({ ...state, positionOf: (id) => positions.get(id), now });
    // Whose promise is broken anyway is not held to the technician by it.
    const published = day.asItRuns.published?.filter(({ visit }) => !day.broken.has(visit)) ?? [];
    const resident = new ResidentPlan({ ...day.asItRuns, published }, day.inForce);
    const present = { seq, state, day, resident, minute };
    this.kept.set(areaId, present);
    return present;
  }
}
