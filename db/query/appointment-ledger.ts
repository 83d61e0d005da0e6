import type { Appointment } from '#domain/appointment/appointment.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

/** What the database must know of the standard and the order to refuse a promise that the rules must never allow. */
export interface PromiseTerms {
  orderId: string;
  areaId: string;
  tz: string;
  window: readonly [string, string];
  windowExempt: boolean;
  noticeMin: number;
  changeMax: number | null;
}

/** Adds a version of a promise to the ledger. */
export function appendPromise(
  tx: Transaction,
  commandId: string,
  terms: PromiseTerms,
  appointment: Appointment,
): Sent {
  const { change } = appointment;
  const row = {
    order_id: terms.orderId,
    version: appointment.version,
    area_id: terms.areaId,
    start_at: appointment.start,
    end_at: appointment.end,
    proposed_by: appointment.proposedBy,
    confirmed_at: appointment.confirmedAt,
    confirmed_by: appointment.confirmedBy,
    channel: appointment.channel,
    tz: terms.tz,
    window_opens: terms.window[0],
    window_closes: terms.window[1],
    window_exempt: terms.windowExempt,
    cause: change?.cause ?? null,
    reason: change?.reason ?? null,
    requested_by: change?.requestedBy ?? null,
    requested_at: change?.requestedAt ?? null,
    notified_at: change?.notifiedAt ?? null,
    notice_lead_min: change?.noticeLeadMin ?? null,
    notice_min: change ? terms.noticeMin : null,
    short_notice: change?.shortNotice ?? false,
    at_gate: change?.atGate ?? false,
    counted: change?.counted ?? false,
    change_max: terms.changeMax,
    approval_by: change?.approval?.by ?? null,
    approval_role: change?.approval?.role ?? null,
    approval_reason: change?.approval?.reason ?? null,
    approval_at: change?.approval?.at ?? null,
    command_id: commandId,
  };
  return tx`insert into appointment_ledger ${tx(row)}`.execute();
}

/** One line of an order's promise ledger. Instants are epoch milliseconds. */
export interface PromiseLine {
  version: number;
  start: number;
  end: number;
  proposedBy: 'customer' | 'company';
  confirmedAt: number;
  confirmedBy: string;
  cause: string | null;
  reason: string | null;
  requestedBy: string | null;
  notifiedAt: number | null;
  noticeLeadMin: number | null;
  shortNotice: boolean;
  counted: boolean;
  countedNo: number;
  approval: { by: string; role: string; reason: string; at: number } | null;
}

/** Every version of an order's promise, oldest first. */
export async function promiseLedger(sql: Queryable, orderId: string): Promise<PromiseLine[]> {
  return sql<PromiseLine[]>`
    select version, start_at as start, end_at as "end", proposed_by as "proposedBy", confirmed_at as "confirmedAt",
      confirmed_by as "confirmedBy", cause, reason, requested_by as "requestedBy", notified_at as "notifiedAt",
      notice_lead_min as "noticeLeadMin", short_notice as "shortNotice", counted, counted_no as "countedNo",
      case when approval_by is not null then json_build_object('by', approval_by, 'role', approval_role,
        'reason', approval_reason, 'at', (extract(epoch from approval_at) * 1000)::bigint) end as approval
    from appointment_ledger where order_id = ${orderId} order by version`;
}
