import { z } from 'zod';
import { CAUSES } from '#domain/order/order-type.ts';
import { id, instant, reason, version } from './schema-base.ts';

const orderId = id;

/** Payloads of the commands about the promised time. */
export const appointmentSchemas = {
  'appointment.confirm': z.strictObject({
    orderId,
    start: instant,
    end: instant.optional(),
    proposedBy: z.enum(['customer', 'company']),
    offered: z.array(instant).max(20).optional(),
    preferred: z.array(instant).max(20).optional(),
    reason: reason.optional(),
  }),
  'appointment.change': z.strictObject({
    orderId,
    start: instant,
    end: instant.optional(),
    cause: z.enum(CAUSES),
    reason: reason.optional(),
    notifiedAt: instant.optional(),
    agreed: z.boolean().optional(),
    reached: z.boolean().optional(),
    earlyOffer: z.boolean().optional(),
    appointmentVersion: version.optional(),
  }),
  'appointment.draft_move': z.strictObject({ orderId, start: instant }),
  'appointment.reached': z.strictObject({ orderId, agreed: z.boolean().optional() }),
  'appointment.withdraw': z.strictObject({ orderId }),
  'appointment.cancel': z.strictObject({ orderId, cause: z.enum(CAUSES), reason }),
  'order.rule_cause': z.strictObject({ orderId, appointmentVersion: version, cause: z.enum(CAUSES), reason }),
  'appointment.late': z.strictObject({ orderId, eta: instant, reason, contactedAt: instant.optional() }),
};
