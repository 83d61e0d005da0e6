import type { Instant } from '../base/brand.ts';
import type { Outage, OutageEvent } from './outage.ts';

/** Folds one event into an outage. Throws when it reaches one that was never opened: a broken log, never a business answer. */
export function evolveOutage(outage: Outage | null, id: string, event: OutageEvent, at: Instant): Outage {
  if (event.type === 'outage.suspected' || event.type === 'outage.opened') {
    const before = outage ?? blank(id, event.data.areaId, at);
    const opened = event.type === 'outage.opened';
    return {
      ...before,
      status: opened ? 'confirmed' : 'suspected',
      cause: opened ? event.data.cause : before.cause,
      ...(event.data.reach ? { reach: event.data.reach } : {}),
      version: before.version + 1,
    };
  }
  if (!outage) throw new Error(`Event ${event.type} for outage ${id} that was never opened`);
  return { ...outage, ...changeOf(outage, event, at), version: outage.version + 1 };
}

function changeOf(
  outage: Outage,
  event: Exclude<OutageEvent, { type: 'outage.suspected' | 'outage.opened' }>,
  at: Instant,
): Partial<Outage> {
  switch (event.type) {
    case 'outage.reach_changed':
      return { reach: event.data.reach };
    case 'outage.repair_started':
      return { status: 'restoring' };
    case 'outage.eta_changed':
      return { etas: [...outage.etas, { at, eta: event.data.eta, deliveredAt: null }] };
    case 'outage.eta_delivered':
      return {
        etas: outage.etas.map((one) => (one.deliveredAt === null ? { ...one, deliveredAt: at } : one)),
      };
    case 'outage.restored':
      return { status: 'restored', restoredAt: at };
    case 'outage.verified':
      return { status: 'verified' };
    case 'outage.closed':
      return { status: 'closed' };
  }
}

function blank(id: string, areaId: string, at: Instant): Outage {
  return {
    id,
    areaId,
    status: 'suspected',
    cause: null,
    openedAt: at,
    restoredAt: null,
    etas: [],
    version: 0,
  };
}
