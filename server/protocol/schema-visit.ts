import { z } from 'zod';
import { CHECKLIST } from '#domain/checklist/checklists.ts';
import { id, instant, localDate, reason, said } from './schema-base.ts';

const CARD_IDS = CHECKLIST.map(({ id: card }) => card);
const step = {
  orderId: id,
  occurredAt: instant.optional(),
  checks: z.array(z.enum(CARD_IDS)).max(100).optional(),
};
const plain = z.strictObject(step);

/** Payloads of the steps of a visit. */
export const visitSchemas = {
  'visit.depart': z.strictObject({
    ...step,
    kitMissing: z.array(said(40)).max(60).optional(),
    reason: reason.optional(),
  }),
  'visit.arrive': z.strictObject({
    ...step,
    distanceM: z.number().min(0).max(1_000_000).optional(),
    reason: reason.optional(),
  }),
  'visit.knock': plain,
  'visit.enter': plain,
  'visit.leave_no_answer': z.strictObject({
    ...step,
    calls: z.int().min(0).max(100),
    note: z.union([z.enum(['full', 'none']), z.array(said(40)).max(20)]),
    photo: z.boolean().optional(),
  }),
  'visit.work': z.strictObject({
    ...step,
    routingAgreed: z.boolean().optional(),
    advice: reason.optional(),
    risk: z.strictObject({ explained: z.boolean(), consent: z.boolean() }).optional(),
    serviceAffecting: z.boolean().optional(),
  }),
  'visit.test': z.strictObject({
    ...step,
    threeOnes: z.boolean().optional(),
    downMbps: z.number().min(0).max(1_000_000).optional(),
    reason: reason.optional(),
  }),
  'visit.activate': z.strictObject({ ...step, temporary: z.boolean().optional() }),
  'visit.observe': plain,
  'visit.observe_failed': plain,
  'visit.sign': z.strictObject({
    ...step,
    filledBy: z.enum(['customer', 'technician']),
    refused: z.boolean().optional(),
    reason: reason.optional(),
    satisfied: z.boolean().optional(),
    chargedAmount: z.number().min(0).max(100_000).optional(),
    invoiceNo: said(40).optional(),
    signatureHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex')
      .optional(),
  }),
  'visit.block': z.strictObject({
    ...step,
    reason,
    department: said(60),
    consent: z.boolean().optional(),
    expectedReturnDate: localDate.optional(),
  }),
  'visit.finish': plain,
  'visit.safety': z.strictObject({ ...step, reason }),
};
