import type { Approval } from '#domain/approval/approval.ts';
import type { Queryable, Sent, Transaction } from '../client.ts';

type Row = { state: Approval; version: number };

/** One request for approval with its version, or null. */
export async function approvalById(sql: Queryable, id: string): Promise<Row | null> {
  const [row] = await sql<Row[]>`select state, version from approval where id = ${id}`;
  return row ?? null;
}

/** The same, held until the transaction ends. */
export async function lockApproval(tx: Transaction, id: string): Promise<Row | null> {
  const [row] = await tx<Row[]>`select state, version from approval where id = ${id} for update`;
  return row ?? null;
}

/** Requests still open in the areas named (null = all), oldest first. */
export async function pendingApprovals(
  sql: Queryable,
  areaIds: readonly string[] | null,
): Promise<Approval[]> {
  const rows = await sql<Row[]>`
    select state, version from approval
    where status = 'pending' and (${areaIds === null} or area_id = any(${(areaIds ?? []) as string[]}))
    order by requested_at, id`;
  return rows.map(({ state }) => state);
}

/** Writes a request, new or decided. A second pending one for the same order and command is a 23505. */
export function writeApproval(tx: Transaction, approval: Approval, version: number): Sent {
  return tx`
    insert into approval (id, order_id, area_id, command_type, status, approver, requested_by, requested_at,
      decided_by, version, state)
    values (${approval.id}, ${approval.orderId}, ${approval.areaId}, ${approval.command.type}, ${approval.state},
      ${approval.approver}, ${approval.requestedBy}, ${approval.requestedAt}, ${approval.decidedBy}, ${version},
      ${tx.json(approval as never)})
    on conflict (id) do update set status = excluded.status, decided_by = excluded.decided_by,
      version = excluded.version, state = excluded.state`.execute();
}

/** Requests about an order that are still open, held until the transaction ends. */
export async function lockPendingOf(tx: Transaction, orderId: string): Promise<Row[]> {
  return tx<Row[]>`
    select state, version from approval where order_id = ${orderId} and status = 'pending' order by id for update`;
}
