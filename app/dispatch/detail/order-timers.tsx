import type { Order } from '#domain/order/order.ts';
import { timersOf } from '#domain/timer/timers.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { SlaBar } from '../../ui/sla-bar.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { leftWords, usedShare } from '../pool/deadline.tsx';
import { useConsole } from '../state/console.ts';
import css from './detail.module.css';

/** Every limit of the standard that has begun: open ones with their countdown, the text's due beside the usable one where they differ. */
export function OrderTimers({ order }: { order: Order }) {
  const m = useMessages();
  const d = m.dispatch.detail;
  const language = useLanguage();
  const console = useConsole();
  const now = useStore(console.now, whole);
  const standard = console.standardOf(order.id);
  if (!standard) return null;
  const timers = [...timersOf(order, standard, now)].sort(
    (a, b) => Number(b.open) - Number(a.open) || a.dueEffective - b.dueEffective,
  );
  if (timers.length === 0) return null;
  const when = (at: number) => dayAndClock(at, now, m, language);
  return (
    <section>
      <h3 className={css.heading}>{d.timers}</h3>
      <ul className={css.timers}>
        {timers.map((timer) => (
          <li
            key={`${timer.name} ${timer.startedAt}`}
            className={css.timer}
            data-open={timer.open ? '' : undefined}
          >
            <span className={css.timerName}>{m.dispatch.timers[timer.name]}</span>
            <span className={css.timerState} data-state={timer.state}>
              {timer.open ? leftWords(timer.dueEffective, now, m) : m.dispatch.timerStates[timer.state]}
            </span>
            {timer.open ? (
              <SlaBar
                share={usedShare(timer, now)}
                paused={timer.state === 'paused'}
                label={leftWords(timer.dueEffective, now, m)}
              />
            ) : null}
            <span className={css.timerDue}>
              {d.effective(when(timer.dueEffective))}
              {timer.dueLiteral === timer.dueEffective ? '' : ` · ${d.literal(when(timer.dueLiteral))}`} ·{' '}
              {timer.rule}
              {timer.provisional ? (
                <strong title={m.calendar.provisionalWhy(timer.provisional.join('、'))}>
                  {' '}
                  · {m.calendar.provisionalMark}
                </strong>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
