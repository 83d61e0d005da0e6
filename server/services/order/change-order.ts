import type { OrderCommand, OrderCommandType } from '#domain/order/order-command.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
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
  const { after, ...writes } = orderWrites(await retimeDays(work, judged), now);
  return {
    ok: true,
    change: {
      ...writes,
      areaId: held.order.areaId,
      at: now,
      answer: {
        orderId: held.order.id,
        version: after[0]?.version ?? held.order.version,
        warnings: refusalRules(decision.verdict.findings, standard),
      },
    },
  };
}

/** The verb of a command type that concerns one order. */
export function orderVerb<T extends Exclude<OrderCommandType, 'order.intake'>>(type: T): Verb<T> {
  return (work, payload) => changeOrder(work, { type, payload } as OrderCommand);
}
