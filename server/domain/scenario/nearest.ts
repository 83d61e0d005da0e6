/** Edit distance of two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** The known name nearest to one that is not known: one that it begins, such as mobile for mobile-2015, else the fewest edits away. */
export function nearest(word: string, known: readonly string[]): string {
  const asked = word.toLowerCase();
  const begun = known.find((name) => asked.length > 2 && name.toLowerCase().startsWith(asked));
  if (begun !== undefined) return begun;
  return known.reduce((best, name) =>
    distance(asked, name.toLowerCase()) < distance(asked, best.toLowerCase()) ? name : best,
  );
}

/** The sentence for a name that is not known. */
export function unknownName(what: string, word: string, known: readonly string[]): string {
  return known.length === 0
    ? `Unknown ${what} "${word}"; none is known here.`
    : `Unknown ${what} "${word}". The nearest known is "${nearest(word, known)}".`;
}
