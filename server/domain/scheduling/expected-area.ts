import type { Area } from '../area/area.ts';
import type { Instant, OrderId } from '../base/brand.ts';
import { middleOf } from '../geo/centre.ts';
import { presentPlace } from '../geo/freshness.ts';
import type { LngLat } from '../geo/lng-lat.ts';
import { isMoveParent } from '../order/move.ts';
import type { Order } from '../order/order.ts';
import { resolveStandard } from '../standard/catalogue.ts';
import type { Technician, TechnicianPosition } from '../technician/technician.ts';
import { MINUTE } from '../time/zone.ts';
import { areaTravel } from './day-travel.ts';
import { type ExpectedVisit, expectedDay, isForsaken, nobodyComes } from './expected-day.ts';

/** An area as it stands now. */
export interface AreaNow {
  readonly area: Area;
  readonly technicians: Iterable<Technician>;
  readonly orders: Iterable<Order>;
  readonly positionOf: (technicianId: string) => TechnicianPosition | undefined;
  readonly now: Instant;
}

export type Expectations = ReadonlyMap<OrderId, ExpectedVisit>;

interface Reading {
  readonly technician: Technician;
  readonly orders: readonly Order[];
  readonly beside: readonly Order[];
  readonly position: TechnicianPosition | undefined;
  readonly visits: readonly ExpectedVisit[];
}

/**
 * The expected day of every technician of an area. It keeps what it worked out: a day is worked out again when the minute, one of
 * its orders, the technician or, once a minute, the position has changed; thus an event costs the one day that it upsets.
 */
export class AreaExpectations {
  private minute = -1;
  private readings = new Map<string, Reading>();
  private last: Expectations = new Map();

  /** Every visit of today, by order; the same map as long as nothing in it has changed. */
  of({ area, technicians, orders, positionOf, now }: AreaNow): Expectations {
    const minute = Math.floor(now / MINUTE);
    const standard = resolveStandard(area.standardId);
    const centre = centreOf(area);
    const travel = areaTravel(area);
    const byTechnician = new Map<string, Order[]>();
    const besides = new Map<string, Order[]>();
    const forsaken: ExpectedVisit[] = [];
    for (const order of orders) {
      if (order.companionId !== null && order.planned)
        besides.set(order.companionId, [...(besides.get(order.companionId) ?? []), order]);
      const holder = order.planned?.technicianId ?? order.visits.at(-1)?.technicianId;
      if (holder !== undefined) {
        const list = byTechnician.get(holder);
        if (list) list.push(order);
        else byTechnician.set(holder, [order]);
      } else if (!isMoveParent(order) && isForsaken(order, standard, now)) {
        forsaken.push(nobodyComes(order, null));
      }
    }
    const before = minute === this.minute ? this.readings : new Map<string, Reading>();
    const readings = new Map<string, Reading>();
    let isSame = minute === this.minute;
    for (const technician of technicians) {
      const mine = byTechnician.get(technician.id) ?? [];
      const known = before.get(technician.id);
      const beside = besides.get(technician.id) ?? [];
      const same = known && sameList(known.orders, mine) && sameList(known.beside, beside);
      if (same && known.technician === technician) {
        readings.set(technician.id, known);
        continue;
      }
      isSame = false;
      const position = positionOf(technician.id);
      const place = presentPlace(position, now);
      const visits = expectedDay({
        technician,
        orders: mine,
        beside,
        standard,
        now,
        position: place,
        centre,
        travel,
      });
      readings.set(technician.id, { technician, orders: mine, beside, position, visits });
    }
    this.minute = minute;
    this.readings = readings;
    const all = [...[...readings.values()].flatMap(({ visits }) => visits), ...forsaken];
    if (isSame && all.length === this.last.size && all.every(({ orderId }) => this.last.has(orderId)))
      return this.last;
    this.last = new Map(all.map((visit) => [visit.orderId, visit]));
    return this.last;
  }
}

/** The same worked out once, for whoever asks only once. */
export function expectedTimes(area: AreaNow): Expectations {
  return new AreaExpectations().of(area);
}

/** Where orders of the area without coordinates are taken to be; null where the area was never drawn. */
export function centreOf({ polygon }: Pick<Area, 'polygon'>): LngLat | null {
  const ring = polygon?.coordinates[0];
  return (ring && middleOf(ring.map(([lng, lat]) => ({ lng, lat })))) ?? null;
}

function sameList(one: readonly Order[], other: readonly Order[]): boolean {
  return one.length === other.length && one.every((order, i) => order === other[i]);
}
