import { isMoved } from './published-time.ts';
import type { RouteBook } from './route-book.ts';

/** Numbers kept for each position: node, site, leave, latest, leg. */
const CELL = 5;

/** Copies of the routes that a trial has changed, each taken once, right before its first change. */
export class RouteUndo {
  private readonly book: RouteBook;
  private readonly cells: Int32Array;
  private readonly length: Int32Array;
  private readonly version: Int32Array;
  private readonly load: Int32Array;
  private readonly storeAt: Int32Array;
  private readonly overtime: Int32Array;
  private readonly visitsOn: Int32Array;
  private readonly touchedIn: Int32Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;
  private trial = 1;
  private cost = 0;

  constructor(book: RouteBook) {
    const m = book.day.technicians.length;
    this.book = book;
    this.cells = new Int32Array(m * book.room * CELL);
    this.length = new Int32Array(m);
    this.version = new Int32Array(m);
    this.load = new Int32Array(m * book.day.stockKinds);
    this.storeAt = new Int32Array(m);
    this.overtime = new Int32Array(m);
    this.visitsOn = new Int32Array(m);
    this.touchedIn = new Int32Array(m);
    this.touched = new Int32Array(m);
  }

  begin(): void {
    this.trial++;
    this.touchedCount = 0;
    this.cost = this.book.cost;
  }

  /** Route k is about to change. */
  touch(k: number): void {
    if (this.touchedIn[k] === this.trial) return;
    this.touchedIn[k] = this.trial;
    this.touched[this.touchedCount++] = k;
    const { book, cells } = this;
    const { room, node, site, leave, latest, leg } = book;
    const base = k * room;
    const length = book.length[k]!;
    let to = base * CELL;
    for (let p = base; p < base + length; p++) {
      cells[to] = node[p]!;
      cells[to + 1] = site[p]!;
      cells[to + 2] = leave[p]!;
      cells[to + 3] = latest[p]!;
      cells[to + 4] = leg[p]!;
      to += CELL;
    }
    this.length[k] = length;
    this.version[k] = book.version[k]!;
    this.storeAt[k] = book.storeAt[k]!;
    this.overtime[k] = book.overtime[k]!;
    this.visitsOn[k] = book.visitsOn[k]!;
    const kinds = book.day.stockKinds;
    for (let r = 0; r < kinds; r++) this.load[k * kinds + r] = book.load[k * kinds + r]!;
  }

  /** Puts every changed route back; the caller has marked absent what was in no route at `begin`. */
  rollback(): void {
    const { book, cells } = this;
    const { day, room, node, site, leave, latest, leg, routeOf, positionOf } = book;
    const { visitCount, publishedBegin } = day;
    if (day.modes.length > 1) this.dropTouched();
    for (let t = 0; t < this.touchedCount; t++) {
      const k = this.touched[t]!;
      const base = k * room;
      const length = this.length[k]!;
      let from = base * CELL;
      for (let p = base; p < base + length; p++) {
        const n = cells[from]!;
        node[p] = n;
        site[p] = cells[from + 1]!;
        leave[p] = cells[from + 2]!;
        latest[p] = cells[from + 3]!;
        leg[p] = cells[from + 4]!;
        from += CELL;
        routeOf[n] = k;
        positionOf[n] = p - base;
        if (n < visitCount && publishedBegin[n]! >= 0) book.movedOf[n] = isMoved(day, n, leave[p]!) ? 1 : 0;
      }
      book.length[k] = length;
      book.version[k] = this.version[k]!;
      book.storeAt[k] = this.storeAt[k]!;
      book.overtime[k] = this.overtime[k]!;
      book.visitsOn[k] = this.visitsOn[k]!;
      const kinds = day.stockKinds;
      for (let r = 0; r < kinds; r++) book.load[k * kinds + r] = this.load[k * kinds + r]!;
      book.gaps?.write(book, k, base, base + length - 1);
    }
    book.cost = this.cost;
    this.touchedCount = 0;
    this.trial++;
  }

  /** A node that the trial has brought to a technician of another mode must not stay known there. */
  private dropTouched(): void {
    const { book, touched } = this;
    for (let t = 0; t < this.touchedCount; t++) {
      const base = touched[t]! * book.room;
      for (let p = base; p < base + book.length[touched[t]!]!; p++) book.gaps?.drop(book.node[p]!);
    }
  }
}
