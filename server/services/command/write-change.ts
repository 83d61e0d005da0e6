import type { Sent, Transaction } from '#db/client.ts';
import { appendPromise } from '#db/query/appointment-ledger.ts';
import { writeApproval } from '#db/query/approval.ts';
import { writeArea } from '#db/query/area.ts';
import { chunks } from '#db/query/chunks.ts';
import { insertReveal } from '#db/query/customer-reveal.ts';
import { writeCutover } from '#db/query/cutover.ts';
import { type Author, appendEvents } from '#db/query/event.ts';
import { finishImport } from '#db/query/import-run.ts';
import { insertOrders, updateOrders } from '#db/query/order.ts';
import { correctContact, insertContacts } from '#db/query/order-contact.ts';
import { insertOrderWords } from '#db/query/order-words.ts';
import { writeOutage } from '#db/query/outage.ts';
import { markPublished } from '#db/query/plan.ts';
import { endSuggestion } from '#db/query/suggestion.ts';
import { writeTechnicians } from '#db/query/technician.ts';
import { insertNotices } from '#db/query/timer-notice.ts';
import { writeVisitSlots } from '#db/query/visit-slot.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { Change } from './change.ts';

/** Sends what writes the state rows; the constraints of the database have the last word here. */
export function writeState(tx: Transaction, commandId: string, change: Change): Sent[] {
  const { at, orders = [] } = change;
  return [
    ...(change.areas ?? []).map((area) => writeArea(tx, area)),
    ...insertOrders(tx, change.takenIn ?? [], at),
    ...insertContacts(tx, change.contacts ?? []),
    ...(change.corrections ?? []).map((correction) => correctContact(tx, correction)),
    ...updateOrders(tx, orders, at),
    ...writeVisitSlots(
      tx,
      orders.map(({ order }) => order),
    ),
    ...(change.promises ?? []).map(({ terms, appointment }) =>
      appendPromise(tx, commandId, terms, appointment),
    ),
    ...writeTechnicians(tx, change.technicians ?? []),
    ...(change.approvals ?? []).map(({ approval, version }) => writeApproval(tx, approval, version)),
    ...(change.outages ?? []).map((outage) => writeOutage(tx, outage)),
    ...(change.cutovers ?? []).map((cutover) => writeCutover(tx, cutover)),
    ...(change.reveals ?? []).map((reveal) => insertReveal(tx, reveal)),
    ...insertOrderWords(tx, change.words ?? []),
    ...insertNotices(tx, change.notices ?? []),
    ...(change.finishedImport ? [finishImport(tx, change.finishedImport, at)] : []),
  ];
}

export interface LogSent {
  sent: readonly Sent[];
  /** Of each area that grows, the statement that answers with its new seq. */
  heads: ReadonlyMap<AreaId, Sent<{ seq: number }>>;
}

/** Sends what appends to the logs, areas in ascending id. The last step before the answer. */
export function writeLog(tx: Transaction, commandId: string, author: Author, change: Change): LogSent {
  const sent: Sent[] = [];
  const heads = new Map<AreaId, Sent<{ seq: number }>>();
  const areaIds = [...new Set(change.log.map(({ areaId }) => areaId))].sort();
  for (const areaId of areaIds) {
    const all = change.log.filter((entry) => entry.areaId === areaId).map(({ row }) => row);
    for (const rows of chunks(all)) {
      const appended = appendEvents(tx, { areaId, at: change.at, author, commandId, rows });
      heads.set(areaId, appended);
      sent.push(appended);
    }
  }
  if (change.publishedPlanId) sent.push(markPublished(tx, change.publishedPlanId));
  if (change.endedPlan) sent.push(endSuggestion(tx, change.endedPlan));
  return { sent, heads };
}
