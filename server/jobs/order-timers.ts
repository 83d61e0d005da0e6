import { setTimeout as wait } from 'node:timers/promises';
import { cutoversAhead } from '#db/query/cutover.ts';
import { aliveOrders, orderById } from '#db/query/order.ts';
import { networkTouched, orderIdsTouched, readHeads } from '#db/query/order-alarm.ts';
import { outagesOf } from '#db/query/outage.ts';
import type { NoticeSubject } from '#db/query/timer-notice.ts';
import { nextDueInstant } from '#domain/order/due-events.ts';
import type { Order } from '#domain/order/order.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { type Alarm, alarmsOf, givenFrom } from '#domain/timer/alarm.ts';
import type { Services } from '#server/services/context.ts';
import {
  alarmedOnNetwork,
  raiseNetworkNotices,
  raiseNotices,
} from '#server/services/notice/raise-notices.ts';
import { settleOrder } from '#server/services/order/settle-due.ts';
import { type AlarmQueue, jobKey, openAlarmQueue } from './alarm-queue.ts';

/** The timers of all orders, outages and cutovers, kept in the queue's jobs. */
export interface OrderTimers {
  /** A log may have grown: look now instead of at the next poll. */
  nudge(): void;
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
const PAGE = 200;
const OPEN_AGAIN_MS = 3_000;
/** Everything is looked at anew so often, so that a job that was lost for good costs minutes and not the promise. */
const ROUND_MS = 10 * 60_000;
/** A clock that stands still must not make a job come back at once for ever. */
const LEAST_WAIT_MS = 250;

/**
 * Lets time act on the orders (service-standard §23), on outages and on cutovers. Each that is alive has one durable job at the next instant at which one of
 * its timers warns or is due or an event falls due; the job records what is due and is set to the next instant. At start every
 * one is set anew, afterwards each that the logs tell of, so that nothing is asked of the commands themselves.
 */
export function startOrderTimers(services: Services, databaseUrl: string): OrderTimers {
  const { log, database } = services;
  const stopping = new AbortController();
  /** What this process has put into the queue last, so that one whose next instant is the same costs no write. */
  const set = new Map<string, number>();
  let hurry: () => void = () => undefined;

  /** `known`: the order as it was just read. */
  async function tend(queue: AlarmQueue, subject: NoticeSubject, known?: Order): Promise<void> {
    if (subject.kind !== 'order') return tendNetwork(queue, { ...subject, kind: subject.kind });
    const order = known ?? (await orderById(database.sql, subject.id));
    if (!order) return;
    const settled = await settleOrder(services, order);
    const current = settled ? ((await orderById(database.sql, order.id)) ?? order) : order;
    await raiseNotices(services, current);
    await rest(queue, subject, nextOf(current, services.now()));
  }

  /** An outage or a cutover. */
  async function tendNetwork(
    queue: AlarmQueue,
    subject: { kind: 'outage' | 'cutover'; id: string },
  ): Promise<void> {
    const alarmed = await alarmedOnNetwork(services, subject);
    if (!alarmed) return;
    await raiseNetworkNotices(services, alarmed);
    const now = services.now();
    await rest(queue, subject, nextAlarm(alarmed.alarms(now), now));
  }

  /** Lets it sleep until its next instant, for good when there is none. */
  async function rest(queue: AlarmQueue, subject: NoticeSubject, next: Next | null): Promise<void> {
    const key = jobKey(subject);
    if (!next) return void set.delete(key);
    if (set.get(key) === next.at) return;
    const realWaitMs = Math.max(LEAST_WAIT_MS, (next.at - services.now()) / services.clockRate);
    await queue.set({ subject, ...next }, new Date(Date.now() + realWaitMs));
    set.set(key, next.at);
  }

  /** Work on one subject goes one after the other: what was read first must not have the last word. */
  const underWay = new Map<string, Promise<void>>();
  function inTurn(subject: NoticeSubject, work: () => Promise<void>): Promise<void> {
    const key = jobKey(subject);
    const mine = (underWay.get(key) ?? Promise.resolve()).then(work, work);
    underWay.set(key, mine);
    const done = () => {
      if (underWay.get(key) === mine) underWay.delete(key);
    };
    mine.then(done, done);
    return mine;
  }

  async function everyOne(queue: AlarmQueue): Promise<void> {
    for (const { id } of await outagesOf(database.sql, null))
      await tendNetwork(queue, { kind: 'outage', id });
    for (const { id } of await cutoversAhead(database.sql, null))
      await tendNetwork(queue, { kind: 'cutover', id });
    for (let after = ''; !stopping.signal.aborted; ) {
      const page = await aliveOrders(database.sql, after, PAGE);
      for (const order of page) {
        if (stopping.signal.aborted) return;
        await tend(queue, { kind: 'order', id: order.id }, order);
      }
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  async function follow(queue: AlarmQueue, seen: Map<string, number>): Promise<void> {
    for (const [areaId, head] of await readHeads(database.sql)) {
      const from = seen.get(areaId) ?? 0;
      if (head <= from) continue;
      const orders = await orderIdsTouched(database.sql, areaId, from, head);
      const network = await networkTouched(database.sql, areaId, from, head);
      for (const subject of [...network, ...orders.map((id) => ({ kind: 'order' as const, id }))]) {
        if (stopping.signal.aborted) return;
        await inTurn(subject, () => tend(queue, subject));
      }
      seen.set(areaId, head);
    }
  }

  async function run(queue: AlarmQueue): Promise<void> {
    // At another rate the instants lie elsewhere in real time after every start.
    if (services.clockRate === 1) for (const [id, at] of await queue.waiting()) set.set(id, at);
    await queue.work((subject) =>
      inTurn(subject, () => {
        set.delete(jobKey(subject));
        return tend(queue, subject);
      }),
    );
    const seen = await readHeads(database.sql);
    let roundAt = Number.NEGATIVE_INFINITY;
    let failing = false;
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - roundAt > ROUND_MS) {
          await everyOne(queue);
          roundAt = performance.now();
        }
        await follow(queue, seen);
        failing = false;
      } catch (error) {
        if (!failing) log.warn({ err: error }, 'the timers of the orders wait for the database');
        failing = true;
      }
      await nextLook();
    }
  }

  function nextLook(): Promise<void> {
    return new Promise((resolve) => {
      hurry = resolve;
      void wait(POLL_MS, undefined, { ref: false, signal: stopping.signal }).then(resolve, resolve);
    });
  }

  /** A database that is away at start is waited for. */
  async function openAndRun(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const queue = await openAlarmQueue(databaseUrl, log);
        return await run(queue).finally(queue.stop);
      } catch (error) {
        log.error({ err: error }, 'the queue of alarms cannot be opened; it will be tried again');
        await wait(OPEN_AGAIN_MS, undefined, { ref: false, signal: stopping.signal }).catch(ignoreAbort);
      }
    }
  }

  const running = openAndRun();
  return {
    nudge: () => hurry(),
    async stop() {
      stopping.abort();
      hurry();
      await running;
    },
  };
}

function ignoreAbort(): void {
  // a stop ends the pause early; the loop sees it
}

/** The next instant at which time acts, by the clock of the standard, and what happens then. */
interface Next {
  at: number;
  next: string;
}

/** The same of an order; null when nothing waits for it. */
function nextOf(order: Order, now: number): Next | null {
  const standard = standardOf(order);
  const alarm = nextAlarm(alarmsOf(order, standard, now), now);
  const due = nextDueInstant(order, standard, now);
  const event = due !== null && due > now ? { at: due, next: 'event' } : null;
  return alarm && event ? (event.at < alarm.at ? event : alarm) : (alarm ?? event);
}

function nextAlarm(alarms: readonly Alarm[], now: number): Next | null {
  const ahead = alarms
    .map((alarm) => ({ at: givenFrom(alarm), next: `${alarm.timer} ${alarm.level}` }))
    .filter(({ at }) => at > now);
  return ahead.length === 0 ? null : ahead.reduce((first, one) => (one.at < first.at ? one : first));
}
