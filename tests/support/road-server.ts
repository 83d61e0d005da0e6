import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { distanceM } from '#domain/geo/distance.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';

/** Ten metres a second on roads half as long again as the straight line. */
export function roadWay(from: LngLat, to: LngLat): { seconds: number; metres: number } {
  const metres = distanceM(from, to) * 1.5;
  return { seconds: metres / 10, metres };
}

/** How the server answers a request from now on; `road` is its usual answer. */
export type Manner =
  | 'road'
  /** Refuses with the server's own word for too large a table when there are more than so many pairs. */
  | { atMostPairs: number }
  | { status: number; body: string }
  /** Answers what was asked for, changed. */
  | { spoil: (answer: Record<string, unknown>) => unknown }
  | 'silent'
  | 'hangUp'
  | { redirectTo: string };

export interface TestRoadServer {
  /** Such as http://127.0.0.1:40001. */
  readonly base: string;
  /** Sources and targets of every request that was answered or not. */
  readonly asked: { path: string; sources: number; targets: number }[];
  /** Requests under way at once, at most. */
  readonly busiest: () => number;
  behave(manner: Manner): void;
  close(): Promise<void>;
}

/** A small road server over HTTP that speaks OSRM's table and Valhalla's matrix. */
export async function startRoadServer(): Promise<TestRoadServer> {
  let manner: Manner = 'road';
  let underWay = 0;
  let most = 0;
  const asked: TestRoadServer['asked'] = [];
  const server = createServer((request, response) => {
    underWay++;
    most = Math.max(most, underWay);
    response.on('close', () => underWay--);
    void bodyOf(request).then((body) => {
      const isOsrm = request.url?.startsWith('/table/') || request.url?.includes('/table/v1/') || false;
      const ask = isOsrm ? osrmAsk(request.url ?? '') : valhallaAsk(body);
      asked.push({ path: request.url ?? '', sources: ask.sources.length, targets: ask.targets.length });
      behaveAs(manner, response, isOsrm, ask);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    busiest: () => most,
    behave(next) {
      manner = next;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Asked {
  sources: LngLat[];
  targets: LngLat[];
}

function osrmAsk(url: string): Asked {
  const { pathname, searchParams } = new URL(url, 'http://road');
  const places = (pathname.split('/').at(-1) ?? '').split(';').map((pair): LngLat => {
    const [lng, lat] = pair.split(',').map(Number);
    return { lng: lng!, lat: lat! };
  });
  const those = (name: string) => (searchParams.get(name) ?? '').split(';').map((i) => places[Number(i)]!);
  return { sources: those('sources'), targets: those('destinations') };
}

function valhallaAsk(body: string): Asked {
  const { sources = [], targets = [] } = JSON.parse(body || '{}');
  const point = ({ lon, lat }: { lon: number; lat: number }): LngLat => ({ lng: lon, lat });
  return { sources: sources.map(point), targets: targets.map(point) };
}

function behaveAs(manner: Manner, response: ServerResponse, isOsrm: boolean, ask: Asked): void {
  const send = (status: number, answer: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
  const road = () => (isOsrm ? osrmAnswer(ask) : valhallaAnswer(ask));
  if (manner === 'silent') return;
  if (manner === 'hangUp') response.destroy();
  else if (manner === 'road') send(200, road());
  else if ('redirectTo' in manner) response.writeHead(302, { location: manner.redirectTo }).end();
  else if ('status' in manner) send(manner.status, manner.body);
  else if ('spoil' in manner) send(200, manner.spoil(road()));
  else if (ask.sources.length * ask.targets.length <= manner.atMostPairs) send(200, road());
  else send(400, isOsrm ? TOO_BIG.osrm : TOO_BIG.valhalla);
}

const TOO_BIG = {
  osrm: { code: 'TooBig', message: 'Too many table coordinates' },
  valhalla: { error_code: 150, error: 'Exceeded max locations' },
};

function osrmAnswer({ sources, targets }: Asked): Record<string, unknown> {
  const cells = (of: 'seconds' | 'metres') =>
    sources.map((from) => targets.map((to) => Math.round(roadWay(from, to)[of] * 10) / 10));
  const waypoints = (points: LngLat[]) =>
    points.map(({ lng, lat }) => ({ location: [lng, lat], name: '', distance: 4.2 }));
  return {
    code: 'Ok',
    durations: cells('seconds'),
    distances: cells('metres'),
    sources: waypoints(sources),
    destinations: waypoints(targets),
  };
}

function valhallaAnswer({ sources, targets }: Asked): Record<string, unknown> {
  const cells = (of: 'seconds' | 'metres', per: number) =>
    sources.map((from) => targets.map((to) => Math.round((roadWay(from, to)[of] / per) * 1000) / 1000));
  return {
    sources_to_targets: { durations: cells('seconds', 1), distances: cells('metres', 1000) },
    units: 'kilometers',
    algorithm: 'costmatrix',
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
