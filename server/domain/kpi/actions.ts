import { sixActions } from '../visit/six-actions.ts';
import type { Kpi, OrderFacts } from './figure.ts';

/** The six actions of KPI-02 with their weights in percent; an action without evidence counts as not done (SITE-24). */
const WEIGHTS: readonly { weight: number; done: (facts: OrderFacts) => boolean }[] = [
  {
    weight: 20,
    done: ({ timers }) => timers.some(({ name, state }) => name === 'T_CONTACT_INSTALL' && state === 'met'),
  },
  { weight: 25, done: ({ order }) => sixActions(order).keep !== null },
  { weight: 15, done: ({ order }) => sixActions(order).test !== null },
  { weight: 15, done: ({ order }) => sixActions(order).clean !== null },
  { weight: 15, done: ({ order }) => sixActions(order).tell !== null },
  { weight: 10, done: ({ order }) => sixActions(order).sign !== null },
];

/** KPI-02 装移机动作到位率: the weighted share of the six actions over completed installs and moves, by completion. */
export const actionsDone: Kpi = ({ orders }) =>
  orders.flatMap((facts) => {
    const { id, type, completedAt } = facts.order;
    if ((type !== 'install' && type !== 'move') || completedAt === null) return [];
    const percent = WEIGHTS.reduce((sum, { weight, done }) => sum + (done(facts) ? weight : 0), 0);
    return [{ id, at: completedAt, value: percent / 100, leftOut: null }];
  });
