'use client';

import { servableAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayWords, isoDay, minutesWords, promiseWords } from '../ui/time.ts';
import classes from './field.module.css';
import { useTellBy } from './tell-by.ts';

/** The promised time, as large as it is important, with what is left of it. */
export function PromiseLine({ order, now, large }: { order: Order; now: Instant; large?: boolean }) {
  const m = useMessages();
  const language = useLanguage();
  const by = useTellBy(order);
  // Once the visit has begun the promise is settled; it stays on screen all the same.
  const promise = servableAppointment(order) ?? order.appointments.at(-1);
  if (!promise)
    return (
      <p className={classes.noPromise} data-large={large ? '' : undefined}>
        {m.order.noPromise}
      </p>
    );
  const leftMin = (promise.end - now) / MINUTE;
  const today = isoDay(promise.start) === isoDay(now);
  const arrived = order.visits.at(-1)?.arrivedAt != null;
  return (
    <p className={classes.promise} data-large={large ? '' : undefined}>
      <span className={classes.promiseLabel}>
        {m.order.promise}
        {today ? null : ` · ${dayWords(promise.start, language)}`}
      </span>
      <strong>{promiseWords(promise.start, promise.end)}</strong>
      {arrived || promise.outcome !== null ? (
        <span className={classes.left}>{m.order.appointmentOutcome[promise.outcome ?? 'open']}</span>
      ) : (
        <span className={classes.left} data-late={leftMin < 0 ? '' : undefined}>
          {leftMin >= 0
            ? m.field.list.inMinutes(minutesWords(leftMin, m))
            : m.field.list.overdueBy(minutesWords(leftMin, m))}
        </span>
      )}
      {by === null ? null : (
        <span className={classes.tellBy} data-tell-by>
          {by > now ? m.field.list.tellBy(clock(by)) : m.field.list.tellNow}
        </span>
      )}
    </p>
  );
}
