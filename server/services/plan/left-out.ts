import type { Order } from '#domain/order/order.ts';
import type { CommandRefused, LeftOut } from '#protocol/command.ts';

/** The order that cannot be taken as the plan has it, and why. */
export function leftOut({ id, number }: Order, { code, title, rules, approver }: CommandRefused): LeftOut {
  return {
    orderId: id,
    number,
    code,
    title,
    ...(rules ? { rules } : {}),
    ...(approver ? { approver } : {}),
  };
}

/** It was touched by something since the plan was computed, so that whoever agreed to the plan agreed to another order. */
export function changedSince(order: Order): LeftOut {
  return leftOut(order, {
    ok: false,
    code: 'stale',
    title: 'It has changed since the plan was computed.',
  });
}

const NAMED = 3;

/**
 * The refusal of a plan of which some orders cannot be taken: nothing is published, every one of them is named with its reason, and what is
 * left can be published by naming it in `accept`.
 */
export function refusedForSome(left: readonly LeftOut[], wanted: number, current: unknown): CommandRefused {
  const [first] = left;
  if (!first) throw new Error('A plan of which everything can be taken is not refused.');
  const code = left.find((one) => one.code === 'stale')?.code ?? first.code;
  const named = left.slice(0, NAMED).map(({ number, title }) => `Order ${number}: ${title}`);
  const more = left.length > NAMED ? [`And ${left.length - NAMED} more, see leftOut.`] : [];
  const rest = wanted - left.length;
  const advice = rest > 0 ? `Name the other ${rest} in accept to publish them without these.` : 'Plan again.';
  return {
    ok: false,
    code,
    title: [...named, ...more, advice].join(' '),
    ...(first.rules ? { rules: first.rules } : {}),
    ...(first.approver ? { approver: first.approver } : {}),
    ...(code === 'stale' ? { current } : {}),
    leftOut: left,
  };
}
