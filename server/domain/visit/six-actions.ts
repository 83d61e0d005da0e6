import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';

/** 装移机六大动作 of 中国电信 (SITE-24): appoint, keep, test and show, tell, clean, sign. */
export const SIX_ACTIONS = ['appoint', 'keep', 'test', 'tell', 'clean', 'sign'] as const;
export type SixAction = (typeof SIX_ACTIONS)[number];

/** When the evidence of each action was recorded; null = there is none, and the action counts as not done (KPI-02). */
export function sixActions(order: Order): Readonly<Record<SixAction, Instant | null>> {
  const first = <T>(read: (visit: Order['visits'][number]) => T | null | undefined): T | null => {
    for (const visit of order.visits) {
      const found = read(visit);
      if (found != null) return found;
    }
    return null;
  };
  return {
    appoint: order.contacts.find(({ channel }) => channel === 'phone')?.at ?? null,
    keep: order.appointments.find(({ outcome }) => outcome === 'kept')?.endedAt ?? null,
    test: first(({ tests, testedAt }) => (tests?.downMbps == null ? null : testedAt)),
    tell: first(({ checks }) => checks?.explain_use),
    clean: first(({ checks }) => checks?.clean_up),
    sign: first(({ signature, signedAt }) => (signature && !signature.refused ? signedAt : null)),
  };
}
