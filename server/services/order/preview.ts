import { z } from 'zod';
import { cutoversAhead } from '#db/query/cutover.ts';
import { openOrdersOf, ordersById } from '#db/query/order.ts';
import { technicianById, techniciansOf } from '#db/query/technician.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import { judgeSlotInCutover } from '#domain/cutover/judge-cutover.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import { judgeAssignment } from '#domain/technician/judge-assignment.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { id, instant, slug } from '#protocol/schema-base.ts';
import { mayCommand, seesOrder } from '#server/access/may-command.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';
import { bookingsOf } from './bookings.ts';
import { placeVisit } from './place-visit.ts';
import { daysFor } from './technician-day.ts';

export const previewAsk = z.strictObject({
  orderIds: z.array(id).min(1).max(50),
  technicianId: slug.optional(),
  at: instant.optional(),
  after: id.nullable().optional(),
});
export type PreviewAsk = z.output<typeof previewAsk>;

/** What would become of giving the orders to one technician. */
export interface AssignmentPreview {
  technicianId: string;
  outcome: 'accepted' | 'needs_approval' | 'refused';
  approver?: string;
  rules: ReturnType<typeof refusalRules>;
  addedTravelSeconds: number;
  late: readonly { orderId: string; minutes: number; promised: boolean }[];
  slots: readonly { orderId: string; start: number; end: number }[];
}

/**
 * Tells for the technician named, or for each of the orders' area, what the gate would say, how much travel is added and
 * who would be late. Changes nothing. Null when one of the orders, or the technician, does not exist for the viewer.
 */
export async function previewAssignment(
  services: Services,
  viewer: Viewer,
  ask: PreviewAsk,
): Promise<AssignmentPreview[] | null> {
  if (!mayCommand(viewer, 'order.dispatch')) return null;
  const { sql } = services.database;
  const found = new Map((await ordersById(sql, ask.orderIds)).map((order) => [order.id, order]));
  const orders = ask.orderIds.flatMap((orderId) => found.get(orderId) ?? []);
  const [first] = orders;
  if (!first || orders.length !== ask.orderIds.length) return null;
  if (!orders.every((order) => seesOrder(viewer, order))) return null;
  const technicians = await technicianFor(services, viewer, ask, first);
  if (!technicians) return null;
  const areaIds = [...new Set(orders.map(({ areaId }) => areaId))];
  const cutovers = await cutoversAhead(sql, areaIds);
  const previews: AssignmentPreview[] = [];
  for (const technician of technicians)
    previews.push(await previewOf(services, technician, orders, { ...ask, cutovers }));
  return previews;
}

async function technicianFor(
  { database: { sql } }: Services,
  viewer: Viewer,
  { technicianId }: PreviewAsk,
  order: Order,
): Promise<Technician[] | null> {
  if (technicianId === undefined) return techniciansOf(sql, [order.areaId]);
  const technician = await technicianById(sql, technicianId);
  return technician && seesArea(viewer, technician.areaId) ? [technician] : null;
}

/** The orders are put in one after the other, each into the day that the one before has left. */
async function previewOf(
  { database: { sql }, now, roads }: Services,
  technician: Technician,
  dropped: readonly Order[],
  { cutovers, ...ask }: PreviewAsk & { cutovers: readonly Cutover[] },
): Promise<AssignmentPreview> {
  const ids = new Set(dropped.map((order) => order.id));
  const open = (await openOrdersOf(sql, technician.id)).filter((order) => !ids.has(order.id));
  const beside = open.filter((order) => order.companionId === technician.id);
  let orders = open.filter((order) => order.technicianId === technician.id);
  let after = ask.after;
  let addedTravelSeconds = 0;
  const findings = [];
  const slots = [];
  const late = new Map<string, AssignmentPreview['late'][number]>();
  for (const order of dropped) {
    const standard = standardOf(order);
    const days = await daysFor(sql, { technician, standard, now: now(), orders, beside, roads });
    const placed = placeVisit(days, order, { at: ask.at, after });
    const slot = placed && { start: placed.slot.start, end: placed.slot.end };
    const bookings = bookingsOf(days, order, placed);
    findings.push(...judgeSlotInCutover(order, slot, cutovers));
    findings.push(...judgeAssignment({ order, technician, slot, bookings, standard, now: days.now }));
    if (!placed) continue;
    addedTravelSeconds += placed.route.addedTravelSeconds;
    for (const one of placed.route.late) late.set(one.orderId, one);
    slots.push({ orderId: order.id, start: placed.slot.start, end: placed.slot.end });
    const moved = new Map(placed.route.stops.map((stop) => [stop.orderId, stop.planned]));
    orders = [...orders, order].map((one) => ({ ...one, planned: moved.get(one.id) ?? one.planned }));
    if (after !== undefined) after = order.id;
  }
  const { outcome, approver } = verdictOf(findings);
  const [first] = dropped;
  return {
    technicianId: technician.id,
    outcome,
    ...(approver ? { approver } : {}),
    rules: refusalRules(findings, first ? standardOf(first) : resolveStandard('base')),
    addedTravelSeconds,
    late: [...late.values()],
    slots,
  };
}
