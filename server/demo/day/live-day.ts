/** The moving day as a thread of its own: the demo's people at their sockets, like anybody else. */
import { parentPort, workerData } from 'node:worker_threads';
import { io, type Socket } from 'socket.io-client';
import type { AreaId } from '#domain/base/brand.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localClock, localDate } from '#domain/time/zone.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { type ClientToServer, PROTOCOL_VERSION, type ServerToClient } from '#protocol/live.ts';
import { shiftedClock } from '#server/clock.ts';
import { DEMO_ESTATES } from '../city/estates.ts';
import { orderStream } from '../order-stream.ts';
import { areaOfEstate } from '../seed.ts';
import { dispatcherAtWork } from './dispatcher-at-work.ts';
import type { Hands } from './hands.ts';
import { shortNoticeAsker } from './short-notice.ts';
import { technicianAtWork } from './technician-at-work.ts';
import { WatchedCity } from './watched-city.ts';

export interface LiveDay {
  origin: string;
  /** Session cookies by user name. */
  cookies: Readonly<Record<string, string>>;
  areaIds: readonly AreaId[];
  centres: readonly (readonly [AreaId, LngLat])[];
  clock: { from: number; since: number; rate: number };
}

const TZ = 'Asia/Shanghai';
const STANDARD = 'tietong-fujian-2015';
const ORDER_EVERY_MS = 150_000;
/** The morning has left a request open already. */
const ASK_AFTER_MS = 45 * 60_000;
const ANSWER_WITHIN_MS = 15_000;

const { origin, cookies, areaIds, centres, clock: clockGiven } = workerData as LiveDay;
const clock = shiftedClock(clockGiven.from, clockGiven.since, clockGiven.rate);
const city = new WatchedCity();
const sockets = new Map<string, Socket<ServerToClient, ClientToServer>>();
const steps = new Map<string, number>();

for (const [who, cookie] of Object.entries(cookies)) {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    transports: ['websocket'],
    auth: { version: PROTOCOL_VERSION },
    extraHeaders: { cookie, origin },
  });
  sockets.set(who, socket);
}

const eyes = sockets.get('dispatcher')!;
eyes.on('connect', watch);
eyes.on('changes', (changes) => {
  if (!city.fold(changes)) watch();
});

function watch(): void {
  eyes.emit('watch', { areas: areaIds, since: city.since }, (answer) => {
    if (!answer.ok) return tell({ kind: 'trouble', words: `watch: ${answer.code}` });
    for (const snapshot of answer.data.snapshots) city.take(snapshot);
    for (const changes of answer.data.changes) city.fold(changes);
  });
}

const hands: Hands = {
  orders: () => city.orders.values(),
  technicians: () => city.technicians.values(),
  async send(who, type, payload, version) {
    const socket = sockets.get(who);
    if (!socket) throw new Error(`Nobody in the demo is called ${who}.`);
    const command = {
      id: crypto.randomUUID(),
      type,
      payload,
      ...(version === undefined ? {} : { version }),
    } as CommandEnvelope;
    const answer: CommandAnswer = await socket.timeout(ANSWER_WITHIN_MS).emitWithAck('command', command);
    if (!answer.ok)
      tell({
        kind: 'refused',
        words: `${type}: ${answer.rules?.map(({ id }) => id).join(' ') ?? answer.code}`,
      });
    return answer;
  },
  report(technicianId, fix) {
    const seq = (steps.get(technicianId) ?? 0) + 1;
    steps.set(technicianId, seq);
    const socket = sockets.get(technicianId);
    if (socket?.connected)
      socket.emit(
        'positions',
        [[fix.lng, fix.lat, 12, fix.speed, fix.heading, fix.at, seq]],
        () => undefined,
      );
  },
};

const crew = new Map<string, ReturnType<typeof technicianAtWork>>();
const dispatch = dispatcherAtWork(hands, resolveStandard(STANDARD), new Map(centres));
const askShortNotice = shortNoticeAsker(hands, () => clockGiven.from + ASK_AFTER_MS);
const arriving = orderStream(
  DEMO_ESTATES,
  areaOfEstate,
  localDate(clock.now(), TZ),
  seededRandom(Math.floor(clockGiven.from / 1000)),
);
let nextOrderAt = clock.now() + ORDER_EVERY_MS / 4;

/** One look of everybody at the day, one after another; the next begins when this one has ended. */
async function look(): Promise<void> {
  const now = clock.now();
  const date = localDate(now, TZ);
  const time = localClock(now, TZ);
  if (now >= nextOrderAt && time >= '07:30' && time < '17:30') {
    nextOrderAt = now + ORDER_EVERY_MS;
    const { intake, customer } = arriving.next(now, crypto.randomUUID());
    await hands.send('desk', 'order.intake', {
      ...intake,
      number: `${intake.number}L${now % 100_000}`,
      customer,
    });
  }
  await askShortNotice(now);
  await dispatch(now, date, { leaveInPool: 12, atOnce: 1 });
  const orders = [...city.orders.values()];
  for (const technician of city.technicians.values()) {
    const worker = crew.get(technician.id) ?? technicianAtWork(technician.id, hands);
    crew.set(technician.id, worker);
    if (!sockets.get(technician.id)?.connected) continue;
    await worker.act(
      technician,
      orders.filter((order) => order.technicianId === technician.id),
      now,
    );
  }
}

function tell(news: { kind: 'refused' | 'trouble'; words: string }): void {
  parentPort?.postMessage(news);
}

function goOn(): void {
  look()
    .catch((error: unknown) => tell({ kind: 'trouble', words: String(error) }))
    .finally(() => setTimeout(goOn, Math.max(250, 1000 / Math.min(4, clock.rate))));
}
setTimeout(goOn, 1500);
