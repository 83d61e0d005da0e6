import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { estimateLeg, RIVER_CITY } from '#domain/geo/travel.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { instantOf, localDate } from '#domain/time/zone.ts';
import type { Fix, Hands } from './hands.ts';
import { fraction, paceOf } from './pace.ts';
import { fixOnRide, type Ride } from './ride.ts';
import { nextInHome } from './visit-step.ts';

const TZ = 'Asia/Shanghai';
const MINUTE = 60_000;
/** After so many times that were taken the order waits for the dispatcher. */
const MOST_OFFERS = 8;

/** One person of the crew: keeps the ride and the last place in mind, does one thing at a time. */
export function technicianAtWork(id: string, hands: Hands) {
  let ride: Ride | null = null;
  let here: LngLat | null = null;
  let reportedAt = 0;

  /** Promises that were refused because the time is taken: the next offer to that customer is later. */
  const taken = new Map<string, number>();

  async function send(command: OrderCommand, version: number): Promise<void> {
    const answer = await hands.send(id, command.type, command.payload as never, version);
    const { orderId } = command.payload;
    if (command.type === 'appointment.confirm' && !answer.ok)
      taken.set(orderId, (taken.get(orderId) ?? 0) + 1);
  }

  /** One look at the day; at most one command. */
  async function act(technician: Technician, own: readonly Order[], now: Instant): Promise<void> {
    here ??= technician.home;
    if (!(await keepShift(technician, own, now)) || !here) return;
    report(now);
    const open = own.find(isUnderWay);
    const command = open
      ? underWay(open, now)
      : (departure(technician, own, now) ?? deskWork(own, now, taken));
    if (command) await send(command, own.find((order) => order.id === command.payload.orderId)!.version);
  }

  async function keepShift(technician: Technician, own: readonly Order[], now: Instant): Promise<boolean> {
    const date = localDate(now, TZ);
    const working =
      now >= instantOf(date, technician.shift.start, TZ) && now < instantOf(date, technician.shift.end, TZ);
    if (technician.onDuty && !working && !own.some(isUnderWay)) {
      await hands.send(id, 'technician.off_duty', { technicianId: id });
      return false;
    }
    if (technician.onDuty || !working) return technician.onDuty;
    if (technician.consent === null) {
      await hands.send(id, 'technician.consent', { technicianId: id, version: CONSENT_VERSION, given: true });
    } else {
      await hands.send(id, 'technician.on_duty', { technicianId: id });
    }
    return false;
  }

  function report(now: Instant): void {
    if (!here) return;
    if (ride) {
      const fix = fixOnRide(ride, now);
      here = { lng: fix.lng, lat: fix.lat };
      reportedAt = now;
      hands.report(id, fix);
    } else if (now - reportedAt >= 30_000) {
      reportedAt = now;
      hands.report(id, { ...here, at: now, speed: 0, heading: null } satisfies Fix);
    }
  }

  function underWay(order: Order, now: Instant): OrderCommand | null {
    const visit = order.visits.at(-1)!;
    if (visit.status !== 'en_route') {
      ride = null;
      return nextInHome(order, now);
    }
    ride ??= rideTo(order, visit.enRouteAt ?? now);
    if (now < ride.arrivesAt) return null;
    here = ride.to;
    ride = null;
    return { type: 'visit.arrive', payload: { orderId: order.id, distanceM: 12 } };
  }

  function rideTo(order: Order, departedAt: Instant): Ride {
    const to = order.place?.point ?? here!;
    const leg = estimateLeg(here!, to, 'ebike', 10, RIVER_CITY);
    const seconds = Math.max(60, leg.seconds - RIVER_CITY.accessS * 0.6);
    return {
      from: here!,
      to,
      departedAt,
      arrivesAt: departedAt + seconds * 1000,
      bend: (fraction(order.id) - 0.5) * 0.5,
    };
  }

  return { act };
}

/** Accepting, calling and agreeing on a time, replying: what is done between visits. */
function deskWork(
  own: readonly Order[],
  now: Instant,
  taken: ReadonlyMap<string, number>,
): OrderCommand | null {
  for (const order of own) {
    const orderId = order.id;
    if (order.status === 'dispatched' && now >= (order.dispatchedAt ?? 0) + paceOf('accept', orderId))
      return { type: 'order.accept', payload: { orderId } };
    if (order.status === 'accepted' || order.status === 'pending_appointment') {
      const called = order.contacts.at(-1);
      if (!called && now >= (order.acceptedAt ?? 0) + paceOf('call', orderId))
        return {
          type: 'contact.attempt',
          payload: { orderId, outcome: 'connected', contentConfirmed: true },
        };
      const start = promisable(order, now, taken.get(orderId) ?? 0);
      if (called && start !== null)
        return { type: 'appointment.confirm', payload: { orderId, start, proposedBy: 'customer' } };
    }
    if (order.status === 'resolved' && now >= (order.completedAt ?? 0) + paceOf('reply', orderId))
      return { type: 'order.reply', payload: { orderId } };
    if (order.status === 'in_progress' && order.visits.at(-1)?.status === 'done')
      return {
        type: 'order.resolve',
        payload: { orderId, ...(order.type === 'fault' ? { causeSide: 'central_office' as const } : {}) },
      };
  }
  return null;
}

/** The next quarter hour from the planned start on, at least 40 minutes away and inside the visit window; half an hour later for each time that was taken. */
function promisable(order: Order, now: Instant, taken: number): Instant | null {
  if (!order.planned || taken > MOST_OFFERS) return null;
  const quarter = 15 * MINUTE;
  const soonest = Math.max(order.planned.start, now + 40 * MINUTE);
  const start = Math.ceil(soonest / quarter) * quarter + taken * 2 * quarter;
  const date = localDate(start, TZ);
  return start >= instantOf(date, '08:00', TZ) && start <= instantOf(date, '18:30', TZ) ? start : null;
}

/** Checks the order and leaves for the next promised visit in time. */
function departure(technician: Technician, own: readonly Order[], now: Instant): OrderCommand | null {
  const today = localDate(now, TZ);
  const next = own
    .filter((order) => order.status === 'appointed' && order.planned && currentAppointment(order))
    .sort((a, b) => a.planned!.start - b.planned!.start)[0];
  if (!next?.planned || localDate(next.planned.start, TZ) !== today || !technician.onDuty) return null;
  const leaveAt = next.planned.start - (next.planned.travelSeconds + 8 * 60) * 1000;
  if (now < leaveAt) return null;
  return next.verifiedAt === null
    ? { type: 'order.verify', payload: { orderId: next.id } }
    : { type: 'visit.depart', payload: { orderId: next.id } };
}
