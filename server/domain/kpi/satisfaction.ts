import type { CallbackRecord } from '../order/order.ts';
import type { OrderType } from '../order/order-type.ts';
import type { Kpi, KpiInput, OrderFacts } from './figure.ts';
import { share } from './figure.ts';

/** Satisfied from this score on (CALL-11, X-17). */
const SATISFIED_FROM = 8;

const answers = (orders: readonly OrderFacts[]): readonly CallbackRecord[] =>
  orders.flatMap(({ order }) => order.callbacks.filter(({ outcome }) => outcome === 'done'));

function scored({ orders }: KpiInput, ...types: readonly OrderType[]) {
  const scores = answers(orders.filter(({ order }) => types.includes(order.type))).filter(
    ({ score }) => score !== null,
  );
  return share(scores, ({ score }) => score! >= SATISFIED_FROM);
}

/** KPI-01 装移机满意率: scores of eight and more among the scored installs and moves. */
export const installSatisfaction: Kpi = (input) => scored(input, 'install', 'move');

/** KPI-03 回单真实率: answers to "was it repaired on that day" that are not no. */
export const replyAuthenticity: Kpi = ({ orders }) =>
  share(
    answers(orders).filter(({ repairedOnDay }) => repairedOnDay !== null),
    ({ repairedOnDay }) => repairedOnDay === true,
  );

/** KPI-04 修障客户满意率. */
export const faultSatisfaction: Kpi = (input) => scored(input, 'fault');

/**
 * KPI-07 工单满意率: answered orders whose customer did not express dissatisfaction. Who was never reached has not expressed any, as the
 * formula says literally; `reachedSatisfaction` is the honest figure beside it.
 */
export const orderSatisfaction: Kpi = ({ orders }) =>
  share(
    orders.filter(({ order }) => order.repliedAt !== null || order.voidedReplies.length > 0),
    ({ order }) => !order.callbacks.some(({ dissatisfied }) => dissatisfied === true),
  );

/** KPI-07 over the customers that were really reached. */
export const reachedSatisfaction: Kpi = (input) =>
  orderSatisfaction({
    ...input,
    orders: input.orders.filter(({ order }) => order.callbacks.some(({ outcome }) => outcome === 'done')),
  });
