import type { CallbackRecord } from '../order/order.ts';
import type { OrderType } from '../order/order-type.ts';
import type { Case } from './cases.ts';
import { held } from './cases.ts';
import type { Kpi, KpiInput, OrderFacts } from './figure.ts';

/** Satisfied from this score on (CALL-11, X-17). */
const SATISFIED_FROM = 8;

function answers(orders: readonly OrderFacts[]): readonly { id: string; callback: CallbackRecord }[] {
  return orders.flatMap(({ order }) =>
    order.callbacks
      .filter(({ outcome }) => outcome === 'done')
      .map((callback) => ({ id: order.id, callback })),
  );
}

function scored({ orders }: KpiInput, ...types: readonly OrderType[]): readonly Case[] {
  return answers(orders.filter(({ order }) => types.includes(order.type))).flatMap(({ id, callback }) =>
    callback.score === null ? [] : [held(id, callback.at, callback.score >= SATISFIED_FROM)],
  );
}

/** KPI-01 装移机满意率: scores of eight and more among the scored installs and moves, by callback. */
export const installSatisfaction: Kpi = (input) => scored(input, 'install', 'move');

/** KPI-03 回单真实率: answers to "was it repaired on that day" that are not no, by callback. */
export const replyAuthenticity: Kpi = ({ orders }) =>
  answers(orders).flatMap(({ id, callback }) =>
    callback.repairedOnDay === null ? [] : [held(id, callback.at, callback.repairedOnDay)],
  );

/** KPI-04 修障客户满意率, by callback. */
export const faultSatisfaction: Kpi = (input) => scored(input, 'fault');

/**
 * KPI-07 工单满意率: answered orders whose customer did not express dissatisfaction, by the first reply. Who was never reached has not
 * expressed any, as the formula says literally; `reachedSatisfaction` is the honest figure beside it.
 */
export const orderSatisfaction: Kpi = ({ orders }) =>
  orders.flatMap(({ order }) => {
    const repliedAt = order.voidedReplies[0]?.repliedAt ?? order.repliedAt;
    if (repliedAt === null) return [];
    return [held(order.id, repliedAt, !order.callbacks.some(({ dissatisfied }) => dissatisfied === true))];
  });

/** KPI-07 over the customers that were really reached. */
export const reachedSatisfaction: Kpi = (input) =>
  orderSatisfaction({
    ...input,
    orders: input.orders.filter(({ order }) => order.callbacks.some(({ outcome }) => outcome === 'done')),
  });
