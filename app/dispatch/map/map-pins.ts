import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { currentVisit } from '#domain/visit/current-visit.ts';
import type { OrderPin } from '../../map/order-groups.ts';
import { orderShape } from '../../map/order-shape.ts';
import type { RouteLine } from '../../map/route-layer.tsx';
import type { TechnicianPin, TechnicianTone } from '../../map/technician-pin.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { toneOf } from '../../ui/tone.ts';
import { isPlannable, type PoolEntry } from '../pool/pool-entry.ts';
import { barTimes } from '../timeline/day-bars.ts';

/** Orders of the shown day and of the pool as pins; what has no place is not on the map but says so in the pool. */
export function orderPins(
  orders: Iterable<Order>,
  entries: ReadonlyMap<OrderId, PoolEntry>,
  places: ReadonlyMap<OrderId, number>,
  selected: ReadonlySet<OrderId>,
  m: Messages,
): readonly OrderPin[] {
  const pins: OrderPin[] = [];
  for (const order of orders) {
    if (!order.place) continue;
    const entry = entries.get(order.id);
    const tone = toneOf(order, entry?.risk.state === 'broken');
    pins.push({
      id: order.id,
      point: order.place.point,
      shape: orderShape(order.type),
      tone,
      place: places.get(order.id) ?? null,
      selected: selected.has(order.id),
      estimated: order.place.precision !== 'rooftop' && order.place.precision !== 'manual',
      movable: isPlannable(order),
      label:
        `${order.estate ?? ''} ${m.dispatch.map.order(order.number, m.order.type[order.type], m.order.tone[tone])}`.trim(),
    });
  }
  return pins;
}

/** Place of every order on its technician's route of the day, from 1. */
export function routePlaces(visits: ReadonlyMap<string, readonly Order[]>): ReadonlyMap<OrderId, number> {
  const places = new Map<OrderId, number>();
  for (const list of visits.values()) for (const [index, { id }] of list.entries()) places.set(id, index + 1);
  return places;
}

/** The technicians as pins; what they do is read from the visit that is under way. */
export function technicianPins(
  technicians: Iterable<Technician>,
  visits: ReadonlyMap<string, readonly Order[]>,
  litId: string | null,
  m: Messages,
): readonly TechnicianPin[] {
  return [...technicians].map((technician) => {
    const tone = technicianTone(technician, visits.get(technician.id) ?? []);
    const name = `${technician.name} ${technician.number.toUpperCase()}`;
    return {
      id: technician.id,
      mark: technician.name.slice(-2),
      name: technician.name,
      tone,
      lit: technician.id === litId,
      label: `${name} · ${m.dispatch.map.tones[tone]}`,
    };
  });
}

function technicianTone(technician: Technician, visits: readonly Order[]): TechnicianTone {
  if (!technician.onDuty) return 'off';
  const open = visits.map(currentVisit).find((visit) => visit !== null && visit.status !== 'planned');
  if (!open) return 'free';
  return open.status === 'en_route' ? 'en_route' : 'on_site';
}

/** Each technician's way: what is done behind the present position, what is to come ahead of it. */
export function routeLines(
  visits: ReadonlyMap<string, readonly Order[]>,
  shown: ReadonlySet<string>,
  litId: string | null,
  positionOf: (technicianId: string) => LngLat | null,
  homeOf: (technicianId: string) => LngLat | null,
  now: Instant,
): readonly RouteLine[] {
  const lines: RouteLine[] = [];
  for (const technicianId of shown) {
    const done: LngLat[] = [];
    const ahead: LngLat[] = [];
    const home = homeOf(technicianId);
    if (home) done.push(home);
    for (const order of visits.get(technicianId) ?? []) {
      if (!order.place) continue;
      const begun = barTimes(order, now)?.begun === true;
      (begun ? done : ahead).push(order.place.point);
    }
    const here = positionOf(technicianId) ?? done.at(-1);
    if (here && ahead.length > 0) ahead.unshift(here);
    lines.push({ technicianId, done, ahead, lit: technicianId === litId });
  }
  return lines;
}
