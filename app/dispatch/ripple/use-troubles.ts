import { useEffect, useMemo, useRef } from 'react';
import { type TroubledVisit, troublesOf } from '#domain/scheduling/ripple.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { type Console, useConsole } from '../state/console.ts';

/** The visits of today in the shown areas that need somebody to act. A trouble that is new is said once. */
export function useTroubles(): readonly TroubledVisit[] {
  const m = useMessages().ripple;
  const console = useConsole();
  const expected = useStore(console.expected, (value) => value);
  const orders = useStore(console.board, (board) => board.orders);
  const areas = useStore(console.view, (view) => view.areas);
  const troubles = useMemo(
    () =>
      troublesOf(
        expected,
        [...orders.values()].filter(({ areaId }) => areas.length === 0 || areas.includes(areaId)),
      ),
    [expected, orders, areas],
  );
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    const keys = new Set(
      troubles.filter(({ isTold }) => !isTold).map(({ order, cause }) => `${order.id} ${cause}`),
    );
    const fresh = known.current ? [...keys].filter((key) => !known.current?.has(key)).length : 0;
    known.current = keys;
    if (fresh > 0) console.say(m.fresh(fresh));
  }, [troubles, console, m]);
  return troubles;
}

/** Takes a way out that is a plain command or two: the first is undone like any other drop. */
export async function takeWay(
  console: Console,
  commands: readonly { payload: { orderId: string; technicianId: string; at?: number } }[],
): Promise<void> {
  for (const { payload } of commands) {
    const order = console.board.get().orders.get(payload.orderId);
    if (!order) return;
    await console.assign([order], { technicianId: payload.technicianId, at: payload.at ?? null });
    // What the second makes use of must have happened.
    const moved = console.board.get().orders.get(payload.orderId);
    if (moved?.technicianId !== payload.technicianId) return;
  }
}
