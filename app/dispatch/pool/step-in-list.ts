/**
 * The place to which a key steps in a list; null for other keys. `at`: the active place, -1 where the active one is no longer listed, such
 * as one just given away: the step then begins where it stood, so that Down goes to what has come up there.
 */
export function stepInList(key: string, at: number, stood: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at >= 0 ? at + 1 : Math.max(0, stood);
    case 'ArrowUp':
      return Math.max(0, (at >= 0 ? at : stood) - 1);
    case 'Home':
      return 0;
    case 'End':
      return Number.POSITIVE_INFINITY;
    default:
      return null;
  }
}
