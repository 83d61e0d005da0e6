import type { Finding } from '../base/verdict.ts';
import type { OrderCommand, OrderCommandType } from '../order/order-command.ts';
import { judgePrivateMatters } from '../privacy/private-matters.ts';
import { judgeText } from './forbidden.ts';

/** Fields of commands whose words reach the customer: reasons that the phrases of a change, a delay or a block repeat (§20). */
const SAID: Partial<Record<OrderCommandType, readonly string[]>> = {
  'appointment.confirm': ['reason'],
  'appointment.change': ['reason'],
  'appointment.late': ['reason'],
  'appointment.cancel': ['reason'],
  'visit.block': ['reason'],
  'visit.past_hours': ['reason'],
  'visit.work': ['advice'],
};
/** Fields that stay on the order and that the customer may ask to read (PRIV-06). */
const KEPT: Partial<Record<OrderCommandType, readonly string[]>> = {
  'order.cancel': ['reason'],
  'order.return': ['reason'],
  'order.unserviceable': ['reason'],
  'question.ask': ['question'],
  'complaint.refer_up': ['reason'],
  'complaint.mark_major': ['reason'],
  'visit.sign': ['reason'],
  'visit.safety': ['reason'],
  'visit.turned_away': ['reason'],
  'order.confirm_times': ['reason'],
  'order.rule_cause': ['reason'],
};

/** What a command's own words give to think about: forbidden phrases in what is said (RECD-03), private matters in what is kept. */
export function judgeWords({ type, payload }: OrderCommand, standardId: string): readonly Finding[] {
  const words = (fields: readonly string[] | undefined) =>
    (fields ?? [])
      .map((field) => (payload as unknown as Record<string, unknown>)[field])
      .filter((value) => typeof value === 'string')
      .join('\n');
  const said = words(SAID[type]);
  return [...judgeText(said, standardId), ...judgePrivateMatters(said + words(KEPT[type]))];
}
