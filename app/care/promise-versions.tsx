import type { Appointment, AppointmentChangeRecord } from '#domain/appointment/appointment.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayAndClock } from '../ui/time.ts';
import { blockReasonWords } from './block-words.ts';
import classes from './promise-versions.module.css';

interface Props {
  readonly order: Order;
  readonly now: Instant;
}

/**
 * Every version of the promise, newest first: whose cause a change was, who was told when and how, who allowed it, and what was ruled
 * or told afterwards (RECD-01, CHG-01…05).
 */
export function PromiseVersions({ order, now }: Props) {
  const m = useMessages();
  const l = m.order.ledger;
  const when = useWhen(now);
  return (
    <ol className={classes.versions} reversed>
      {order.appointments.toReversed().map((promise) => (
        <li
          key={promise.version}
          className={classes.version}
          data-version={promise.version}
          data-current={promise.outcome === null ? '' : undefined}
        >
          <span className={classes.head}>
            <strong>
              {when(promise.start)}
              {promise.end > promise.start ? `–${clock(promise.end)}` : ''}
            </strong>
            <span>{m.order.appointmentOutcome[promise.outcome ?? 'open']}</span>
          </span>
          <span className={classes.line}>
            {l.agreed(promise.version, when(promise.confirmedAt), l.by[promise.channel])}
            {` · ${m.dispatch.confirm.by[promise.proposedBy]}`}
          </span>
          {promise.change ? <Change change={promise.change} channel={promise.channel} now={now} /> : null}
          {promise.lateness ? (
            <span className={classes.line}>
              {l.late(
                when(promise.lateness.contactedAt),
                when(promise.lateness.eta),
                blockReasonWords(promise.lateness.reason, m),
              )}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Change(props: { change: AppointmentChangeRecord; channel: Appointment['channel']; now: Instant }) {
  const m = useMessages();
  const c = m.dispatch.change;
  const l = m.order.ledger;
  const when = useWhen(props.now);
  const { change, channel } = props;
  const roles: Readonly<Record<string, string>> = m.common.roles;
  return (
    <>
      <span className={classes.line}>
        {m.common.named(m.order.cause[change.cause], blockReasonWords(change.reason, m))}
      </span>
      <span className={classes.line}>
        {l.told(when(change.notifiedAt), l.by[channel])} · {c.leadShort(Math.floor(change.noticeLeadMin))}
        {change.shortNotice ? ` · ${c.shortNotice}` : ''} · {change.counted ? c.counted : c.notCounted}
      </span>
      {change.approval ? (
        <span className={classes.line}>
          {l.approved(
            roles[change.approval.role] ?? change.approval.role,
            when(change.approval.at),
            change.approval.reason,
          )}
        </span>
      ) : null}
      {change.ruled ? (
        <span className={`${classes.line} ${classes.ruled}`} data-ruled>
          {l.ruled(
            m.order.cause[change.ruled.first],
            roles[change.ruled.role] ?? change.ruled.role,
            when(change.ruled.at),
            change.ruled.reason,
          )}
        </span>
      ) : null}
    </>
  );
}

/** When the clock of the standard stood still, why, and that somebody allowed it (ARITH-07). */
export function ClockStops({ order, now }: Props) {
  const m = useMessages();
  const l = m.order.ledger;
  const when = useWhen(now);
  return (
    <ul className={classes.stops}>
      {order.pauses.map(({ from, until, reason, approvedBy }) => (
        <li key={from} data-stop={reason}>
          <strong>{l.stopped(when(from), until === null ? null : when(until))}</strong>
          <span className={classes.line}>
            {m.steps.hold.reasons[reason]} · {approvedBy === null ? l.stopUnasked : l.stopAllowed}
          </span>
        </li>
      ))}
    </ul>
  );
}

function useWhen(now: Instant): (at: Instant) => string {
  const m = useMessages();
  const language = useLanguage();
  return (at) => dayAndClock(at, now, m, language);
}
