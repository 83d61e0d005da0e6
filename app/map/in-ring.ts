/** Is the point inside the ring? Even-odd, so that a ring drawn across itself leaves its crossing out. */
export function isInRing(
  { x, y }: { x: number; y: number },
  ring: readonly { x: number; y: number }[],
): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  }
  return inside;
}
