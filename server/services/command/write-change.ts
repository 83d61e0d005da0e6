import type { Transaction } from '#db/client.ts';
import { appendPromise } from '#db/query/appointment-ledger.ts';
import { writeApproval } from '#db/query/approval.ts';
import { writeArea } from '#db/query/area.ts';
import { type Author, appendEvents } from '#db/query/event.ts';
import { finishImport } from '#db/query/import-run.ts';
import { insertOrders, updateOrders } from '#db/query/order.ts';
import { insertContacts } from '#db/query/order-contact.ts';
import { markPublished } from '#db/query/plan.ts';
import { writeTechnicians } from '#db/query/technician.ts';
import { insertNotices } from '#db/query/timer-notice.ts';
import { writeVisitSlots } from '#db/query/visit-slot.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { Change } from './change.ts';

/** Writes state rows; the constraints of the database have the last word here. */
export async function writeState(tx: Transaction, commandId: string, change: Change): Promise<void> {
  const { at } = change;
  for (const area of change.areas ?? []) await writeArea(tx, area);
  await insertOrders(tx, change.takenIn ?? [], at);
  await insertContacts(tx, change.contacts ?? []);
  await updateOrders(tx, change.orders ?? [], at);
  await writeVisitSlots(
    tx,
    (change.orders ?? []).map(({ order }) => order),
  );
  for (const { terms, appointment } of change.promises ?? []) {
    await appendPromise(tx, commandId, terms, appointment);
  }
  await writeTechnicians(tx, change.technicians ?? []);
  for (const { approval, version } of change.approvals ?? []) await writeApproval(tx, approval, version);
  await Promise.all(insertNotices(tx, change.notices ?? []));
  if (change.finishedImport) await finishImport(tx, change.finishedImport, at);
}

/** A statement may take five seconds; so many rows take a fraction of one. */
const LOG_CHUNK = 1_000;

/** Appends to the logs, areas in ascending id, and returns the new seq of each. The last step before the answer. */
export async function writeLog(
  tx: Transaction,
  commandId: string,
  author: Author,
  change: Change,
): Promise<Map<AreaId, number>> {
  const seqs = new Map<AreaId, number>();
  const areaIds = [...new Set(change.log.map(({ areaId }) => areaId))].sort();
  for (const areaId of areaIds) {
    const rows = change.log.filter((entry) => entry.areaId === areaId).map(({ row }) => row);
    for (let from = 0; from < rows.length; from += LOG_CHUNK) {
      const chunk = rows.slice(from, from + LOG_CHUNK);
      seqs.set(areaId, await appendEvents(tx, { areaId, at: change.at, author, commandId, rows: chunk }));
    }
  }
  if (change.publishedPlanId) {
    await markPublished(tx, change.publishedPlanId, seqs.get(change.areaId) ?? 0);
  }
  return seqs;
}
