import { useEffect } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { BoardExpectations } from '../../live/expectations.ts';
import type { LiveClient } from '../../live/live-client.ts';
import { useClock } from '../../ui/clock.tsx';
import { type PoolEntry, poolEntry } from '../pool/pool-entry.ts';
import { boardView } from './board-view.ts';
import { type Console, useConsole } from './console.ts';

const TICK_MS = 1_000;

/** Feeds the console's stores from the live board: the view of all areas, the pool's reading of each order, who is present, the clock. */
export function useBoardFeed(live: LiveClient): void {
  const console = useConsole();
  const clock = useClock();
  useEffect(() => {
    const { board, presence, now, expected } = console;
    const readings = new Readings();
    const expectations = new BoardExpectations();
    const readAgain = () => {
      const boards = [...live.board.get().areas.values()];
      expected.set(expectations.of(boards, live.positions.get, now.get()));
      console.entries.set(readings.of(console));
    };
    const feedBoard = () => {
      board.set(boardView([...live.board.get().areas.values()], board.get(), live.positions.get));
      readAgain();
    };
    const feedPresence = () => {
      const all = [...live.presence.get().values()].flat();
      presence.set(all.filter(({ personId }) => personId !== console.viewer.personId));
    };
    const tick = () => {
      const before = now.get();
      now.set(clock.now());
      if (Math.floor(before / MINUTE) !== Math.floor(now.get() / MINUTE)) readAgain();
    };
    tick();
    feedBoard();
    feedPresence();
    const stops = [live.board.subscribe(feedBoard), live.presence.subscribe(feedPresence)];
    const timer = setInterval(tick, TICK_MS);
    return () => {
      for (const stop of stops) stop();
      clearInterval(timer);
    };
  }, [console, live, clock]);
}

interface Reading {
  readonly order: Order;
  readonly card: CustomerCard | null;
  readonly visit: ExpectedVisit | undefined;
  readonly entry: PoolEntry;
}

/** Readings of orders, kept while neither the order nor the minute has changed. */
class Readings {
  #minute = -1;
  #known = new Map<OrderId, Reading>();

  of({ board, now, expected }: Console): ReadonlyMap<OrderId, PoolEntry> {
    const { orders, cards } = board.get();
    const minute = Math.floor(now.get() / MINUTE);
    const before = minute === this.#minute ? this.#known : new Map<OrderId, Reading>();
    const known = new Map<OrderId, Reading>();
    const entries = new Map<OrderId, PoolEntry>();
    for (const [id, order] of orders) {
      if (TERMINAL_STATUSES.has(order.status)) continue;
      const card = cards.get(id) ?? null;
      const visit = expected.get().get(id);
      const old = before.get(id);
      const entry =
        old && old.order === order && old.card === card && old.visit === visit
          ? old.entry
          : poolEntry(order, card, standardOf(order), now.get(), visit);
      known.set(id, { order, card, visit, entry });
      entries.set(id, entry);
    }
    this.#minute = minute;
    this.#known = known;
    return entries;
  }
}
