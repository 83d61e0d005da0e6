import { NO_PLACE } from './gap-scan.ts';
import type { RouteOrder } from './model.ts';
import type { Workspace } from './workspace.ts';

/**
 * Brings an earlier order of work into an empty workspace: each visit behind the one before it, as far as
 * it still fits. Visits tied to others and what does not fit any more stay absent, to be placed afresh.
 */
export function loadOrders(work: Workspace, orders: readonly RouteOrder[]): void {
  const { day, book } = work;
  work.placeBreaks();
  const technicians = new Map(day.technicians.map((technician, k) => [technician.id, k]));
  const slots = new Map<string, number>();
  for (let slot = 0; slot < day.visitCount; slot++) {
    if (day.group[slot]! < 0) slots.set(day.visits[slot]!.id, slot);
  }
  for (const order of orders) {
    const k = technicians.get(order.technician);
    if (k === undefined) continue;
    let last = book.fixed[k]! - 1;
    for (const step of order.steps) {
      if (step.kind === 'store' && book.storeAt[k]! < 0) {
        book.insert(k, last, day.storeNode[k]!);
        last++;
        continue;
      }
      if (step.kind !== 'visit') continue;
      const slot = slots.get(step.visit);
      if (slot === undefined || book.routeOf[slot]! >= 0) continue;
      const position = positionBehind(work, slot, k, last);
      if (position < 0) continue;
      book.insert(k, position, slot);
      last = position + 1;
    }
  }
  work.listAbsent();
}

/** The first gap from position `last` on, across breaks only, that takes the slot; −1 for none. */
function positionBehind(work: Workspace, slot: number, k: number, last: number): number {
  const { day, book, finder } = work;
  if (day.allowed[slot * day.technicians.length + k] === 0) return -1;
  const kinds = day.stockKinds;
  for (let r = 0; r < kinds && book.storeAt[k]! < 0; r++) {
    if (book.load[k * kinds + r]! + day.needs[slot * kinds + r]! > day.carries[k * kinds + r]!) return -1;
  }
  const base = k * book.room;
  for (let before = last; before < book.length[k]! - 1; before++) {
    if (before > last && book.node[base + before]! < day.breakNode[0]!) break;
    if (finder.gaps.extra(slot, k, before, book.leave[base + before]!) < NO_PLACE) return before;
  }
  return -1;
}
