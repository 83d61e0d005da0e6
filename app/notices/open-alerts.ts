import type { AreaId, Instant } from '#domain/base/brand.ts';
import { type Alert, type AlertKind, alertsOf, isAlerted } from '#domain/order/alerts.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { AreaBoard } from '../live/board.ts';
import { hearerIn, inHand, type NoticeViewer } from './open-notices.ts';

/** Something that this person is told of an order beside its limits. */
export interface OpenAlert {
  /** Names the matter; the same one has the same key for as long as it stands. */
  readonly key: string;
  readonly alert: Alert;
  readonly order: Order;
  /** Who else has the order in hand, by name; null where nobody does or it is the viewer. */
  readonly who: string | null;
}

const GRAVE: ReadonlySet<AlertKind> = new Set<AlertKind>(['false_receipt', 'safety', 'urged_branch']);

/** What cannot wait for a free minute. */
export function isGrave(kind: AlertKind): boolean {
  return GRAVE.has(kind);
}

/** What is to be told to this person of the orders of these areas, the newest first. */
export function openAlerts(
  areas: ReadonlyMap<AreaId, AreaBoard>,
  viewer: NoticeViewer,
  now: Instant,
): readonly OpenAlert[] {
  const open: OpenAlert[] = [];
  for (const area of areas.values()) {
    const { orders, technicians } = area;
    const hearer = hearerIn(area, viewer, now);
    for (const order of orders.values()) {
      const technician = order.technicianId === null ? null : (technicians.get(order.technicianId) ?? null);
      for (const alert of toldOf(order, technician, now))
        if (isAlerted(alert, hearer))
          open.push({
            key: `${order.id} ${alert.kind} ${alert.at}`,
            alert,
            order,
            who: inHand(area, order, viewer),
          });
    }
  }
  return open.sort((a, b) => b.alert.at - a.alert.at || (a.key < b.key ? -1 : 1));
}

interface Told {
  readonly technician: Technician | null;
  readonly minute: number;
  readonly alerts: readonly Alert[];
}
/** The last answer for each order, which never changes itself: a busy board asks at every event, time tells something new by the minute. */
const told = new WeakMap<Order, Told>();

function toldOf(order: Order, technician: Technician | null, now: Instant): readonly Alert[] {
  const minute = Math.floor(now / MINUTE);
  const known = told.get(order);
  if (known?.minute === minute && known.technician === technician) return known.alerts;
  const alerts = alertsOf({ order, technician, standard: standardOf(order), now });
  told.set(order, { technician, minute, alerts });
  return alerts;
}
