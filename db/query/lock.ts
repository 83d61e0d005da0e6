import type { Sent, Transaction } from '../client.ts';

const TECHNICIAN_DAY = 7_461;

/**
 * Takes the technicians' days for this transaction, in ascending id: whoever changes a technician's day holds it, so two
 * moves between the same two technicians cannot wait for each other.
 */
export async function lockTechnicianDays(tx: Transaction, technicianIds: readonly string[]): Promise<void> {
  const ordered = [...new Set(technicianIds)].sort();
  if (ordered.length === 0) return;
  await tx`
    select pg_advisory_xact_lock(${TECHNICIAN_DAY}, hashtext(day.id))
    from (select id from unnest(${ordered}::text[]) as id order by id collate "C" offset 0) day`;
}

/**
 * The same for the technician who has the order, who goes along and the one named, if any; answers with whose days are held. Whoever has
 * the order by the time they are had may be another: the caller looks.
 */
export function lockDaysAround(
  tx: Transaction,
  orderId: string,
  named: string | null,
): Sent<{ technicianId: string }> {
  return tx<{ technicianId: string }[]>`
    select day.id as "technicianId", pg_advisory_xact_lock(${TECHNICIAN_DAY}, hashtext(day.id))
    from (
      select id from unnest(${technicianIdsAround(tx, orderId, named)}) as id order by id collate "C" offset 0
    ) day`.execute();
}

/** SQL for the technician who has the order, who goes along and the one named, each once, as an array. */
export function technicianIdsAround(tx: Transaction, orderId: string, named: string | null) {
  return tx`array(
    select technician_id from orders where id = ${orderId} and technician_id is not null
    union select state ->> 'companionId' from orders where id = ${orderId} and state ->> 'companionId' is not null
    union select ${named}::text where ${named}::text is not null)`;
}
