import type { OrderId } from '#domain/base/brand.ts';
import type { LeftOut } from '#protocol/command.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { RuleNotice } from '../../ui/refusal/rule-notice.tsx';
import { useConsole } from '../state/console.ts';
import css from './plan.module.css';

/** The orders that the server would not take as the plan has them: which, by which rule, what to do; and that nothing is published yet. */
export function LeftOutList({ left, rest }: { left: readonly LeftOut[]; rest: number }) {
  const m = useMessages().dispatch.plan.leftOut;
  if (left.length === 0) return null;
  return (
    <section className={css.leftOut} role="alert" data-left-out={left.length}>
      <h3 className={css.leftOutTitle}>{m.title(left.length)}</h3>
      <p className={css.leftOutHint}>{rest > 0 ? m.rest(rest) : m.none}</p>
      <ul className={css.leftOutOrders}>
        {left.map((one) => (
          <Left key={one.orderId} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Left({ one: { orderId, number, rules = [] } }: { one: LeftOut }) {
  const m = useMessages().dispatch.plan.leftOut;
  const console = useConsole();
  const order = useStore(console.board, (board) => board.orders.get(orderId as OrderId));
  const now = useStore(console.now, (at) => at);
  const [found] = rules.filter(({ kind }) => kind !== 'warning');
  const other = found?.facts.otherOrderId as OrderId | undefined;
  const otherNumber = useStore(console.board, ({ orders }) =>
    other ? orders.get(other)?.number : undefined,
  );
  const rule =
    found && otherNumber ? { ...found, facts: { ...found.facts, otherOrderId: otherNumber } } : found;
  return (
    <li data-order={orderId}>
      <button type="button" className={css.changeWords} onClick={() => console.pick(orderId)}>
        <span className={css.changePlace}>{order?.estate ?? number}</span>
        {order?.estate ? <span className={css.changeWhat}>{number}</span> : null}
      </button>
      {rule ? <RuleNotice rule={rule} now={now} /> : <p className={css.leftOutWhy}>{m.changed}</p>}
    </li>
  );
}
