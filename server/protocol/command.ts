import type { AssetField } from '#domain/asset/asset-record.ts';
import type {
  ApprovalId,
  AreaId,
  CommandId,
  Instant,
  OrderId,
  PlanId,
  TechnicianId,
} from '#domain/base/brand.ts';
import type { CutoverCommands } from '#domain/cutover/cutover.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { OutageCommands } from '#domain/outage/outage.ts';

/** Commands that do not concern one order alone. */
export interface OtherCommands {
  /** Ask a supervisor to let a command pass that needs approval. The order's `version` travels in the envelope. */
  'approval.request': {
    orderId: OrderId;
    command: { type: keyof OrderCommands; payload: unknown };
    reason: string;
  };
  'approval.approve': { approvalId: ApprovalId; reason: string };
  'approval.reject': { approvalId: ApprovalId; reason: string };
  /** Shows the sender the customer's full number for a while; kept on record with the reason (PRIV-01). */
  'customer.reveal': { orderId: OrderId; reason: string };
  'technician.consent': { technicianId: TechnicianId; version: string; given: boolean };
  /** `declared`: cards of the shift's beginning that the person vouches for (VRFY-03). */
  'technician.on_duty': { technicianId: TechnicianId; declared?: readonly string[] };
  'area.designate': {
    areaId: AreaId;
    technicianId: TechnicianId;
    from?: Instant;
    until?: Instant;
    deputyId?: TechnicianId;
  };
  'area.name_deputy': { areaId: AreaId; deputyId: TechnicianId };
  'area.stand_in': { areaId: AreaId };
  'area.come_back': { areaId: AreaId };
  'area.withdraw': { areaId: AreaId };
  /** A member leaves the area; the successor leads it then, or takes the orders over (RESP-02). */
  'area.leave': {
    areaId: AreaId;
    technicianId: TechnicianId;
    successorId?: TechnicianId;
    reason?: string;
  };
  'technician.off_duty': { technicianId: TechnicianId };
  /**
   * Publish a proposed plan, whole or in part, as one command. `baseSeq` is the area's seq the plan was computed on; `accept` names the
   * orders to be taken, all that it changes when left out; `reason` is written down for orders that it gives back to be dispatched.
   */
  'plan.publish': { planId: PlanId; accept?: readonly OrderId[]; baseSeq: number; reason?: string };
  /** Put a suggestion aside; what it would have moved is left alone until it has changed. */
  'plan.dismiss': { planId: PlanId };
}

/** Who the customer is, given with an intake. It never enters the log; `phone` is digits only. */
export interface CustomerGiven {
  name: string;
  phone: string | null;
  address: string;
  /** Of a move: the address that the customer leaves. */
  previousAddress?: string;
  /** Whom to speak with when it is not the account's holder (INTK-05). */
  contactPerson?: string;
  /** How one gets in: gate, parking, papers (INTK-05, TRAV-05). */
  accessNotes?: string;
  note: string;
}
/** Words that a command brings along and that never enter the log. */
export interface WordsGiven {
  /** What was missing or wrong of the customer; what is left out stays (INTK-01, VRFY-01). */
  customer?: Partial<Omit<CustomerGiven, 'previousAddress'>>;
  /** Values of an installation's record (DONE-10). */
  record?: Partial<Record<AssetField, string>>;
  /** What the customer said to open questions (CALL-06…09), by question. */
  answers?: Partial<Record<string, string>>;
  /** What the customer wrote on the confirmation sheet (DONE-02). */
  opinion?: string;
}
export interface Commands
  extends Omit<
      OrderCommands,
      'order.intake' | 'order.complete' | 'order.verify' | 'order.reply' | 'callback.record' | 'visit.sign'
    >,
    OutageCommands,
    CutoverCommands,
    OtherCommands {
  'order.intake': OrderCommands['order.intake'] & { customer?: CustomerGiven };
  'order.complete': OrderCommands['order.complete'] & Pick<WordsGiven, 'customer'>;
  'order.verify': OrderCommands['order.verify'] & Pick<WordsGiven, 'customer'>;
  'order.reply': OrderCommands['order.reply'] & Pick<WordsGiven, 'record'>;
  'callback.record': OrderCommands['callback.record'] & Pick<WordsGiven, 'answers'>;
  'visit.sign': OrderCommands['visit.sign'] & Pick<WordsGiven, 'opinion'>;
}
export type CommandType = keyof Commands;

/** The one way to change anything. `version` is the order's (or technician's) version that the sender saw. */
export interface CommandEnvelope<T extends CommandType = CommandType> {
  id: CommandId;
  type: T;
  payload: Commands[T];
  version?: number;
}

export interface CommandOk {
  ok: true;
  data: {
    /** True when this id had been answered before. */
    replay: boolean;
    areaId: AreaId;
    /** Last seq written in that area by this command. */
    seq: number;
    orderId?: OrderId;
    version?: number;
    approvalId?: ApprovalId;
    warnings: readonly RefusalRule[];
    committedAt: Instant;
  };
}

/** One rule of a refusal as every edge shows it. `clause` is the standard's own words. */
export interface RefusalRule {
  id: string;
  kind: 'block' | 'approval' | 'warning';
  clause: string;
  facts: Readonly<Record<string, unknown>>;
  advice?: string;
}

export const REFUSAL_CODES = [
  'invalid',
  'unauthenticated',
  'not_found',
  'forbidden',
  'refused',
  'needs_approval',
  'stale',
  'key_reuse',
  'overlap',
  'too_many',
  'too_large',
  'unsupported',
  'retry',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface CommandRefused {
  ok: false;
  code: RefusalCode;
  /** One sentence for logs and API readers; screens use `code` and `rules` with their own catalogues. */
  title: string;
  /** Path of the offending field, for `invalid`. */
  field?: string;
  rules?: readonly RefusalRule[];
  approver?: string;
  /** The fresh state, for `stale`. */
  current?: unknown;
  /** Of a plan: every order that cannot be taken as the plan has it. Nothing is published; `accept` with the rest publishes that. */
  leftOut?: readonly LeftOut[];
}

/** One order of a plan that the present speaks against, refused as if it had been dragged there by itself. */
export interface LeftOut extends Pick<CommandRefused, 'code' | 'title' | 'rules' | 'approver'> {
  orderId: OrderId;
  number: string;
}
export type CommandAnswer = CommandOk | CommandRefused;
