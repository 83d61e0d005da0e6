import { z } from 'zod';
import { ACCESS_TYPES, CUSTOMER_CLASSES, ORDER_TYPES, REGIONS } from '#domain/order/order-type.ts';
import { customer, id, instant, place, reason, said, slug, text } from './schema-base.ts';

const orderId = id;
const placement = { at: instant.optional(), after: id.nullable().optional() };
const onlyOrder = z.strictObject({ orderId });

/** Payloads of the commands about an order as a whole. */
export const orderSchemas = {
  'order.intake': z.strictObject({
    orderId,
    number: said(40),
    areaId: slug,
    type: z.enum(ORDER_TYPES),
    region: z.enum(REGIONS).optional(),
    customerClass: z.enum(CUSTOMER_CLASSES).optional(),
    emergencyLine: z.boolean().optional(),
    escalated: z.boolean().optional(),
    accessType: z.enum(ACCESS_TYPES).optional(),
    subscribedMbps: z.number().positive().max(100_000).nullable().optional(),
    durationMin: z.number().positive().max(720).optional(),
    estate: text(60).nullable().optional(),
    place: place.nullable().optional(),
    missing: z.array(said(40)).max(20).optional(),
    hasPhone: z.boolean().optional(),
    preferredStarts: z.array(instant).max(10).optional(),
    detailsRecorded: z.boolean().optional(),
    churnReason: said(200).optional(),
    retentionLevel: z.literal([1, 2, 3]).optional(),
    parentOrderId: id.nullable().optional(),
    sameIssueAs: id.optional(),
    outageId: id.optional(),
    intakeAt: instant.optional(),
    customer: customer.optional(),
  }),
  'order.review': onlyOrder,
  'order.remote': z.strictObject({ orderId, result: z.enum(['started', 'solved', 'unsolved']) }),
  'order.dispatch': z.strictObject({ orderId, technicianId: slug, ...placement }),
  'order.reassign': z.strictObject({
    orderId,
    technicianId: slug,
    ...placement,
    reason: reason.optional(),
  }),
  'order.unassign': z.strictObject({ orderId, reason }),
  'order.accept': z.strictObject({ orderId, technicianId: slug.optional() }),
  'order.return': z.strictObject({ orderId, reason }),
  'order.mismatch': z.strictObject({ orderId, field: said(40), causedBy: z.enum(['customer', 'company']) }),
  'order.verify': onlyOrder,
  'order.place': z.strictObject({ orderId, place }),
  'order.merge': z.strictObject({ orderId, into: id }),
  'order.cancel': z.strictObject({ orderId, by: z.enum(['customer', 'company']), reason }),
  'order.resolve': z.strictObject({
    orderId,
    causeSide: z.enum(['central_office', 'third_party', 'customer_side']).optional(),
  }),
  'order.reply': onlyOrder,
  'contact.attempt': z.strictObject({
    orderId,
    channel: z.enum(['phone', 'sms', 'app']).optional(),
    outcome: z.enum(['connected', 'no_answer', 'refused', 'invalid']),
    contentConfirmed: z.boolean().optional(),
  }),
  'hold.start': z.strictObject({
    orderId,
    reason: z.enum(['customer_wish', 'customer_absent', 'unreachable', 'customer_owned_line']),
    until: instant.optional(),
    offered: z.array(instant).max(20).optional(),
  }),
  'hold.end': onlyOrder,
  'progress.feedback': onlyOrder,
  'dept.report': onlyOrder,
  'urge.issue': onlyOrder,
  'callback.record': z.strictObject({
    orderId,
    agent: said(64),
    outcome: z.enum(['done', 'not_reached']),
    repairedOnDay: z.boolean().optional(),
    working: z.boolean().optional(),
    score: z.number().min(0).max(10).optional(),
    dissatisfied: z.boolean().optional(),
  }),
  'damage.report': onlyOrder,
  'damage.agree': onlyOrder,
  'damage.compensate': onlyOrder,
  'coordination.ack': onlyOrder,
  'coordination.done': onlyOrder,
};
