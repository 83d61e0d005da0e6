import type { Day } from './day.ts';

/** Which slots could be done by one technician: slots that the same technicians may do are of one kind. */
export class Sharing {
  /** Kind of each slot. */
  readonly kind: Int32Array;
  /** Technicians of each kind, and who may go to it: [kind][technician]. */
  private readonly staff: (readonly number[])[] = [];
  private readonly allowed: Uint8Array[] = [];
  private readonly rows: (Uint8Array | undefined)[] = [];

  constructor(day: Day) {
    const m = day.technicians.length;
    this.kind = new Int32Array(day.slotLimit);
    for (let slot = 0; slot < day.visitCount; slot++) {
      const allowed = day.allowed.subarray(slot * m, (slot + 1) * m);
      let kind = this.allowed.findIndex((known) => allowed.every((may, k) => may === known[k]));
      if (kind < 0) {
        kind = this.allowed.length;
        this.allowed.push(allowed);
        this.staff.push(day.technicians.flatMap((_, k) => (allowed[k] === 1 ? [k] : [])));
      }
      this.kind[slot] = kind;
    }
  }

  /** For each kind 1 where some technician may do both it and the slot. */
  rowOf(slot: number): Uint8Array {
    const kind = this.kind[slot]!;
    let row = this.rows[kind];
    if (row === undefined) {
      const staff = this.staff[kind]!;
      row = Uint8Array.from(this.allowed, (other) => (staff.some((k) => other[k] === 1) ? 1 : 0));
      this.rows[kind] = row;
    }
    return row;
  }
}
