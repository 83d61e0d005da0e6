import type { Transaction } from '#db/client.ts';
import type { PromiseTerms } from '#db/query/appointment-ledger.ts';
import type { LogRow } from '#db/query/event.ts';
import type { ContactCorrection, ContactWrite } from '#db/query/order-contact.ts';
import type { OrderWords } from '#db/query/order-words.ts';
import type { SealedPhone } from '#db/query/technician.ts';
import type { Appointment } from '#domain/appointment/appointment.ts';
import type { Approval } from '#domain/approval/approval.ts';
import type { Area } from '#domain/area/area.ts';
import type { AreaId, CommandId, Instant } from '#domain/base/brand.ts';
import type { Actor } from '#domain/base/role.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { Reveal } from '#domain/privacy/reveal.ts';
import type { Technician } from '#domain/technician/technician.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { CommandOk, CommandRefused, Commands, CommandType } from '#protocol/command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** What a verb works with, inside the transaction of its command. */
export interface Work {
  tx: Transaction;
  services: Services;
  viewer: Viewer;
  actor: Actor;
  commandId: CommandId;
  /** The version of the order or technician that the sender saw. */
  version: number | undefined;
}

/** Everything that a command writes. A verb decides and returns it; only `writeChange` writes. */
export interface Change {
  /** The area whose seq the answer tells. */
  areaId: AreaId;
  at: Instant;
  log: readonly { areaId: AreaId; row: LogRow }[];
  takenIn?: readonly Order[];
  orders?: readonly { order: Order; was: number }[];
  contacts?: readonly ContactWrite[];
  corrections?: readonly ContactCorrection[];
  promises?: readonly { terms: PromiseTerms; appointment: Appointment }[];
  areas?: readonly Area[];
  technicians?: readonly { technician: Technician; phone?: SealedPhone | null }[];
  approvals?: readonly { approval: Approval; version: number }[];
  outages?: readonly Outage[];
  cutovers?: readonly Cutover[];
  reveals?: readonly Reveal[];
  words?: readonly OrderWords[];
  /** Alarms of timers that are given with this change. */
  notices?: readonly TimerNotice[];
  /** A plan that this command publishes. */
  publishedPlanId?: string;
  /** A suggestion that this command puts aside or takes back. */
  endedPlan?: { id: string; status: 'dismissed' | 'withdrawn'; by: string };
  /** An import that is done with this change. */
  finishedImport?: { id: string; taken: number };
  answer: Pick<CommandOk['data'], 'orderId' | 'version' | 'approvalId' | 'warnings'>;
}

/**
 * A change to write. `insteadOf`: the answer is this refusal although something is written, such as that an approval came
 * too late.
 */
export interface Carried {
  ok: true;
  change: Change;
  insteadOf?: CommandRefused;
}
export type Outcome = Carried | CommandRefused;

export type Verb<T extends CommandType> = (work: Work, payload: Commands[T]) => Promise<Outcome>;

/** The order went to another technician between reading who has it and holding it; nothing is written yet, begin anew. */
export class HolderChanged extends Error {}
