import { callsOf } from '#domain/order/calls.ts';
import type { TroubledVisit } from '#domain/scheduling/ripple.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock, promiseWords } from '../../ui/time.ts';
import { OrderMark } from '../order-mark.tsx';
import { useConsole } from '../state/console.ts';
import css from './ripple.module.css';
import { Ways } from './ways.tsx';

interface Props {
  readonly trouble: TroubledVisit;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** One visit in trouble: what is expected against what was promised, who must be called by when, and the ways out. */
export function TroubleRow({ trouble, open, onToggle }: Props) {
  const m = useMessages();
  const r = m.ripple;
  const console = useConsole();
  const { order, cause, promise, beginAt, lateMin, isTold } = trouble;
  const name = useStore(
    console.board,
    ({ technicians }) => technicians.get(trouble.technicianId ?? '')?.name ?? '',
  );
  const call = useStore(console.now, (now) => {
    const standard = standardOf(order);
    const calls = callsOf(order, standard, now, console.expected.get().get(order.id));
    const due = calls.filter(({ purpose }) => purpose === 'late_notice' || purpose === 'negotiate');
    // A call whose time is over is named only when none can be made any more.
    return (due.find(({ usable }) => usable >= now) ?? due.at(-1))?.usable ?? null;
  });
  const overdue = useStore(console.now, (now) => call !== null && now > call);
  return (
    <li
      className={css.trouble}
      data-trouble={order.id}
      data-cause={cause}
      data-told={isTold ? '' : undefined}
    >
      <button
        type="button"
        className={css.troubleHead}
        aria-expanded={open}
        data-trouble-head
        onClick={() => {
          console.pick(order.id);
          onToggle(!open);
        }}
      >
        <span className={css.place}>
          <OrderMark type={order.type} tone={cause === 'late' ? 'breached' : 'unassigned'} size={12} />
          {order.estate ?? order.number}
          <span className={css.cause}>{cause === 'late' ? r.late(lateMin) : r.cause[cause]}</span>
        </span>
        <span className={css.facts}>
          {[
            promise && r.promised(promiseWords(promise.start, promise.end)),
            beginAt !== null && r.expected(clock(beginAt)),
            name,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {isTold ? (
          <span className={css.told}>{r.told}</span>
        ) : call === null ? null : (
          <span className={css.call} data-over={overdue ? '' : undefined}>
            {r.callBy(clock(call))}
          </span>
        )}
      </button>
      {open ? <Ways order={order} /> : null}
    </li>
  );
}
