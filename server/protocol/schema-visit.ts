import { z } from 'zod';
import { id, instant, localDate, reason, said } from './schema-base.ts';

const step = { orderId: id, occurredAt: instant.optional() };
const plain = z.strictObject(step);

/** Payloads of the steps of a visit. */
export const visitSchemas = {
  'visit.depart': plain,
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
  'visit.work': plain,
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
  }),
  'visit.block': z.strictObject({
    ...step,
    reason,
    department: said(60),
    consent: z.boolean().optional(),
    expectedReturnDate: localDate.optional(),
  }),
  'visit.finish': plain,
};
