import type { Instant } from '../base/brand.ts';
import type { Visit } from './visit.ts';

/** A trip that begins at `at` to serve the promise of that version; nothing of the visit has happened yet. */
export function beginTrip(
  trip: Pick<Visit, 'id' | 'technicianId' | 'promiseVersion'> & { at: Instant },
): Visit {
  const { id, technicianId, promiseVersion, at } = trip;
  return {
    id,
    technicianId,
    promiseVersion,
    status: 'en_route',
    enRouteAt: at,
    arrivedAt: null,
    arrivalDistanceM: null,
    firstKnockAt: null,
    enteredAt: null,
    workStartedAt: null,
    testedAt: null,
    tests: null,
    observeStartedAt: null,
    activatedAt: null,
    temporary: false,
    signedAt: null,
    signature: null,
    finishedAt: null,
    leftAt: null,
    note: null,
    arrivalReason: null,
  };
}
