import type { Reason, Seconds, TechnicianId } from './model.ts';
import { beginAt, windowOf } from './timeline.ts';
import type { Workspace } from './workspace.ts';

/** What a place costs, rank by rank in the order of the objective. */
export interface PlaceCost {
  /** Seconds past the effective deadline; 0 in time. A promise is never late here. */
  readonly deadlineSeconds: Seconds;
  /** Customers who would have to be called: told of another technician. */
  readonly calls: number;
  /** Travel and overtime added. */
  readonly travelSeconds: Seconds;
  /** Estates entered once more. */
  readonly estateEntries: number;
  /** 1 when the published plan has another technician. */
  readonly changes: number;
}

export type Placing =
  | {
      readonly technician: TechnicianId;
      readonly kind: 'place';
      /** Index among the open steps of the technician's day, breaks counted. */
      readonly position: number;
      readonly begin: Seconds;
      readonly leave: Seconds;
      readonly cost: PlaceCost;
    }
  | { readonly technician: TechnicianId; readonly kind: 'refused'; readonly reason: Reason };

export type Place = Extract<Placing, { kind: 'place' }>;
export type FoundPlace = Omit<Place, 'technician' | 'kind'>;

/** A place in a route as the search counts it. */
interface CountedPlace {
  readonly position: number;
  readonly begin: Seconds;
  readonly cost: Seconds;
  readonly estateEntries: number;
}

/** What places that were found would cost, without leaving anything in the routes. */
export class PlaceReader {
  private readonly work: Workspace;

  constructor(work: Workspace) {
    this.work = work;
  }

  /** Times and costs of the place that the finder has just found, which costs `found`. */
  read(slot: number, k: number, found: number): FoundPlace {
    const { day, book, finder } = this.work;
    const { timeTo } = day.modes[day.modeOf[k]!]!;
    const before = k * book.room + finder.position;
    const arrive = book.leave[before]! + timeTo[day.site[slot]! * day.stride + book.site[before]!]!;
    const begin = beginAt(arrive, day.opens[slot]!);
    return this.asPlace(slot, k, {
      position: finder.position,
      begin,
      cost: found,
      estateEntries: this.entriesAdded(slot, before),
    });
  }

  /** The same where more than the visit itself comes into the route, or the route does not fit without it. */
  tryOut(slot: number, k: number): FoundPlace {
    const { day, book, finder } = this.work;
    const before = book.cost - this.movedOn(k) * day.moveCost;
    const { position, storePosition } = finder;
    const entriesBefore = this.estateEntries(k);
    this.work.insertFound(k, position, storePosition, slot);
    const at = book.positionOf[slot]!;
    const found = this.asPlace(slot, k, {
      position: at - 1,
      begin: book.leave[k * book.room + at]! - day.service[slot]!,
      cost: book.cost - this.movedOn(k) * day.moveCost - before,
      estateEntries: this.estateEntries(k) - entriesBefore,
    });
    book.remove(k, at, 1);
    if (storePosition >= 0) book.remove(k, storePosition + 1, 1);
    return found;
  }

  /** A place rank by rank; `cost` is all that it adds to what the search counts. */
  private asPlace(
    slot: number,
    k: number,
    { position, begin, cost, estateEntries }: CountedPlace,
  ): FoundPlace {
    const { day } = this.work;
    const { window } = day.visits[slot]!;
    const changes = day.publishedTo[slot]! >= 0 && day.publishedTo[slot] !== k ? 1 : 0;
    const penalties = estateEntries * day.problem.rules.estateEntrySeconds + changes * day.changeCost[slot]!;
    return {
      position,
      begin,
      leave: begin + day.service[slot]!,
      cost: {
        deadlineSeconds: window.kind === 'open' ? Math.max(0, begin - windowOf(day.visits[slot]!).closes) : 0,
        calls: changes === 1 && window.kind === 'promised' && window.notified ? 1 : 0,
        travelSeconds: cost - penalties,
        estateEntries,
        changes,
      },
    };
  }

  private movedOn(k: number): number {
    const { book, day } = this.work;
    let count = 0;
    for (let p = k * book.room + 1; p < k * book.room + book.length[k]! - 1; p++) {
      const n = book.node[p]!;
      if (n < day.visitCount) count += book.movedOf[n]!;
    }
    return count;
  }

  /** Estates entered once more when the slot comes behind the (absolute) position `before`. */
  private entriesAdded(slot: number, before: number): number {
    const { day, book } = this.work;
    if (day.problem.rules.estateEntrySeconds === 0) return 0;
    let next = before + 1;
    while (book.node[next]! >= day.breakNode[0]!) next++;
    const from = book.site[before]!;
    const to = book.site[next]!;
    const at = day.site[slot]!;
    return this.entry(from, at) + this.entry(at, to) - this.entry(from, to);
  }

  private estateEntries(k: number): number {
    const { day, book } = this.work;
    if (day.problem.rules.estateEntrySeconds === 0) return 0;
    const base = k * book.room;
    let entries = 0;
    for (let p = base + 1; p < base + book.length[k]! - 1; p++)
      entries += this.entry(book.site[p - 1]!, book.site[p]!);
    return entries;
  }

  /** 1 where the way from one site to another leads into an estate. */
  private entry(from: number, to: number): number {
    const { estates } = this.work.day.sites;
    return estates[to] !== null && estates[to] !== estates[from] ? 1 : 0;
  }
}

/** Those who can take it first and cheapest first, rank by rank. */
export function byCost(one: Placing, other: Placing): number {
  if (one.kind === 'refused' || other.kind === 'refused') {
    return Number(one.kind === 'refused') - Number(other.kind === 'refused');
  }
  return (
    one.cost.deadlineSeconds - other.cost.deadlineSeconds ||
    one.cost.calls - other.cost.calls ||
    one.cost.travelSeconds - other.cost.travelSeconds ||
    one.cost.estateEntries - other.cost.estateEntries ||
    one.cost.changes - other.cost.changes
  );
}
