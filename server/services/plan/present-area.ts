import type { Sql } from '#db/client.ts';
import type { AreaWork } from '#db/query/area-work.ts';
import { areaSeqs } from '#db/query/event.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import { type PresentDay, presentDay } from '#domain/scheduling/present-day.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localDate, MINUTE } from '#domain/time/zone.ts';
import type { AreaWorks } from './area-works.ts';
import { DayFooting } from './day-footing.ts';

/** The rest of an area's day, ready for questions. */
export interface PresentArea {
  seq: number;
  work: AreaWork;
  footing: DayFooting;
  day: PresentDay;
  resident: ResidentPlan;
}

/**
 * Keeps the areas that were asked about last. Each is brought up to now when its log has grown or the minute has changed: an event costs
 * what it has changed, not the area.
 */
export class PresentAreas {
  private readonly sql: Sql;
  private readonly works: AreaWorks;
  private readonly kept = new Map<AreaId, PresentArea & { minute: number }>();

  constructor(sql: Sql, works: AreaWorks) {
    this.sql = sql;
    this.works = works;
  }

  /** The area as it stands; null when there is none. */
  async of(areaId: AreaId, now: Instant): Promise<PresentArea | null> {
    const minute = Math.floor(now / MINUTE);
    const known = this.kept.get(areaId);
    const head = (await areaSeqs(this.sql, [areaId])).get(areaId);
    if (known && known.seq === head && known.minute === minute) return known;
    const read = await this.works.of(areaId, now);
    if (!read) {
      this.kept.delete(areaId);
      return null;
    }
    const { seq, work } = read;
    const date = localDate(now, resolveStandard(work.area.standardId).get('tz'));
    const footing = DayFooting.under(work.area, date, known?.footing);
    const present = { seq, work, minute, footing, ...readyFor(work, footing, now) };
    this.kept.set(areaId, present);
    return present;
  }
}

/** The rest of the day as it will run, and its plan in force held ready for questions; with `everybody` also of those who are off duty. */
export function readyFor(
  work: AreaWork,
  { book, ground, expectations }: DayFooting,
  now: Instant,
  everybody = false,
): Pick<PresentArea, 'day' | 'resident'> {
  const positions = new Map(work.positions.map((position) => [position.technicianId, position]));
  const ask = { ...work, positionOf: (id: string) => positions.get(id), now };
  const day = presentDay({ ...ask, book, everybody, expected: expectations.of(ask) });
  // Whose promise is broken anyway is not held to the technician by it.
  const published = day.asItRuns.published?.filter(({ visit }) => !day.broken.has(visit)) ?? [];
  return { day, resident: new ResidentPlan({ ...day.asItRuns, published }, day.inForce, ground) };
}
