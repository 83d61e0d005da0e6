import type { Order } from '#domain/order/order.ts';
import { blockReasonWords } from '../../care/block-words.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { clock, dayAndClock } from '../../ui/time.ts';
import { useConsole } from '../state/console.ts';
import css from './change.module.css';

/** Every version of the promise, newest first, with who caused it, the notice that was given and who approved it. */
export function PromiseLedger({ order }: { order: Order }) {
  const m = useMessages();
  const c = m.dispatch.change;
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  const when = (at: number) => dayAndClock(at, now, m, language);
  if (order.appointments.length === 0) return null;
  return (
    <section className={css.ledger} aria-label={c.ledger}>
      <h3 className={css.ledgerTitle}>{c.ledger}</h3>
      <ol className={css.versions} reversed>
        {[...order.appointments].reverse().map((appointment) => {
          const { version, start, end, change, outcome } = appointment;
          return (
            <li key={version} className={css.version} data-current={outcome === null ? '' : undefined}>
              <p className={css.versionHead}>
                <strong>
                  {when(start)}
                  {end > start ? `–${clock(end)}` : ''}
                </strong>
                <span>{m.order.appointmentOutcome[outcome ?? 'open']}</span>
              </p>
              <p className={css.versionBody}>
                {c.version(version)} · {when(appointment.confirmedAt)}
                {change ? '' : ` · ${c.first}`}
              </p>
              {change ? (
                <p className={css.versionBody}>
                  {m.order.cause[change.cause]}：{blockReasonWords(change.reason, m)}
                  <br />
                  {c.leadShort(Math.floor(change.noticeLeadMin))}
                  {change.shortNotice ? ` · ${c.shortNotice}` : ''} ·{' '}
                  {change.counted ? c.counted : c.notCounted}
                  {change.approval ? ` · ${c.approvedBy(change.approval.by)}` : ''}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
