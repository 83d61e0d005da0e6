import { NO_PLACE } from './gap-scan.ts';
import type { RouteOrder } from './model.ts';
import { withPublishedBreaks } from './published-breaks.ts';
import type { Workspace } from './workspace.ts';

/**
 * Brings an earlier order of work into an empty workspace: each visit behind the one before it, as far as
 * it still fits. What does not fit any more stays absent, to be placed afresh, and so do visits tied to it.
 */
export function loadOrders(work: Workspace, orders: readonly RouteOrder[]): void {
  const { day, book, finder } = work;
  const technicians = new Map(day.technicians.map((technician, k) => [technician.id, k]));
  const slotsOf = new Map<string, number[]>();
  for (let slot = 0; slot < day.visitCount; slot++) {
    const slots = slotsOf.get(day.visits[slot]!.id);
    if (slots) slots.push(slot);
    else slotsOf.set(day.visits[slot]!.id, [slot]);
  }
  for (const order of orders) {
    const k = technicians.get(order.technician);
    if (k === undefined) continue;
    let last = book.fixed[k]! - 1;
    // Breaks that the order does not mention are where the published times leave them, or go where they disturb least, before the visits
    // are filled in.
    const steps = withPublishedBreaks(work, k, order.steps, slotsOf);
    if (!steps.some((step) => step.kind === 'break')) work.placeBreaks(k);
    for (const step of steps) {
      if (step.kind === 'break') {
        const pause = day.breakNode[k]! + step.break;
        const fits = day.breakDue[pause] === 1 && finder.gaps.breakDelay(pause, k, last) < NO_PLACE;
        if (!fits || book.routeOf[pause]! >= 0) continue;
        book.insert(k, last, pause);
        last++;
        continue;
      }
      if (step.kind === 'store' && book.storeAt[k]! < 0) {
        book.insert(k, last, day.storeNode[k]!);
        last++;
        continue;
      }
      if (step.kind !== 'visit') continue;
      const slot = slotsOf.get(step.visit)?.find((each) => book.routeOf[each]! < 0);
      if (slot === undefined) continue;
      const isTied = day.group[slot]! >= 0;
      if (isTied && step.notBefore === undefined) continue;
      const position = placeBehind(work, slot, k, last, isTied ? step.notBefore : undefined);
      if (position < 0) continue;
      book.insert(k, position, slot);
      last = position + 1;
    }
  }
  takeOutBroken(work, slotsOf);
  // A begin that the order of work did not name, or that its window does not allow, is the one that it has come to. What a technician is
  // driving to has nothing before it that could put it off.
  for (const slots of slotsOf.values()) {
    for (const slot of slots) {
      const k = book.routeOf[slot]!;
      if (day.group[slot]! >= 0 && k >= 0 && day.nextSlot[k] !== slot) work.pin(slot, beginOf(work, slot));
    }
  }
  work.listAbsent();
  work.placeBreaks();
}

/** Takes out what does not keep its ties, with all who wait for it: crews that are not complete or do not begin together, visits before the end of the one they wait for. */
function takeOutBroken(work: Workspace, slotsOf: ReadonlyMap<string, readonly number[]>): void {
  const { day, book } = work;
  const isTogether = (slots: readonly number[]): boolean =>
    slots.every((slot) => book.routeOf[slot]! >= 0 && beginOf(work, slot) === beginOf(work, slots[0]!));
  const keepsTies = (slots: readonly number[]): boolean => {
    if (!isTogether(slots)) return false;
    const earlier = slotsOf.get(day.visits[slots[0]!]!.after ?? '');
    if (earlier === undefined) return true;
    const ended = Math.max(...earlier.map((slot) => beginOf(work, slot) + day.service[slot]!));
    return isTogether(earlier) && beginOf(work, slots[0]!) >= ended;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const slots of slotsOf.values()) {
      if (day.group[slots[0]!]! < 0 || keepsTies(slots)) continue;
      for (const slot of slots) {
        const k = book.routeOf[slot]!;
        if (k < 0) continue;
        book.remove(k, book.positionOf[slot]!, 1);
        work.resetBounds(slot);
        changed = true;
      }
    }
  }
}

/** When a slot that is in a route begins. */
function beginOf({ day, book }: Workspace, slot: number): number {
  return book.leave[book.routeOf[slot]! * book.room + book.positionOf[slot]!]! - day.service[slot]!;
}

/** Where a slot fits behind position `last`, begun at `begin` if given, with its deadline held as strictly as can be; −1 for nowhere. */
function placeBehind(work: Workspace, slot: number, k: number, last: number, begin?: number): number {
  const { day } = work;
  const isPromised = day.visits[slot]!.window.kind === 'promised';
  for (const hold of isPromised ? [day.hold[slot]!] : (['with_reserve', 'strict', 'released'] as const)) {
    if (day.hold[slot] !== hold) work.hold(slot, hold);
    if (begin !== undefined) work.holdTo(slot, begin);
    const position = positionBehind(work, slot, k, last);
    if (position >= 0) return position;
  }
  if (!isPromised) work.hold(slot, 'with_reserve');
  else if (begin !== undefined) work.resetBounds(slot);
  return -1;
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
