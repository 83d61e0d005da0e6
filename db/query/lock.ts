import type { Transaction } from '../client.ts';

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
