import { lockPendingOf } from '#db/query/approval.ts';
import { type ApprovalEvent, evolveApproval } from '#domain/approval/approval-event.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommand, OrderCommandType } from '#domain/order/order-command.ts';
import { approvalRow } from '../approval/approval-row.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { endOfMove } from './end-of-move.ts';
import { type GivenApproval, judgeOrder } from './judge-order.ts';
import { orderWrites } from './order-change.ts';
import { retimeDays } from './retime-days.ts';

/** Carries out a command about one order that exists: judge, fold, time the days anew. */
export async function changeOrder(
  work: Work,
  command: OrderCommand,
  given: GivenApproval | null = null,
): Promise<Outcome> {
  const judged = await judgeOrder(work, command, given);
  if (!judged.ok) return judged;
  const { decision, standard, held, now } = judged;
  if (decision.verdict.outcome !== 'accepted') return refusedBy(decision.verdict, standard);
  const { after, ...writes } = orderWrites(retimeDays(judged), now);
  const child = after[0];
  const ended = held.order.endedAt === null && child?.endedAt != null;
  const lapsed = ended ? await lapseOf(work, held.order, now) : [];
  const move = orderWrites(ended ? await endOfMove(work, child) : [], now);
  return {
    ok: true,
    change: {
      ...writes,
      log: [...writes.log, ...lapsed.map(({ log }) => log), ...move.log],
      orders: [...(writes.orders ?? []), ...(move.orders ?? [])],
      approvals: lapsed,
      areaId: held.order.areaId,
      at: now,
      answer: {
        orderId: held.order.id,
        version: child?.version ?? held.order.version,
        warnings: refusalRules(decision.verdict.findings, standard),
      },
    },
  };
}

/** Nobody needs to decide any more what was asked for about an order that has ended. */
async function lapseOf(work: Work, { id, areaId }: Order, now: Instant) {
  const pending = await lockPendingOf(work.tx, id);
  return pending.map(({ state, version }) => {
    const event: ApprovalEvent = { type: 'approval.lapsed', data: { reason: 'order_ended' } };
    const approval = evolveApproval(state, event, now);
    return {
      approval,
      version: version + 1,
      log: { areaId, row: approvalRow(approval, version + 1, event) },
    };
  });
}

/** The verb of a command type that concerns one order. */
export function orderVerb<T extends Exclude<OrderCommandType, 'order.intake'>>(type: T): Verb<T> {
  return (work, payload) => changeOrder(work, { type, payload } as OrderCommand);
}
