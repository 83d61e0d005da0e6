import type { Instant } from '../base/brand.ts';
import { splitMove } from '../order/move.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand, OrderCommands } from '../order/order-command.ts';
import type { AccessType } from '../order/order-type.ts';
import { ACCESS_TYPES } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { addDays, localDate } from '../time/zone.ts';
import type { Step } from './scenario.ts';

type Intake = { type: 'order.intake'; payload: OrderCommands['order.intake'] };

/** The intakes that a step stands for: one order, or a move with its install and remove children. */
export function intakesOf({ fields }: Step, areaId: string): readonly Intake[] {
  const { order, area: _area, accessType, missing, churnReason, retentionLevel, ...rest } = fields;
  const id = String(order);
  const intake = (
    orderId: string,
    type: OrderCommands['order.intake']['type'],
    more: object = {},
  ): Intake => ({
    type: 'order.intake',
    payload: {
      ...(rest as object),
      ...retentionOf(churnReason, retentionLevel, (missing as readonly string[] | undefined) ?? []),
      missing: missing as readonly string[] | undefined,
      accessType: accessOf(accessType),
      orderId,
      number: orderId,
      areaId,
      type,
      ...more,
    },
  });
  const type = fields.type as OrderCommands['order.intake']['type'];
  if (type !== 'move') return [intake(id, type)];
  const { payload } = intake(id, type);
  return splitMove(payload, { areaId, place: null, estate: null }).map((one) => ({
    type: 'order.intake',
    payload: one,
  }));
}

/** A removal's retention is given unless the story says otherwise. */
function retentionOf(reason: unknown, level: unknown, missing: readonly string[]) {
  const stated = reason === undefined ? 'stated at the counter' : String(reason);
  const reached = level === undefined ? 1 : level;
  return {
    churnReason: missing.includes('churnReason') ? '' : stated,
    retentionLevel:
      missing.includes('retentionLevel') || !(reached === 1 || reached === 2 || reached === 3)
        ? undefined
        : reached,
  } as const;
}

function accessOf(word: unknown): AccessType | undefined {
  const written = String(word ?? 'ftth');
  if (written === 'ad' || written === 'adsl') return 'xDSL';
  return ACCESS_TYPES.find((one) => one.toLowerCase() === written);
}

/**
 * The command that a step stands for. What the language leaves out is filled in here (limits told, a full kit): the area's first responsible person when nobody is
 * named (DISP-09), the next day as the day of return, the technician's own id for "technician".
 */
export function commandOf(
  step: Step,
  now: Instant,
  order: Order | null,
  areaLead: string | null,
  standard: ResolvedStandard,
): OrderCommand {
  const { order: id, technician, companion: _companion, approval: _approval, ...more } = step.fields;
  const { version, into, agent, ...rest } = more;
  const payload: Record<string, unknown> = { ...rest, orderId: String(id) };
  if (technician !== undefined) payload.technicianId = technician;
  switch (step.do) {
    case 'order.dispatch':
      payload.technicianId = technician ?? areaLead ?? undefined;
      break;
    case 'order.accept':
      payload.technicianId = technician ?? order?.technicianId ?? undefined;
      break;
    case 'contact.attempt':
      payload.promiseTold = rest.promiseTold ?? true;
      break;
    case 'visit.depart':
      payload.kitMissing = rest.kitMissing ?? [];
      break;
    case 'order.merge':
      payload.into = into;
      break;
    case 'order.cancel':
      // whoever else cancels does so for the company, a duplicate for one
      payload.by = (rest.by ?? 'customer') === 'customer' ? 'customer' : 'company';
      break;
    case 'order.mismatch':
      payload.field = rest.field ?? '';
      break;
    case 'appointment.confirm':
    case 'appointment.change':
    case 'appointment.draft_move':
      payload.start = rest.start ?? Number.NaN;
      payload.proposedBy = rest.proposedBy ?? 'customer';
      if (version !== undefined) payload.appointmentVersion = version;
      break;
    case 'appointment.late':
      payload.eta = rest.eta ?? Number.NaN;
      break;
    case 'visit.leave_no_answer':
      payload.calls = rest.calls ?? 0;
      payload.note = rest.note ?? 'none';
      break;
    case 'visit.sign':
      payload.filledBy = rest.filledBy ?? 'customer';
      break;
    case 'visit.block':
      payload.expectedReturnDate = rest.expectedReturnDate ?? addDays(localDate(now, standard.get('tz')), 1);
      break;
    case 'callback.record':
      payload.agent = agent === 'technician' ? (order?.technicianId ?? agent) : (agent ?? step.as);
      break;
  }
  return { type: step.do, payload } as unknown as OrderCommand;
}
