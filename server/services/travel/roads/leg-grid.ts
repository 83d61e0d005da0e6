import { NO_WAY, UNKNOWN } from '#domain/geo/road-legs.ts';

const FIRST_ROOM = 128;

/**
 * Legs of one mode between places, kept in memory: a square of two 16-bit numbers a leg that grows with the places and never past
 * `most` of them; the place that was not asked about for longest makes room.
 */
export class LegGrid {
  private readonly most: number;
  private room: number;
  private seconds: Uint16Array;
  private decametres: Uint16Array;
  /** Rows by place, the one asked about last at the end. */
  private readonly rows = new Map<string, number>();
  private free: number[] = [];

  constructor(most: number) {
    this.most = most;
    this.room = Math.min(FIRST_ROOM, most);
    this.seconds = empty(this.room);
    this.decametres = empty(this.room);
    this.free = descending(0, this.room);
  }

  get places(): number {
    return this.rows.size;
  }

  /** Rows of the places, which count as asked about now; new ones get a row without legs. At most `most` of them have one: then -1. */
  rowsOf(keys: readonly string[]): Int32Array {
    const asked = new Set(keys);
    return Int32Array.from(keys, (key) => {
      const known = this.rows.get(key);
      if (known !== undefined) {
        this.rows.delete(key);
        this.rows.set(key, known);
        return known;
      }
      const row = this.takeRow(asked);
      if (row >= 0) this.rows.set(key, row);
      return row;
    });
  }

  /** The row of a place that is kept, without asking for it; -1 where there is none. */
  peek(key: string): number {
    return this.rows.get(key) ?? -1;
  }

  isKnown(from: number, to: number): boolean {
    return this.seconds[from * this.room + to] !== UNKNOWN;
  }

  secondsAt(from: number, to: number): number {
    return this.seconds[from * this.room + to]!;
  }

  decametresAt(from: number, to: number): number {
    return this.decametres[from * this.room + to]!;
  }

  /** Keeps a leg; null where the server knows no way. What does not fit into 16 bits counts as no way. */
  keep(from: number, to: number, seconds: number | null, metres: number | null): void {
    const fits = seconds !== null && metres !== null && seconds < NO_WAY && metres / 10 < NO_WAY;
    this.seconds[from * this.room + to] = fits ? Math.round(seconds) : NO_WAY;
    this.decametres[from * this.room + to] = fits ? Math.round(metres / 10) : NO_WAY;
  }

  private takeRow(asked: ReadonlySet<string>): number {
    const row = this.free.pop();
    if (row !== undefined) return row;
    if (this.room < this.most) {
      this.grow();
      return this.takeRow(asked);
    }
    for (const [key, oldest] of this.rows) {
      if (asked.has(key)) continue;
      this.rows.delete(key);
      this.forget(oldest);
      return oldest;
    }
    return -1;
  }

  private grow(): void {
    const before = this.room;
    this.room = Math.min(this.most, before * 2);
    this.seconds = widened(this.seconds, before, this.room);
    this.decametres = widened(this.decametres, before, this.room);
    this.free = descending(before, this.room);
  }

  private forget(row: number): void {
    this.seconds.fill(UNKNOWN, row * this.room, (row + 1) * this.room);
    for (let from = 0; from < this.room; from++) this.seconds[from * this.room + row] = UNKNOWN;
  }
}

function empty(room: number): Uint16Array {
  return new Uint16Array(room * room).fill(UNKNOWN);
}

function widened(cells: Uint16Array, before: number, room: number): Uint16Array {
  const wider = empty(room);
  for (let row = 0; row < before; row++)
    wider.set(cells.subarray(row * before, (row + 1) * before), row * room);
  return wider;
}

function descending(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, i) => until - 1 - i);
}
