import type { OrderId } from '#domain/base/brand.ts';
import type { Presence } from '#protocol/live.ts';
import { useStore } from '../live/use-store.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { useConsole } from './state/console.ts';

/** Who else holds an order in their hand, else who else has it open, in words; null = nobody. */
export function useOthers(orderId: OrderId | null): {
  readonly words: string | null;
  readonly hold: boolean;
} {
  const m = useMessages();
  const { presence } = useConsole();
  const holder = useStore(
    presence,
    (present) => named(present.filter(({ orderIds }) => orderId !== null && orderIds.includes(orderId)))[0],
  );
  const lookers = useStore(presence, (present) =>
    m.common.list(named(present.filter(({ looksAt }) => orderId !== null && looksAt === orderId))),
  );
  const d = m.dispatch.drag;
  if (holder) return { words: d.holds(holder), hold: true };
  return { words: lookers ? d.looking(lookers) : null, hold: false };
}

/** Each person once, however many areas they share with this one. */
function named(present: readonly Presence[]): readonly string[] {
  return [...new Set(present.map(({ name }) => name))];
}
