import { z } from 'zod';
import type { OrderCommandType } from '#domain/order/order-command.ts';
import type { CommandEnvelope, Commands, CommandType } from './command.ts';
import { appointmentSchemas } from './schema-appointment.ts';
import { id, instant, reason, type Schema, slug, uuid, version } from './schema-base.ts';
import { cutoverSchemas } from './schema-cutover.ts';
import { orderSchemas } from './schema-order.ts';
import { outageSchemas } from './schema-outage.ts';
import { visitSchemas } from './schema-visit.ts';

type SchemasOf<T extends CommandType> = { [K in T]: Schema<Commands[K]> };

/** Payload schemas of the commands about one order. */
const orderCommandSchemas: SchemasOf<OrderCommandType> = {
  ...orderSchemas,
  ...appointmentSchemas,
  ...visitSchemas,
};

const approvable = Object.keys(orderCommandSchemas).filter(
  (type) => type !== 'order.intake',
) as OrderCommandType[];

/** The payload schema of every command. */
export const commandSchemas: SchemasOf<CommandType> = {
  ...orderCommandSchemas,
  ...outageSchemas,
  ...cutoverSchemas,
  'approval.request': z.strictObject({
    orderId: id,
    command: z.strictObject({ type: z.enum(approvable), payload: z.unknown() }),
    reason,
  }),
  'approval.approve': z.strictObject({ approvalId: uuid, reason }),
  'approval.reject': z.strictObject({ approvalId: uuid, reason }),
  'customer.reveal': z.strictObject({ orderId: id, reason }),
  'technician.consent': z.strictObject({ technicianId: slug, version: slug, given: z.boolean() }),
  'technician.on_duty': z.strictObject({
    technicianId: slug,
    declared: z.array(z.string().max(40)).max(20).optional(),
  }),
  'area.designate': z.strictObject({
    areaId: slug,
    technicianId: slug,
    from: instant.optional(),
    until: instant.optional(),
    deputyId: slug.optional(),
  }),
  'area.name_deputy': z.strictObject({ areaId: slug, deputyId: slug }),
  'area.stand_in': z.strictObject({ areaId: slug }),
  'area.come_back': z.strictObject({ areaId: slug }),
  'area.withdraw': z.strictObject({ areaId: slug }),
  'area.leave': z.strictObject({
    areaId: slug,
    technicianId: slug,
    successorId: slug.optional(),
    reason: reason.optional(),
  }),
  'technician.off_duty': z.strictObject({ technicianId: slug }),
  'plan.dismiss': z.strictObject({ planId: uuid }),
  'plan.publish': z.strictObject({
    planId: uuid,
    accept: z.array(id).max(5_000).optional(),
    baseSeq: z.int().min(0),
    reason: reason.optional(),
  }),
};

const envelope = z.strictObject({
  id: uuid,
  type: z.enum(Object.keys(commandSchemas) as CommandType[]),
  payload: z.unknown(),
  version: version.optional(),
});

/** Ids of commands. */
export const uuidSchema = uuid;

/** What is wrong with input from outside: the path of the field and one sentence. */
export interface Fault {
  field: string;
  message: string;
}
export type Parsed<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** Checks a value against a schema; the first fault names the field as a path (`payload.start`). */
export function parse<T>(schema: Schema<T>, value: unknown, at: readonly string[] = []): Parsed<T> {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  return { ok: false, fault: faultOf(result.error.issues[0], at) };
}

/**
 * Checks a command as it came over the wire. Payload fields are named without `payload.` before them, as the callers of
 * HTTP know them.
 */
export function parseCommand(raw: unknown): Parsed<CommandEnvelope> {
  const outer = parse(envelope, raw);
  if (!outer.ok) return outer;
  const { type } = outer.value;
  const payload = parse<unknown>(commandSchemas[type], outer.value.payload ?? {});
  if (!payload.ok) return payload;
  return { ok: true, value: { ...outer.value, payload: payload.value } as CommandEnvelope };
}

/** Checks the payload of a stored or wrapped command (`approval.request`). */
export function parsePayload<T extends CommandType>(
  type: T,
  payload: unknown,
  at: readonly string[] = [],
): Parsed<Commands[T]> {
  return parse<Commands[T]>(commandSchemas[type], payload, at);
}

function faultOf(issue: z.core.$ZodIssue | undefined, at: readonly string[]): Fault {
  if (!issue) return { field: at.join('.'), message: 'is not valid' };
  const unknown = issue.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : [];
  const field = [...at, ...issue.path.map(String), ...unknown].join('.');
  const message = issue.code === 'unrecognized_keys' ? 'is not a field of this request' : issue.message;
  return { field, message };
}
