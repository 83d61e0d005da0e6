import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';

/** The field of a mismatch, and of a correction, that the customer's number is; at the door it is called by its short name. */
export const PHONE_FIELD = 'contactPhone';
const PHONE_FIELDS: ReadonlySet<string> = new Set([PHONE_FIELD, 'phone']);
/** Vain attempts after which it is looked into whether the number on record is right (E-55). */
export const DOUBTED_AFTER = 3;

/** A number on record that nobody has (E-55): since when it is to be looked into, and when that was settled. */
export interface NumberDoubt {
  since: Instant;
  /** The customer was reached, the source of the number was found, or the right one was filed; null while none has happened. */
  settledAt: Instant | null;
}

/** Every time that a number proved invalid on so many attempts, the earliest first (E-55, DISP-04). */
export function numberDoubtsOf(order: Order): readonly NumberDoubt[] {
  const settled = settlementsOf(order);
  const doubts: NumberDoubt[] = [];
  let count = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, outcome } of order.contacts) {
    if (outcome !== 'invalid') continue;
    if (settled.some((one) => last <= one && one <= at)) count = 0;
    count += 1;
    last = at;
    if (count === DOUBTED_AFTER)
      doubts.push({ since: at, settledAt: settled.find((one) => one >= at) ?? null });
  }
  return doubts;
}

/** The doubt that still has to be settled; null where there is none. */
export function openNumberDoubt(order: Order): NumberDoubt | null {
  const last = numberDoubtsOf(order).at(-1);
  return last?.settledAt === null ? last : null;
}

/** A number that is invalid is the customer's cause only once it is known that the customer gave it so (E-55). */
export function isNumberInDoubt(order: Order): boolean {
  const since = order.contacts.findLastIndex(({ outcome }) => outcome === 'connected');
  const filedAt = order.numbersFiledAt.at(-1) ?? Number.NEGATIVE_INFINITY;
  const invalid = order.contacts
    .slice(since + 1)
    .some(({ at, outcome }) => outcome === 'invalid' && at >= filedAt);
  return (
    invalid &&
    !order.mismatches.some(({ field, causedBy }) => PHONE_FIELDS.has(field) && causedBy === 'customer')
  );
}

/** When the number proved right, was put right, or was found out about, earliest first. */
function settlementsOf({ contacts, numbersFiledAt, mismatches }: Order): readonly Instant[] {
  return [
    ...contacts.flatMap(({ at, outcome }) => (outcome === 'connected' ? [at] : [])),
    ...numbersFiledAt,
    ...mismatches.flatMap(({ field, at, correctedAt }) =>
      PHONE_FIELDS.has(field) ? [at, ...(correctedAt === null ? [] : [correctedAt])] : [],
    ),
  ].toSorted((a, b) => a - b);
}
