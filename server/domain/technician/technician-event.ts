import type { Instant, TechnicianId } from '../base/brand.ts';
import type { Technician } from './technician.ts';

/** What happened to a technician, as the area's log tells it. Positions are not events. */
export interface TechnicianEvents {
  'technician.registered': { technician: Technician };
  'technician.consented': { version: string };
  'technician.consent_withdrawn': Record<never, never>;
  'technician.on_duty': { since: Instant; declared?: readonly string[] };
  'technician.off_duty': Record<never, never>;
  /** Left the area; the successor has taken over (RESP-02). */
  'technician.left': { successorId: TechnicianId | null; reason: string | null };
}
export type TechnicianEventType = keyof TechnicianEvents;
export type TechnicianEvent = {
  [T in TechnicianEventType]: { type: T; data: TechnicianEvents[T] };
}[TechnicianEventType];

/**
 * Folds one event; the state after `technician.registered` is its payload. Version counts events, also over a time in which the person
 * belonged to no area: the payload of who is registered again brings the version along.
 */
export function evolveTechnician(before: Technician | null, event: TechnicianEvent, at: Instant): Technician {
  if (event.type === 'technician.registered')
    return {
      ...event.data.technician,
      version: before ? before.version + 1 : Math.max(1, event.data.technician.version),
    };
  if (!before) throw new Error(`Event ${event.type} for a technician who was never registered`);
  const version = before.version + 1;
  switch (event.type) {
    case 'technician.consented':
      return { ...before, version, consent: { version: event.data.version, givenAt: at } };
    case 'technician.consent_withdrawn':
      return { ...before, version, consent: null };
    case 'technician.on_duty':
      return { ...before, version, onDuty: true, onDutySince: event.data.since };
    case 'technician.off_duty':
      return { ...before, version, onDuty: false, onDutySince: null };
    case 'technician.left':
      return { ...before, version, leftAt: at, onDuty: false, onDutySince: null };
  }
}
