/** A rectangle on the screen, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The room left for labels: what is taken stays taken, first come first served. */
export class Room {
  readonly #taken: Box[] = [];

  /** Takes the boxes when all are free, and says whether it did. */
  take(boxes: readonly Box[], margin: number): boolean {
    if (boxes.some((box) => this.#taken.some((other) => overlaps(box, other, margin)))) return false;
    this.#taken.push(...boxes);
    return true;
  }
}

function overlaps(a: Box, b: Box, margin: number): boolean {
  return (
    a.left < b.right + margin &&
    a.right > b.left - margin &&
    a.top < b.bottom + margin &&
    a.bottom > b.top - margin
  );
}
