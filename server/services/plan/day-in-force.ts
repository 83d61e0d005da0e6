import type { AreaWork } from '#db/query/area-work.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { belongsToDay } from '#domain/scheduling/day-orders.ts';
import { type DayAsk, type DayClock, dayProblem } from '#domain/scheduling/day-problem.ts';
import { areaTravel } from '#domain/scheduling/day-travel.ts';
import { centreOf } from '#domain/scheduling/expected-area.ts';
import { ResidentPlan } from '#domain/scheduling/insertion.ts';
import type { Visit } from '#domain/scheduling/model.ts';
import { publishedOrders } from '#domain/scheduling/read-plan.ts';
import { withoutMissedBreaks } from '#domain/scheduling/taken-breaks.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import type { AreaWorks } from './area-works.ts';
import { DayFooting } from './day-footing.ts';
import { readyFor } from './present-area.ts';

/** A day of an area as it is planned now, and one order as a visit that may be asked about. */
export interface DayInForce {
  work: AreaWork;
  resident: ResidentPlan;
  visit: Visit;
  clock: DayClock;
}

/** Days that are kept for the next question, the one asked about longest ago makes room. */
const MOST_DAYS = 8;

/** The days of areas, each ready for questions about an order: today as it will run, later ones as they are planned. */
export class DaysInForce {
  private readonly works: AreaWorks;
  private readonly footings = new Map<string, DayFooting>();

  constructor(works: AreaWorks) {
    this.works = works;
  }

  /** The order's area on that date, today where it is past; null when there is no such area. */
  async of(order: Order, date: string, now: Instant): Promise<DayInForce | null> {
    const today = localDate(now, standardOf(order).get('tz'));
    const read = await this.works.of(order.areaId, now);
    if (!read) return null;
    const { work } = read;
    return date > today ? this.later(work, order, date, now) : this.today(work, order, today, now);
  }

  private later(work: AreaWork, order: Order, date: string, now: Instant): DayInForce {
    const { book, ground } = this.footingOf(work, date);
    const tz = standardOf(order).get('tz');
    const others = work.orders.filter((one) => one.id !== order.id && belongsToDay(one, date, tz));
    const orders = [...others, order];
    const { technicians } = work;
    const made = dayProblem({ ...askOf(work, order, date, now), book, technicians, orders });
    const { clock } = made;
    const problem = withoutMissedBreaks(made.problem, publishedOrders(made.problem));
    const resident = new ResidentPlan(problem, publishedOrders(problem), ground);
    return { work, resident, visit: problem.visits.at(-1)!, clock };
  }

  private today(work: AreaWork, order: Order, date: string, now: Instant): DayInForce {
    const footing = this.footingOf(work, date);
    const { day, resident } = readyFor(work, footing, now, true);
    const standing = day.promised.visits.find(({ id }) => id === order.id);
    const alone = { technicians: [], orders: [order], book: footing.book };
    const visit = standing ?? dayProblem({ ...askOf(work, order, date, now), ...alone }).problem.visits[0]!;
    return { work, resident, visit, clock: day.clock };
  }

  private footingOf({ area }: AreaWork, date: string): DayFooting {
    const key = `${area.id} ${date}`;
    const footing = DayFooting.under(area, date, this.footings.get(key));
    this.footings.delete(key);
    this.footings.set(key, footing);
    const [oldest] = this.footings.keys();
    if (this.footings.size > MOST_DAYS && oldest !== undefined) this.footings.delete(oldest);
    return footing;
  }
}

function askOf(
  { area }: AreaWork,
  order: Order,
  date: string,
  now: Instant,
): Pick<DayAsk, 'date' | 'now' | 'standard' | 'travel' | 'centres'> {
  const centre = centreOf(area);
  return {
    date,
    now,
    standard: standardOf(order),
    travel: areaTravel(area),
    ...(centre ? { centres: new Map([[area.id, centre]]) } : {}),
  };
}
