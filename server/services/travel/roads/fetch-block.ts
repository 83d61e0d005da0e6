import { OSRM } from './osrm.ts';
import {
  type Block,
  type BlockAsk,
  RoadAnswerFault,
  type RoadProtocol,
  type RoadServerAddress,
  type RoadServerKind,
} from './road-server.ts';
import { VALHALLA } from './valhalla.ts';

export const PROTOCOLS: Readonly<Record<RoadServerKind, RoadProtocol>> = { osrm: OSRM, valhalla: VALHALLA };

/** What became of one ask. `tooBig`: the same in smaller blocks may be answered. */
export type Fetched =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'failed'; readonly why: string };

/** A hundred times a hundred numbers take 300 kB. */
const LARGEST_ANSWER = 16 * 1024 * 1024;

/** Asks a road server for one block. Never throws: what went wrong is told in words for the operator, without the address. */
export async function fetchBlock(
  server: RoadServerAddress,
  ask: BlockAsk,
  { withinMs, signal }: { readonly withinMs: number; readonly signal?: AbortSignal },
): Promise<Fetched> {
  const protocol = PROTOCOLS[server.kind];
  const { url, body } = protocol.request(server, ask);
  const late = AbortSignal.timeout(withinMs);
  try {
    const response = await fetch(url, {
      signal: signal ? AbortSignal.any([late, signal]) : late,
      // The operator named one address; nobody is sent on to another.
      redirect: 'error',
      headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body } : {}),
    });
    const answer = parsed(await bounded(response));
    if (response.ok) return { kind: 'block', block: protocol.read(answer, ask) };
    if (response.status < 500 && (response.status === 414 || protocol.isTooBig(answer)))
      return { kind: 'tooBig' };
    return { kind: 'failed', why: `it answered ${response.status}${messageOf(answer)}` };
  } catch (error) {
    if (late.aborted) return { kind: 'failed', why: `no answer within ${withinMs / 1000} s` };
    if (error instanceof RoadAnswerFault) return { kind: 'failed', why: error.message };
    return { kind: 'failed', why: reasonOf(error) };
  }
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER)
      throw new RoadAnswerFault(`its answer is longer than ${LARGEST_ANSWER / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The answer as JSON; undefined where it is none, which no protocol takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function messageOf(answer: unknown): string {
  const { message, error } = (answer ?? {}) as { message?: unknown; error?: unknown };
  const words = message ?? error;
  return typeof words === 'string' ? `: ${words.slice(0, 200)}` : '';
}

/** A connection's own code, such as ECONNREFUSED, says more than that a fetch failed. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  if (typeof cause?.code === 'string') return `the connection failed (${cause.code})`;
  return error instanceof Error ? error.message : String(error);
}
