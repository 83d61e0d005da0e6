import type { OrderId, TechnicianId } from '#domain/base/brand.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { evolveTechnician, type TechnicianEvent } from '#domain/technician/technician-event.ts';
import type { Changes, Snapshot } from '#protocol/live.ts';

/** The orders and technicians of every watched area, folded from what the server tells. */
export class WatchedCity {
  readonly orders = new Map<OrderId, Order>();
  readonly technicians = new Map<TechnicianId, Technician>();
  private readonly seqs = new Map<string, number>();

  /** The areas and how far each is known, to ask for what was missed. */
  get since(): Record<string, number> {
    return Object.fromEntries(this.seqs);
  }

  take(snapshot: Snapshot): void {
    for (const order of snapshot.state.orders) this.orders.set(order.id, order);
    for (const technician of snapshot.state.technicians) this.technicians.set(technician.id, technician);
    this.seqs.set(snapshot.area, snapshot.seq);
  }

  /** Folds what follows; false when something in between is missing. */
  fold(changes: Changes): boolean {
    for (const event of changes.events) {
      const known = this.seqs.get(changes.area) ?? 0;
      if (event.seq <= known) continue;
      if (event.seq !== known + 1) return false;
      if (event.entity === 'order') this.foldOrder(event.id, [event as unknown as OrderEvent], event.at);
      if (event.entity === 'plan')
        for (const { orderId, events } of (event.data as PlanPublished).orders)
          this.foldOrder(orderId, events, event.at);
      if (event.entity === 'technician') {
        const before = this.technicians.get(event.id) ?? null;
        this.technicians.set(
          event.id,
          evolveTechnician(before, event as unknown as TechnicianEvent, event.at),
        );
      }
      this.seqs.set(changes.area, event.seq);
    }
    return true;
  }

  private foldOrder(id: OrderId, events: readonly OrderEvent[], at: number): void {
    let order = this.orders.get(id) ?? null;
    for (const event of events) order = evolveOrder(order, event, at);
    if (order) this.orders.set(id, order);
  }
}
