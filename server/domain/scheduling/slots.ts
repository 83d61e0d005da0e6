import { NO_PLACE } from './gap-scan.ts';
import type { ResidentPlan } from './insertion.ts';
import type { RouteOrder, Seconds, TechnicianId, Visit } from './model.ts';
import { readOrders } from './read-plan.ts';

export interface SlotAsk {
  /** First and last begin to offer; slots start on the grid of `everySeconds` from `from` on. */
  readonly from: Seconds;
  readonly until: Seconds;
  readonly everySeconds: Seconds;
  /** Length of the promised window; 0 offers points in time. */
  readonly lengthSeconds: Seconds;
}

/** A promise that could be given now: somebody keeps it without breaking another. */
export interface Slot {
  readonly from: Seconds;
  readonly until: Seconds;
  readonly technician: TechnicianId;
  readonly technicians: number;
  /** Travel and penalties added by the cheapest technician, in seconds. */
  readonly costSeconds: Seconds;
}

/**
 * The promises that could be given to a visit as the plan stands, in the order of time, each with the
 * technician whom it costs least and how many could keep it. Where the visit stands now is free for it; earlier offers are not counted
 * against later.
 */
export function offerSlots(resident: ResidentPlan, visit: Visit, ask: SlotAsk): readonly Slot[] {
  const offers: Slot[] = [];
  const { day, finder } = resident.work;
  for (let from = ask.from; from <= ask.until; from += ask.everySeconds) {
    const until = from + ask.lengthSeconds;
    const asked = askedFor(visit, { from, until });
    const offer = resident.askingInstead(visit.id, asked, (slot, left): Slot | undefined => {
      let best = NO_PLACE;
      let technician = '';
      let technicians = 0;
      day.technicians.forEach((each, k) => {
        if (left !== undefined && left.k === k && !left.fits) return;
        const cost = finder.scan(slot, k);
        if (cost === NO_PLACE) return;
        technicians++;
        if (cost >= best) return;
        best = cost;
        technician = each.id;
      });
      return technicians === 0 ? undefined : { from, until, technician, technicians, costSeconds: best };
    });
    if (offer) offers.push(offer);
  }
  return offers;
}

/** The order of work with the visit served at a slot that was offered; undefined where it no longer fits. */
export function ordersWithSlot(
  resident: ResidentPlan,
  visit: Visit,
  offered: Slot,
): readonly RouteOrder[] | undefined {
  const { work } = resident;
  const { book, day, finder } = work;
  const asked = askedFor(visit, offered);
  const k = day.technicians.findIndex(({ id }) => id === offered.technician);
  const orders = resident.askingInstead(visit.id, asked, (slot, left) => {
    if ((left?.k === k && !left.fits) || finder.scan(slot, k) === NO_PLACE) return undefined;
    work.insertFound(k, finder.position, finder.storePosition, slot);
    const read = readOrders(work);
    book.remove(k, book.positionOf[slot]!, 1);
    return read;
  });
  return orders?.map((order) => ({
    ...order,
    steps: order.steps.map((step) =>
      step.kind === 'visit' && step.visit === asked.id ? { ...step, visit: visit.id } : step,
    ),
  }));
}

/** The visit with another promise, by a name of its own: neither the promise in force nor the technician pinned to it binds the new one. */
function askedFor(visit: Visit, { from, until }: Pick<Slot, 'from' | 'until'>): Visit {
  const window = { kind: 'promised', from, until, changesLeft: 0, notified: false } as const;
  return { ...visit, id: `${visit.id} at ${from}`, window };
}
