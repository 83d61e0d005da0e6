/** What a field for an amount holds after a key: its digits with at most one point, else what it held before. */
export function typedDecimal(before: string, after: string): string {
  const typed = after.replace(/[^\d.]/g, '');
  return /^\d*\.?\d*$/.test(typed) ? typed : before;
}
