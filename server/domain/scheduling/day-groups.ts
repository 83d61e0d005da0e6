import type { Day } from './day.ts';

/** Numbers the groups of slots that are tied: crews, and visits that wait for one another. */
export function linkGroups(day: Day): void {
  const slotsOf = new Map<string, number[]>();
  day.visits.forEach((visit, slot) => {
    const slots = slotsOf.get(visit.id);
    if (slots) slots.push(slot);
    else slotsOf.set(visit.id, [slot]);
  });
  const join = (slots: readonly number[]): void => {
    const members = new Set(slots.map((slot) => day.group[slot]!).filter((group) => group >= 0));
    const group = members.size > 0 ? Math.min(...members) : Math.min(...slots);
    for (const slot of slots) day.group[slot] = group;
    for (let slot = 0; slot < day.visitCount; slot++) {
      if (members.has(day.group[slot]!)) day.group[slot] = group;
    }
  };
  for (const slots of slotsOf.values()) {
    const before = day.visits[slots[0]!]!.after;
    const earlier = before === undefined ? undefined : slotsOf.get(before);
    if (slots.length > 1 || earlier) join(earlier ? [...slots, ...earlier] : slots);
  }
}
