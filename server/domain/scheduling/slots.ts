import { NO_PLACE } from './gap-scan.ts';
import type { ResidentPlan } from './insertion.ts';
import type { Seconds, TechnicianId, Visit } from './model.ts';

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
 * technician whom it costs least and how many could keep it. Earlier offers are not counted against later.
 */
export function offerSlots(resident: ResidentPlan, visit: Visit, ask: SlotAsk): readonly Slot[] {
  const offers: Slot[] = [];
  const { day, finder } = resident.work;
  for (let from = ask.from; from <= ask.until; from += ask.everySeconds) {
    const until = from + ask.lengthSeconds;
    const window = { kind: 'promised', from, until, changesLeft: 0, notified: false } as const;
    // A name of its own: the promise in force, and the technician pinned to it, do not bind the new one.
    const asked: Visit = { ...visit, id: `${visit.id} at ${from}`, window };
    const offer = resident.asking(asked, (slot): Slot | undefined => {
      let best = NO_PLACE;
      let technician = '';
      let technicians = 0;
      day.technicians.forEach((each, k) => {
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
