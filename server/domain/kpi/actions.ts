import type { Figure, Kpi, OrderFacts } from './figure.ts';
import { share } from './figure.ts';

/** The six actions of KPI-02 with their weights, and the evidence of each; an action without evidence counts as not done. */
const ACTIONS: readonly { weight: number; done: (facts: OrderFacts) => boolean }[] = [
  {
    weight: 20,
    done: ({ timers }) => timers.some(({ name, state }) => name === 'T_CONTACT_INSTALL' && state === 'met'),
  },
  { weight: 25, done: ({ order }) => order.appointments.some(({ outcome }) => outcome === 'kept') },
  {
    weight: 15,
    done: ({ order }) => order.visits.some(({ tests }) => tests !== null && tests.downMbps !== null),
  },
  // cleaning up and telling are ticks of the visit wizard; without it there is no evidence
  { weight: 15, done: () => false },
  { weight: 15, done: () => false },
  {
    weight: 10,
    done: ({ order }) => order.visits.some(({ signature }) => signature !== null && !signature.refused),
  },
];

/** KPI-02 装移机动作到位率: the weighted share of the six actions over completed installs and moves. */
export const actionsDone: Kpi = ({ orders }): Figure => {
  const judged = orders.filter(
    ({ order }) => (order.type === 'install' || order.type === 'move') && order.completedAt !== null,
  );
  const weighted = ACTIONS.reduce(
    (sum, { weight, done }) => sum + (weight / 100) * (share(judged, done).value ?? 0),
    0,
  );
  return {
    numerator: weighted * judged.length,
    denominator: judged.length,
    excluded: 0,
    value: judged.length === 0 ? null : weighted,
  };
};
