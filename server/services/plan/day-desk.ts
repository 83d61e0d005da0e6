import type { Sql } from '#db/client.ts';
import { orderById } from '#db/query/order.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { RepairOptions } from '#protocol/repair.ts';
import { PresentAreas } from './present-area.ts';
import { repairOptions } from './repair-options.ts';

/** Answers questions about the running day of an area. In a server it is a thread of its own (planner/running-days.ts). */
export interface DayDesk {
  /** What can be done about an order now; null when it is not one of today that may still be moved. */
  options(orderId: OrderId, now: Instant): Promise<RepairOptions | null>;
}

/** The same in the caller's own thread: for the thread itself, and for tests of what lies beneath. */
export class OwnDayDesk implements DayDesk {
  private readonly sql: Sql;
  readonly areas: PresentAreas;

  constructor(sql: Sql) {
    this.sql = sql;
    this.areas = new PresentAreas(sql);
  }

  async options(orderId: OrderId, now: Instant): Promise<RepairOptions | null> {
    const order = await orderById(this.sql, orderId);
    const present = order && (await this.areas.of(order.areaId, now));
    return order && present ? repairOptions(present, order) : null;
  }
}
