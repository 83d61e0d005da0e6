import { setTimeout as wait } from 'node:timers/promises';
import { aliveOrders, orderById } from '#db/query/order.ts';
import { orderIdsTouched, readHeads } from '#db/query/order-alarm.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { nextDueInstant } from '#domain/order/due-events.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { alarmsOf, givenFrom } from '#domain/timer/alarm.ts';
import type { Services } from '#server/services/context.ts';
import { raiseNotices } from '#server/services/notice/raise-notices.ts';
import { settleOrder } from '#server/services/order/settle-due.ts';
import { type AlarmQueue, openAlarmQueue } from './alarm-queue.ts';

/** The timers of all orders, kept in the queue's jobs. */
export interface OrderTimers {
  /** A log may have grown: look now instead of at the next poll. */
  nudge(): void;
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
const PAGE = 200;
const OPEN_AGAIN_MS = 3_000;
/** Every order is looked at anew so often, so that a job that was lost for good costs minutes and not the promise. */
const ROUND_MS = 10 * 60_000;
/** A clock that stands still must not make a job come back at once for ever. */
const LEAST_WAIT_MS = 250;

/**
 * Lets time act on the orders (service-standard §23). Every order that is alive has one durable job at the next instant at which one of
 * its timers warns or is due or an event falls due; the job records what is due and is set to the next instant. At start every
 * order is set anew, afterwards each order that the logs tell of, so that nothing is asked of the commands themselves.
 */
export function startOrderTimers(services: Services, databaseUrl: string): OrderTimers {
  const { log, database } = services;
  const stopping = new AbortController();
  /** What this process has put into the queue last, so that an order whose next instant is the same costs no write. */
  const set = new Map<OrderId, number>();
  let hurry: () => void = () => undefined;

  /** `known`: the order as it was just read. */
  async function tend(queue: AlarmQueue, orderId: OrderId, known?: Order): Promise<void> {
    const order = known ?? (await orderById(database.sql, orderId));
    if (!order) return;
    const settled = await settleOrder(services, order);
    const current = settled ? ((await orderById(database.sql, orderId)) ?? order) : order;
    await raiseNotices(services, current);
    const next = nextOf(current, services.now());
    if (!next) return void set.delete(orderId);
    if (set.get(orderId) === next.at) return;
    const realWaitMs = Math.max(LEAST_WAIT_MS, (next.at - services.now()) / services.clockRate);
    await queue.set({ orderId, ...next }, new Date(Date.now() + realWaitMs));
    set.set(orderId, next.at);
  }

  /** Work on one order goes one after the other: what was read first must not have the last word. */
  const underWay = new Map<OrderId, Promise<void>>();
  function inTurn(orderId: OrderId, work: () => Promise<void>): Promise<void> {
    const mine = (underWay.get(orderId) ?? Promise.resolve()).then(work, work);
    underWay.set(orderId, mine);
    const done = () => {
      if (underWay.get(orderId) === mine) underWay.delete(orderId);
    };
    mine.then(done, done);
    return mine;
  }

  async function everyOrder(queue: AlarmQueue): Promise<void> {
    for (let after = ''; !stopping.signal.aborted; ) {
      const page = await aliveOrders(database.sql, after, PAGE);
      for (const order of page) {
        if (stopping.signal.aborted) return;
        await tend(queue, order.id, order);
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
      const touched = await orderIdsTouched(database.sql, areaId, from, head);
      for (const orderId of touched) {
        if (stopping.signal.aborted) return;
        await inTurn(orderId, () => tend(queue, orderId));
      }
      seen.set(areaId, head);
    }
  }

  async function run(queue: AlarmQueue): Promise<void> {
    // At another rate the instants lie elsewhere in real time after every start.
    if (services.clockRate === 1) for (const [id, at] of await queue.waiting()) set.set(id, at);
    await queue.work((orderId) =>
      inTurn(orderId, () => {
        set.delete(orderId);
        return tend(queue, orderId);
      }),
    );
    const seen = await readHeads(database.sql);
    let roundAt = Number.NEGATIVE_INFINITY;
    let failing = false;
    while (!stopping.signal.aborted) {
      try {
        if (performance.now() - roundAt > ROUND_MS) {
          await everyOrder(queue);
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

/** The next instant at which time acts on an order, by the clock of the standard; null when nothing waits for it. */
export function nextOf(order: Order, now: number): { at: number; next: string } | null {
  const standard = resolveStandard(order.standardId, order.standardVersion);
  const alarms = alarmsOf(order, standard, now).map((alarm) => ({
    at: givenFrom(alarm),
    next: `${alarm.timer} ${alarm.level}`,
  }));
  const due = nextDueInstant(order, standard, now);
  const ahead = [...alarms, ...(due === null ? [] : [{ at: due, next: 'event' }])].filter(
    ({ at }) => at > now,
  );
  return ahead.length === 0 ? null : ahead.reduce((first, one) => (one.at < first.at ? one : first));
}
