import type { Sql } from '#db/client.ts';
import { orderById } from '#db/query/order.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import { AreaWorks } from './area-works.ts';
import { DaysInForce } from './day-in-force.ts';
import type { OrderWhy } from './explain-order.ts';
import type { OfferedSlot, SlotQuery } from './offer-slots.ts';
import { whyOf } from './order-why.ts';
import { PresentAreas } from './present-area.ts';
import { repairOptions } from './repair-options.ts';
import { slotsOf } from './slots-of.ts';

/**
 * Answers questions about the days of an area; null where the order or its area is not known. In a server it is a thread of its own
 * (planner/running-days.ts); an answer that does not come in time rejects with a `DaysAway`.
 */
export interface DayDesk {
  /** What can be done about an order now; null, too, when it is not one of today that may still be moved. */
  options(orderId: OrderId, now: Instant): Promise<RepairOptions | null>;
  /** Why an order stands where it stands on its day. */
  why(orderId: OrderId, now: Instant): Promise<OrderWhy | null>;
  /** The promises that could be given to an order as the plan stands. */
  slots(query: SlotQuery, now: Instant): Promise<readonly OfferedSlot[] | null>;
}

/** The days cannot be asked about at this moment; the same question may be asked again. */
export class DaysAway extends Error {
  /** Known by this where the class is another copy. */
  readonly code = 'DAYS_AWAY';

  constructor(cause?: unknown) {
    super('The planner is busy or is being started anew: ask again in a moment. Nothing was changed.', {
      cause,
    });
    this.name = 'DaysAway';
  }
}

/** The same in the caller's own thread: for the thread itself, and for tests of what lies beneath. */
export class OwnDayDesk implements DayDesk {
  private readonly sql: Sql;
  readonly areas: PresentAreas;
  private readonly days: DaysInForce;

  constructor(sql: Sql) {
    const works = new AreaWorks(sql);
    this.sql = sql;
    this.areas = new PresentAreas(sql, works);
    this.days = new DaysInForce(works);
  }

  async options(orderId: OrderId, now: Instant): Promise<RepairOptions | null> {
    const order = await orderById(this.sql, orderId);
    const present = order && (await this.areas.of(order.areaId, now));
    return order && present ? repairOptions(present, order) : null;
  }

  async why(orderId: OrderId, now: Instant): Promise<OrderWhy | null> {
    const order = await orderById(this.sql, orderId);
    return order && whyOf(this.days, order, now);
  }

  async slots(query: SlotQuery, now: Instant): Promise<readonly OfferedSlot[] | null> {
    const order = await orderById(this.sql, query.orderId);
    return order && slotsOf(this.days, order, query, now);
  }
}
