import type { Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { pointKey, type RoadTable, type RoadTables, UNKNOWN } from '#domain/geo/road-legs.ts';
import type { TravelMode } from '#domain/scheduling/model.ts';
import type { ServiceLog } from '../../context.ts';
import { Circuit } from './circuit.ts';
import { fetchBlock, PROTOCOLS } from './fetch-block.ts';
import { LegGrid } from './leg-grid.ts';
import type { RoadServerAddress, RoadServerKind, RoadServers } from './road-server.ts';

/** How one mode's road server does. */
export interface RoadStatus {
  readonly mode: TravelMode;
  readonly kind: RoadServerKind;
  /** `resting`: it failed several times in a row and is left alone for a while. */
  readonly state: 'unasked' | 'well' | 'failing' | 'resting';
  /** Places between which legs are kept. */
  readonly places: number;
  readonly asked: number;
  readonly failed: number;
  readonly lastFailure: { readonly at: Instant; readonly why: string } | null;
}

export interface RoadDeskParts {
  readonly servers: RoadServers;
  readonly log: ServiceLog;
  /** The instant that failures are told with. */
  readonly now: () => Instant;
  /** Milliseconds that are never set back, for rests and waits. */
  readonly ticks: () => number;
  /** One ask may take so long. */
  readonly askWithinMs?: number;
  /** A day's tables may take so long; what is missing then is estimated. */
  readonly tableWithinMs?: number;
  /** Places of one mode between which legs are kept: 3 000 take 36 MB. */
  readonly mostPlaces?: number;
}

const ASK_WITHIN_MS = 5_000;
const TABLE_WITHIN_MS = 15_000;
const MOST_PLACES = 3_000;
/** Asks under way at once at one server. */
const AT_ONCE = 4;
const SMALLEST_SIDE = 5;

interface Line {
  readonly mode: TravelMode;
  readonly server: RoadServerAddress;
  readonly grid: LegGrid;
  readonly circuit: Circuit;
  side: number;
  asked: number;
  failed: number;
  lastFailure: RoadStatus['lastFailure'];
}

/**
 * Where ways are asked about: one road server a mode, by the operator's address. Answers are kept in memory, for roads move seldom;
 * what a server does not answer is left unknown and estimated by whoever reads the tables.
 */
export class RoadDesk {
  private readonly parts: RoadDeskParts;
  private readonly lines: readonly Line[];

  constructor(parts: RoadDeskParts) {
    this.parts = parts;
    this.lines = Object.entries(parts.servers).map(([mode, server]) => ({
      mode: mode as TravelMode,
      server,
      grid: new LegGrid(parts.mostPlaces ?? MOST_PLACES),
      circuit: new Circuit(parts.ticks),
      side: PROTOCOLS[server.kind].side,
      asked: 0,
      failed: 0,
      lastFailure: null,
    }));
  }

  /**
   * Ways between all of the points by these modes, as far as they become known in time; null where no mode has a server. Never
   * rejects.
   */
  async tables(points: readonly LngLat[], modes: readonly TravelMode[]): Promise<RoadTables | null> {
    const asked = this.lines.filter(({ mode }) => modes.includes(mode));
    if (asked.length === 0) return null;
    const distinct = [...new Map(points.map((point) => [pointKey(point), point]))];
    const late = AbortSignal.timeout(this.parts.tableWithinMs ?? TABLE_WITHIN_MS);
    await Promise.all(asked.map((line) => this.ask(line, distinct, late)));
    return this.read(
      asked,
      distinct.map(([key]) => key),
    );
  }

  /** What is known of ways between the points, without asking anybody; null where nothing is. */
  known(points: readonly LngLat[], mode: TravelMode): RoadTables | null {
    const line = this.lines.find((each) => each.mode === mode);
    if (line === undefined || line.grid.places === 0) return null;
    const keys = [...new Set(points.map(pointKey))].filter((key) => line.grid.peek(key) >= 0);
    return keys.length < 2 ? null : this.read([line], keys);
  }

  status(): readonly RoadStatus[] {
    return this.lines.map(({ mode, server, grid, circuit, asked, failed, lastFailure }) => ({
      mode,
      kind: server.kind,
      state: circuit.isResting ? 'resting' : asked === 0 ? 'unasked' : circuit.isWell ? 'well' : 'failing',
      places: grid.places,
      asked,
      failed,
      lastFailure,
    }));
  }

  private read(lines: readonly Line[], keys: readonly string[]): RoadTables {
    const modes: Partial<Record<TravelMode, RoadTable>> = {};
    for (const { mode, grid } of lines) modes[mode] = tableOf(grid, keys);
    return { points: keys, modes };
  }

  /** Asks for every block in which a leg is missing, several at once, until all are answered or it is too late. */
  private async ask(
    line: Line,
    points: readonly (readonly [string, LngLat])[],
    late: AbortSignal,
  ): Promise<void> {
    const rows = line.grid.rowsOf(points.map(([key]) => key));
    // Places with a row, those that are new together at the end, so that they fill few blocks.
    const order = [...rows.keys()].filter((i) => rows[i]! >= 0);
    const isNew = (i: number) => !order.some((j) => j !== i && line.grid.isKnown(rows[i]!, rows[j]!));
    const fresh = new Set(order.filter(isNew));
    const sorted = [...order.filter((i) => !fresh.has(i)), ...order.filter((i) => fresh.has(i))];
    const work = this.blocks(line, sorted, rows);
    const workers = Array.from({ length: Math.min(AT_ONCE, work.length) }, async () => {
      for (let next = work.pop(); next !== undefined && !late.aborted; next = work.pop()) {
        if (!line.circuit.mayAsk()) return;
        const smaller = await this.askBlock(line, next, points, rows, late);
        work.push(...smaller);
      }
    });
    await Promise.all(workers);
  }

  private blocks(line: Line, order: readonly number[], rows: Int32Array): Work[] {
    const work: Work[] = [];
    for (let top = 0; top < order.length; top += line.side) {
      for (let left = 0; left < order.length; left += line.side) {
        const from = order.slice(top, top + line.side);
        const to = order.slice(left, left + line.side);
        const lacks = from.filter((i) => to.some((j) => i !== j && !line.grid.isKnown(rows[i]!, rows[j]!)));
        const wanted = to.filter((j) => lacks.some((i) => i !== j && !line.grid.isKnown(rows[i]!, rows[j]!)));
        if (lacks.length > 0) work.push({ from: lacks, to: wanted });
      }
    }
    return work.reverse();
  }

  /** Asks for one block and keeps the answer. Returns what is to be asked instead where the block was too big. */
  private async askBlock(
    line: Line,
    { from, to }: Work,
    points: readonly (readonly [string, LngLat])[],
    rows: Int32Array,
    late: AbortSignal,
  ): Promise<Work[]> {
    line.asked++;
    const pointsOf = (indices: readonly number[]) => indices.map((i) => points[i]![1]);
    const fetched = await fetchBlock(
      line.server,
      { sources: pointsOf(from), targets: pointsOf(to) },
      { withinMs: this.parts.askWithinMs ?? ASK_WITHIN_MS, signal: late },
    );
    if (fetched.kind === 'block') {
      line.circuit.answered();
      const { seconds, metres } = fetched.block;
      from.forEach((i, r) => {
        to.forEach((j, c) => {
          line.grid.keep(rows[i]!, rows[j]!, seconds[r]![c]!, metres[r]![c]!);
        });
      });
      return [];
    }
    const side = Math.max(from.length, to.length);
    if (fetched.kind === 'tooBig' && side > SMALLEST_SIDE) {
      line.circuit.answered();
      line.side = Math.min(line.side, Math.ceil(side / 2));
      return quartered({ from, to });
    }
    this.fail(line, fetched.kind === 'failed' ? fetched.why : `it refuses ${side} places as too many`);
    return [];
  }

  private fail(line: Line, why: string): void {
    line.failed++;
    line.circuit.failed();
    line.lastFailure = { at: this.parts.now(), why };
    this.parts.log.warn(
      { mode: line.mode, kind: line.server.kind, why, resting: line.circuit.isResting },
      'a road server did not answer; its ways are estimated',
    );
  }
}

/** Places, by their index, from and to which is asked. */
interface Work {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function quartered({ from, to }: Work): Work[] {
  const halves = (indices: readonly number[]) => {
    const half = Math.ceil(indices.length / 2);
    return [indices.slice(0, half), indices.slice(half)].filter(({ length }) => length > 0);
  };
  return halves(from).flatMap((rows) => halves(to).map((columns) => ({ from: rows, to: columns })));
}

/** A table that several threads may read: it lies in shared memory and is not written again. */
function tableOf(grid: LegGrid, keys: readonly string[]): RoadTable {
  const n = keys.length;
  const shared = () => new Uint16Array(new SharedArrayBuffer(n * n * 2));
  const [seconds, decametres] = [shared(), shared()];
  const rows = keys.map((key) => grid.peek(key));
  for (let i = 0; i < n; i++) {
    const from = rows[i]!;
    for (let j = 0; j < n; j++) {
      const to = rows[j]!;
      const known = from >= 0 && to >= 0;
      seconds[i * n + j] = i === j ? 0 : known ? grid.secondsAt(from, to) : UNKNOWN;
      decametres[i * n + j] = i === j || !known ? 0 : grid.decametresAt(from, to);
    }
  }
  return { seconds, decametres };
}
