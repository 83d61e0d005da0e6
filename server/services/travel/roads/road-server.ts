import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { TravelMode } from '#domain/scheduling/model.ts';

export type RoadServerKind = 'osrm' | 'valhalla';

/** A road server as the operator named it: for one mode, by address. Nobody else can name one. */
export interface RoadServerAddress {
  readonly kind: RoadServerKind;
  /** Scheme, host, port and a path without a slash at its end, such as http://10.0.0.5:5000. */
  readonly base: string;
  /** OSRM's profile, Valhalla's costing. */
  readonly profile: string;
}

export type RoadServers = Readonly<Partial<Record<TravelMode, RoadServerAddress>>>;

/** A block of a table as it is asked for. */
export interface BlockAsk {
  readonly sources: readonly LngLat[];
  readonly targets: readonly LngLat[];
}

/** Seconds on the move and metres by row and column; null where the server knows no way, or only from somewhere else. */
export interface Block {
  readonly seconds: readonly (readonly (number | null)[])[];
  readonly metres: readonly (readonly (number | null)[])[];
}

/** A server of one kind: how it is asked and how its answer reads. `read` throws a `RoadAnswerFault` where it does not fit. */
export interface RoadProtocol {
  /** The most places on one side of a block that servers of this kind take unless they were told otherwise. */
  readonly side: number;
  request(server: RoadServerAddress, ask: BlockAsk): { readonly url: string; readonly body?: string };
  read(answer: unknown, ask: BlockAsk): Block;
  /** Whether a refusal means that a smaller block would be taken. */
  isTooBig(answer: unknown): boolean;
}

/** An answer that cannot be used: what was wrong with it. */
export class RoadAnswerFault extends Error {
  override name = 'RoadAnswerFault';
}

/** A matrix of numbers and nulls of the size asked for; negative numbers are faults too. */
export function readMatrix(
  value: unknown,
  { sources, targets }: BlockAsk,
  what: string,
): (number | null)[][] {
  const fits =
    Array.isArray(value) &&
    value.length === sources.length &&
    value.every((row) => Array.isArray(row) && row.length === targets.length);
  if (!fits)
    throw new RoadAnswerFault(
      `${what} is ${sizeOf(value)}: expected ${sources.length} rows of ${targets.length} numbers`,
    );
  for (const row of value)
    for (const cell of row)
      if (cell !== null && !(typeof cell === 'number' && cell >= 0))
        throw new RoadAnswerFault(
          `${what} holds ${JSON.stringify(cell)}: expected a number from 0 up, or null`,
        );
  return value;
}

function sizeOf(value: unknown): string {
  if (!Array.isArray(value)) return value === undefined ? 'missing' : typeof value;
  const [first] = value;
  return `${value.length} rows${Array.isArray(first) ? ` of ${first.length}` : ''}`;
}

/** Six digits are a tenth of a metre. */
export function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
