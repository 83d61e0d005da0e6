import { currentAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { estimateLeg, RIVER_CITY } from '#domain/geo/travel.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand } from '#domain/order/order-command.ts';
import { PLANNABLE_STATUSES } from '#domain/order/order-status.ts';
import { isUnderWay } from '#domain/scheduling/day-problem.ts';
import { timeDay } from '#domain/scheduling/day-route.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Technician, VehicleMode } from '#domain/technician/technician.ts';
import { HOUR, instantOf, localClock, localDate, localTimeOfDay } from '#domain/time/zone.ts';
import type { Fix, Hands } from './hands.ts';
import { fraction, paceOf } from './pace.ts';
import { fixOnRide, type Ride } from './ride.ts';
import { nextInHome } from './visit-step.ts';

const TZ = 'Asia/Shanghai';
const MINUTE = 60_000;
/** After so many times that were taken the order waits for the dispatcher. */
const MOST_OFFERS = 8;
/** Who finds no time for a customer for so long gives the order back, unless so many have had it already. */
const TRIES_FOR = 12 * MINUTE;
const MOST_HANDS = 4;
/** A customer is promised a time that can still be kept when what comes before runs this much longer. */
const RESERVE = 20 * MINUTE;
/** Who leaves early stands at the door before the promise is at risk. */
const EARLY = 18 * MINUTE;
/** Somebody's phone shares no position from then on, so that the board has a silent technician to show. */
const SILENT_PHONE = 't012';
const SILENT_FROM = '09:50';

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
    // Between two steps in a home the phone is answered too: accepting and calling do not wait for the visit's end.
    const command =
      (open ? underWay(technician, open, now) : departure(technician, own, now)) ??
      deskWork({ technician, own, now, here, taken });
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
    const silent = id === SILENT_PHONE && localClock(now, TZ) >= SILENT_FROM;
    if (silent && ride) here = fixOnRide(ride, now);
    if (silent) return;
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

  function underWay({ vehicle }: Technician, order: Order, now: Instant): OrderCommand | null {
    const visit = order.visits.at(-1)!;
    if (visit.status !== 'en_route') {
      ride = null;
      return nextInHome(order, now);
    }
    ride ??= rideTo(order, vehicle, visit.enRouteAt ?? now);
    if (now < ride.arrivesAt) return null;
    here = ride.to;
    ride = null;
    return { type: 'visit.arrive', payload: { orderId: order.id, distanceM: 12 } };
  }

  function rideTo(order: Order, vehicle: VehicleMode, departedAt: Instant): Ride {
    const to = order.place?.point ?? here!;
    const hour = Math.floor(localTimeOfDay(departedAt, TZ) / HOUR);
    const leg = estimateLeg(here!, to, vehicle, hour, RIVER_CITY);
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

interface Desk {
  technician: Technician;
  own: readonly Order[];
  now: Instant;
  here: LngLat;
  /** How many times that were offered turned out to be taken, by order. */
  taken: ReadonlyMap<string, number>;
}

/** Accepting, calling and agreeing on a time, replying: what is done between visits. */
function deskWork(desk: Desk): OrderCommand | null {
  const { own, now } = desk;
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
      const start = called ? promisable(order, desk) : null;
      if (start !== null)
        return { type: 'appointment.confirm', payload: { orderId, start, proposedBy: 'customer' } };
      if (called && now - called.at >= TRIES_FOR && order.assignments.length < MOST_HANDS)
        return { type: 'order.return', payload: { orderId, reason: '今天的约定已排满，赶不上' } };
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

/**
 * The next quarter hour from the planned start on, at least 40 minutes away, that leaves every promise of the day to be kept
 * with some reserve; null when the day has no such time left. A time that was refused is not offered again.
 */
function promisable(order: Order, { technician, own, now, here, taken }: Desk): Instant | null {
  const offers = taken.get(order.id) ?? 0;
  if (!order.planned || offers > MOST_OFFERS) return null;
  const quarter = 15 * MINUTE;
  const soonest = Math.max(order.planned.start, now + 40 * MINUTE);
  const first = Math.ceil(soonest / quarter) * quarter + offers * 2 * quarter;
  const date = localDate(first, TZ);
  const last = instantOf(date, '18:30', TZ);
  const stops = own.filter(
    (stop) =>
      stop.id !== order.id &&
      stop.planned !== null &&
      (PLANNABLE_STATUSES.has(stop.status) || isUnderWay(stop)) &&
      localDate(stop.planned.start, TZ) === date,
  );
  const standard = standardOf(order);
  for (let start = Math.max(first, instantOf(date, '08:00', TZ)); start <= last; start += quarter) {
    const at = start - RESERVE;
    const position = date === localDate(now, TZ) ? here : null;
    const day = timeDay({
      technician,
      date,
      stops,
      insert: { orders: [order], at },
      standard,
      now,
      position,
    });
    const own = day.stops.find(({ orderId }) => orderId === order.id);
    if (own?.planned.start === at && day.late.length === 0 && day.overtimeMin === 0) return start;
  }
  return null;
}

/** Checks the order and leaves for the next promised visit in time. */
function departure(technician: Technician, own: readonly Order[], now: Instant): OrderCommand | null {
  const today = localDate(now, TZ);
  const next = own
    .filter((order) => order.status === 'appointed' && order.planned && currentAppointment(order))
    .sort((a, b) => a.planned!.start - b.planned!.start)[0];
  if (!next?.planned || localDate(next.planned.start, TZ) !== today || !technician.onDuty) return null;
  const leaveAt = next.planned.start - next.planned.travelSeconds * 1000 - EARLY;
  if (now < leaveAt) return null;
  return next.verifiedAt === null
    ? { type: 'order.verify', payload: { orderId: next.id } }
    : { type: 'visit.depart', payload: { orderId: next.id } };
}
