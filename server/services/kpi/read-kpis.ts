import { z } from 'zod';
import { eventsOfChanged, kpiOrders } from '#db/query/kpi.ts';
import type { Instant } from '#domain/base/brand.ts';
import { anomaliesOf, repeatedSignatures } from '#domain/kpi/anomalies.ts';
import { sharedDevices } from '#domain/kpi/devices.ts';
import type { KpiInput, OrderFacts } from '#domain/kpi/figure.ts';
import type { KpiId } from '#domain/kpi/kpis.ts';
import { KPI_IDS, KPIS } from '#domain/kpi/kpis.ts';
import { orderFacts } from '#domain/kpi/order-facts.ts';
import type { Period, Views } from '#domain/kpi/period.ts';
import { periodFigure } from '#domain/kpi/period.ts';
import { KPI_GROUPS, keyOf, kpiReport } from '#domain/kpi/report.ts';
import type { Order } from '#domain/order/order.ts';
import type { DatedEvent } from '#domain/order/order-as-of.ts';
import { eventsAbout, orderAsOf } from '#domain/order/order-as-of.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { addDays, instantOf } from '#domain/time/zone.ts';
import { localDate, said, slug } from '#protocol/schema-base.ts';
import { areasSeen, seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { cutoverAsOf, cutoverHistories } from './cutover-history.ts';

/** Roles that read figures (service-standard §26); a technician reads the own ones. */
const READERS: ReadonlySet<Viewer['role']> = new Set<Viewer['role']>([
  'dispatcher',
  'area_lead',
  'technician',
  'supervisor',
  'branch_manager',
  'auditor',
  'system',
]);
/** Periods are days of the standard's zone, whatever the machine's. */
const TZ = 'Asia/Shanghai';

/** `from` and `to` are the first and the last day of the period. */
export const kpiQuery = z
  .strictObject({
    from: localDate,
    to: localDate,
    area: slug.optional(),
    by: z.enum(KPI_GROUPS).default('all'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'lies before from' });
export const kpiOrdersQuery = z
  .strictObject({
    from: localDate,
    to: localDate,
    area: slug.optional(),
    /** One group of the report; `key` left out means the orders that belong to none. */
    by: z.enum(KPI_GROUPS).default('all'),
    key: slug.optional(),
    /** A table to take along needs a reason (PRIV-02). */
    format: z.enum(['json', 'csv']).default('json'),
    reason: said(200).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'lies before from' });
type Asked = Pick<z.infer<typeof kpiQuery>, 'from' | 'to' | 'area'>;
type AskedOrders = Pick<z.infer<typeof kpiOrdersQuery>, keyof Asked | 'by' | 'key'>;

/** The indicators of a period with what was left out, corrected, and stands out (§17, RECD-02). Null for who may not read them. */
export async function readKpis(services: Services, viewer: Viewer, asked: z.infer<typeof kpiQuery>) {
  if (!READERS.has(viewer.role)) return null;
  const period = periodOf(asked);
  const views = await viewsOf(services, viewer, asked, period);
  const orders = views.now.orders.map(({ order }) => order);
  const across = [repeatedSignatures(orders), sharedDevices(orders)];
  const inside = ({ at }: { at: Instant }) => period.from <= at && at < period.to;
  return {
    from: period.from,
    until: period.to,
    by: asked.by,
    groups: kpiReport(views, period, asked.by),
    anomalies: views.now.orders.flatMap(({ order, standard }) =>
      [
        ...anomaliesOf(order, standard, views.now.now),
        ...across.flatMap((found) => found.get(order.id) ?? []),
      ]
        .filter(inside)
        .map((one) => ({ orderId: order.id, number: order.number, ...one })),
    ),
  };
}

/** The orders behind one figure. Null for an unknown indicator or area, or for who may not read it. */
export async function readKpiOrders(services: Services, viewer: Viewer, id: string, asked: AskedOrders) {
  const kpi = KPI_IDS.find((known) => known === id);
  if (!kpi || !READERS.has(viewer.role)) return null;
  // a technician's figures are the own ones, never an area's
  if (asked.area !== undefined && (viewer.role === 'technician' || !seesArea(viewer, asked.area)))
    return null;
  const period = periodOf(asked);
  const views = onlyGroup(await viewsOf(services, viewer, asked, period), asked);
  const numbers = new Map(views.now.orders.map(({ order }) => [order.id, order.number]));
  const { figure, cases, corrected, carried } = periodFigure(KPIS[kpi as KpiId], views, period);
  return {
    id: kpi,
    figure,
    orders: cases.map(({ id: orderId, ...one }) => ({
      orderId,
      number: numbers.get(orderId) ?? null,
      ...one,
    })),
    corrected: corrected.map((one) => ({ ...one, number: numbers.get(one.id) ?? null })),
    carried: carried.map((one) => ({ ...one, number: numbers.get(one.id) ?? null })),
  };
}

/** The views with the orders of one group alone; an order belongs to the group that it is in now. */
function onlyGroup(views: Views, { by, key: asked }: AskedOrders): Views {
  if (by === 'all') return views;
  const key = asked ?? null;
  const inside = new Set(
    views.now.orders.filter((facts) => keyOf(facts, by) === key).map(({ order }) => order.id),
  );
  const only = (input: KpiInput): KpiInput => ({
    ...input,
    cutovers: [],
    orders: input.orders.filter(({ order }) => inside.has(order.id)),
  });
  return { atStart: only(views.atStart), atClose: only(views.atClose), now: only(views.now) };
}

function periodOf({ from, to }: Asked): Period {
  return { from: instantOf(from, '00:00', TZ), to: instantOf(addDays(to, 1), '00:00', TZ) };
}

/** The orders of the viewer as they stood when the period began, when it closed or now, and now. */
async function viewsOf(services: Services, viewer: Viewer, asked: Asked, period: Period): Promise<Views> {
  const { sql } = services.database;
  const now = services.now();
  const areaIds = areasSeen(viewer, asked.area === undefined ? null : [asked.area]);
  const orders = await kpiOrders(sql, {
    areaIds,
    technicianId: viewer.role === 'technician' ? (viewer.technicianId ?? '') : undefined,
    ...period,
  });
  const close = Math.min(period.to, now + 1);
  const logs = new Map<string, DatedEvent[]>();
  const ids = orders.map(({ id }) => id);
  for (const logged of await eventsOfChanged(sql, ids, Math.min(period.from, close))) {
    const log = logs.get(logged.orderId) ?? [];
    log.push(...eventsAbout(logged.orderId, logged));
    logs.set(logged.orderId, log);
  }
  const cutovers = viewer.role === 'technician' ? [] : await cutoverHistories(sql, areaIds, period);
  const asOf = (instant: Instant): KpiInput => {
    const at = Math.min(instant, now);
    return {
      now: at,
      cutovers: cutovers.flatMap((history) => cutoverAsOf(history, instant)),
      orders: orders.flatMap((order) => {
        const log = logs.get(order.id);
        const then = log && instant <= now ? orderAsOf(log, instant) : order;
        return then && then.intakeAt < instant ? [factsOf(then, at)] : [];
      }),
    };
  };
  return { atStart: asOf(period.from), atClose: asOf(close), now: asOf(now + 1) };
}

function factsOf(order: Order, now: Instant): OrderFacts {
  return orderFacts(order, standardOf(order), now);
}
