import { blocks } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import { judgeCompanion } from '../technician/judge-assignment.ts';
import type { Propose } from './proposal.ts';
import { outOfState, passes } from './proposal.ts';

/**
 * order.accompany (E-101): two people on one visit. It is neither a second visit nor a staged install, and no change for the customer; the
 * companion is judged like anybody who is sent (DISP-07…09), and is busy there for the time of the visit.
 */
const accompany: Propose<'order.accompany'> = (order, { technicianId }, context) => {
  const { technician, bookings, standard, now } = context;
  if (order.technicianId === null) return outOfState(order, 'order.accompany', 'technician');
  if (technicianId === order.technicianId || technicianId === order.companionId)
    return outOfState(order, 'order.accompany', 'another technician');
  const findings: readonly Finding[] = technician
    ? judgeCompanion({ order, technician, bookings, standard, now })
    : [blocks('DISP-07', { technician: null }, 'choose_technician')];
  return { findings, events: [{ type: 'order.accompanied', data: { technicianId } }] };
};

/** order.unaccompany: the companion goes elsewhere; who has been on a visit already stays on its record. */
const unaccompany: Propose<'order.unaccompany'> = (order) =>
  order.companionId === null
    ? outOfState(order, 'order.unaccompany', 'companion')
    : passes({ type: 'order.unaccompanied', data: { technicianId: order.companionId } });

export const COMPANION_RULES = { 'order.accompany': accompany, 'order.unaccompany': unaccompany };
