import { z } from 'zod';
import { ASSET_FIELDS } from '#domain/asset/asset-record.ts';
import { RULE_IDS } from '#domain/base/rule-id.ts';
import { QUESTION_IDS } from '#domain/callback/questionnaires.ts';
import { CAUSE_CODES, CAUSE_SIDES } from '#domain/fault/cause-code.ts';
import { RESOLUTIONS } from '#domain/first-ask/first-ask.ts';
import { ACCESS_TYPES, CUSTOMER_CLASSES, ORDER_TYPES, REGIONS } from '#domain/order/order-type.ts';
import { ANSWERS, RESOURCE_STATES } from '#domain/readiness/site-facts.ts';
import {
  customer,
  customerCorrection,
  device,
  id,
  instant,
  photos,
  place,
  reason,
  said,
  slug,
  text,
} from './schema-base.ts';

const orderId = id;
const placement = { at: instant.optional(), after: id.nullable().optional() };
const resource = z.enum(RESOURCE_STATES).optional();
/** What was found out about the home (INTK-04, APPT-13, VRFY-04). */
const siteFinding = {
  fibreToHome: z.enum(ANSWERS).optional(),
  hasOnt: z.enum(ANSWERS).optional(),
  selfRepair: z.enum(ANSWERS).optional(),
  resources: z
    .strictObject({ port: resource, fibre: resource, parts: resource, permission: resource })
    .optional(),
  remoteSteps: z.array(said(200)).max(20).optional(),
};
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
    childIds: z.array(id).max(2).optional(),
    moveFrom: z
      .strictObject({
        areaId: slug,
        place: place.nullable().optional(),
        estate: text(60).nullable().optional(),
      })
      .optional(),
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
  'order.lock': z
    .strictObject({ orderId, technician: z.boolean(), time: z.boolean() })
    .refine(({ technician, time }) => technician || time, {
      path: ['technician'],
      message: 'lock the technician, the time or both; to lock neither send order.unlock',
    }),
  'order.unlock': onlyOrder,
  'order.accompany': z.strictObject({ orderId, technicianId: slug }),
  'order.unaccompany': onlyOrder,
  'order.accept': z.strictObject({ orderId, technicianId: slug.optional() }),
  'order.return': z.strictObject({ orderId, reason }),
  'order.mismatch': z.strictObject({ orderId, field: said(40), causedBy: z.enum(['customer', 'company']) }),
  'order.verify': z.strictObject({
    orderId,
    fields: z.array(said(40)).max(20).optional(),
    customer: customerCorrection.optional(),
  }),
  'order.complete': z.strictObject({
    orderId,
    fields: z.array(said(40)).max(20).optional(),
    churnReason: said(200).optional(),
    retentionLevel: z.literal([1, 2, 3]).optional(),
    customer: customerCorrection.optional(),
  }),
  'order.place': z.strictObject({ orderId, place }),
  'order.merge': z.strictObject({ orderId, into: id }),
  'order.cancel': z.strictObject({ orderId, by: z.enum(['customer', 'company']), reason }),
  'order.unserviceable': z.strictObject({ orderId, reason }),
  'order.retain': z.strictObject({ orderId, reason }),
  'order.resolve': z.strictObject({
    orderId,
    causeSide: z.enum(CAUSE_SIDES).optional(),
    causeCode: z.enum(CAUSE_CODES).optional(),
  }),
  'order.reply': z.strictObject({
    orderId,
    filed: z.array(z.enum(ASSET_FIELDS)).max(10).optional(),
    record: z.partialRecord(z.enum(ASSET_FIELDS), said(200)).optional(),
  }),
  'order.confirm_times': z.strictObject({ orderId, reason }),
  'follow_up.done': z.strictObject({ orderId, rule: z.enum(RULE_IDS) }),
  'outage.verify_line': z.strictObject({ orderId, working: z.boolean() }),
  'contact.attempt': z.strictObject({
    orderId,
    channel: z.enum(['phone', 'sms', 'app']).optional(),
    outcome: z.enum(['connected', 'no_answer', 'refused', 'invalid']),
    contentConfirmed: z.boolean().optional(),
    promiseTold: z.boolean().optional(),
    site: z.strictObject(siteFinding).optional(),
  }),
  'hold.start': z.strictObject({
    orderId,
    reason: z.enum(['customer_wish', 'customer_absent', 'unreachable', 'customer_owned_line']),
    until: instant.optional(),
    offered: z.array(instant).max(20).optional(),
  }),
  'hold.end': onlyOrder,
  'site.record': z.strictObject({ orderId, ...siteFinding }),
  'first_ask.hand_over': z.strictObject({ orderId, to: said(64) }),
  'first_ask.take_over': onlyOrder,
  'question.ask': z.strictObject({ orderId, question: said(500), askedAt: instant.optional() }),
  'question.settle': z.strictObject({
    orderId,
    questionId: said(20),
    resolution: z.enum(RESOLUTIONS),
    explained: z.boolean().optional(),
    tried: z.array(z.enum(RESOLUTIONS)).max(5).optional(),
  }),
  'question.answer': z.strictObject({
    orderId,
    questionId: said(20),
    by: z.enum(['owner', 'cs_manager', 'superior']),
  }),
  'complaint.refer_up': z.strictObject({ orderId, department: said(60), reason }),
  'complaint.mark_major': z.strictObject({ orderId, reason }),
  'progress.promise_finish': z.strictObject({ orderId, finishAt: instant }),
  'customer.urge': onlyOrder,
  'progress.feedback': onlyOrder,
  'dept.report': z.strictObject({ orderId, reason: reason.optional(), newEta: instant.optional() }),
  'urge.issue': onlyOrder,
  'urge.ack': onlyOrder,
  'callback.record': z.strictObject({
    orderId,
    agent: said(64),
    outcome: z.enum(['done', 'not_reached', 'refused']),
    repairedOnDay: z.boolean().optional(),
    working: z.boolean().optional(),
    score: z.number().min(0).max(10).optional(),
    dissatisfied: z.boolean().optional(),
    answered: z.array(z.enum(QUESTION_IDS)).max(20).optional(),
    answers: z.partialRecord(z.enum(QUESTION_IDS), said(500)).optional(),
    device: device.optional(),
  }),
  'damage.report': z.strictObject({
    orderId,
    item: said(200).optional(),
    photo: z.boolean().optional(),
    photos: photos.optional(),
    apologised: z.boolean().optional(),
  }),
  'damage.apologise': onlyOrder,
  'damage.assess': z.strictObject({ orderId, item: said(200), amount: z.number().min(0).max(1_000_000) }),
  'damage.agree': onlyOrder,
  'damage.compensate': onlyOrder,
  'coordination.ack': onlyOrder,
  'coordination.done': onlyOrder,
};
