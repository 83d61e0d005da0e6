import { memo, useEffect, useMemo, useRef } from 'react';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock, promiseWords } from '../../ui/time.ts';
import { makeOrderSource } from '../drag/order-source.ts';
import { LockSign, lockWords } from '../lock-sign.tsx';
import { OrderMark } from '../order-mark.tsx';
import { ExpectedBar, useExpectedWords } from '../ripple/expected-bar.tsx';
import { useConsole } from '../state/console.ts';
import { graspedWith } from '../state/selection.ts';
import { barViolations } from './bar-violations.ts';
import type { Bar } from './day-bars.ts';
import { type Scale, xOf } from './scale.ts';
import css from './timeline.module.css';
import { ViolationSign } from './violation-sign.tsx';

interface Props {
  readonly bar: Bar;
  readonly scale: Scale;
  readonly technician: Technician;
  readonly visits: readonly Order[];
}

/** One visit: the journey there as a thin block, the promise as an outline, the visit inside it. */
export const VisitBar = memo(function VisitBar({ bar, scale, technician, visits }: Props) {
  const { order } = bar;
  const m = useMessages();
  const console = useConsole();
  const button = useRef<HTMLButtonElement>(null);
  const selected = useStore(console.view, ({ selection }) => selection.ids.includes(order.id));
  const lifted = useStore(console.session.lifted, (value) => value?.orderIds.includes(order.id) ?? false);
  const others = useStore(
    console.presence,
    (present) => present.find(({ orderIds }) => orderIds.includes(order.id))?.name ?? null,
  );
  const proposed = useStore(console.proposed, (ids) => ids.has(order.id));
  const movable = !bar.begun && order.planned !== null;
  const standard = console.standardOf(order.id);
  const violations = useMemo(
    () => (standard ? barViolations(order, technician, visits, standard, console.now.get()) : []),
    [order, technician, visits, standard, console],
  );

  useEffect(() => {
    if (!movable) return undefined;
    return makeOrderSource({
      element: button.current!,
      keepsGrasp: true,
      orderIds: () =>
        graspedWith(
          console.view.get().selection,
          order.id,
          visits.map(({ id }) => id),
        ),
      caption: (ids) => (ids.length > 1 ? m.dispatch.drag.many(ids.length) : (order.estate ?? order.number)),
    });
  }, [movable, order.id, order.estate, order.number, visits, console, m]);

  const expectedWords = useExpectedWords(order);
  const t = m.dispatch.timeline;
  const left = xOf(scale, bar.from);
  const width = Math.max(16, xOf(scale, bar.to) - left);
  const travel = left - xOf(scale, bar.travelFrom);
  const words = [
    order.estate,
    `${order.number} ${m.order.type[order.type]} · ${m.order.tone[bar.tone]}`,
    (bar.begun ? t.actual : t.planned)(clock(bar.from), clock(bar.to)),
    bar.promise && t.promise(promiseWords(bar.promise.start, bar.promise.end)),
    bar.overdueMin > 0 && t.late(bar.overdueMin),
    !bar.begun && expectedWords,
    bar.slackMin !== null && bar.slackMin > 0 && t.slack(bar.slackMin),
    travel > 0 && t.travel(Math.round((bar.from - bar.travelFrom) / 60_000)),
    lockWords(order.lock, m),
    ...violations.map(t.violation),
    others && m.dispatch.drag.dragging(others, order.number),
  ].filter(Boolean);
  return (
    <>
      {travel > 1 ? (
        <div
          className={css.travel}
          style={{ left: left - travel, width: travel }}
          data-done={bar.begun ? '' : undefined}
        />
      ) : null}
      {bar.begun ? null : <ExpectedBar order={order} scale={scale} />}
      {bar.promise && !bar.begun ? <PromiseOutline bar={bar} scale={scale} /> : null}
      <button
        ref={button}
        type="button"
        tabIndex={-1}
        className={css.bar}
        style={{ left, width }}
        title={words.join('\n')}
        aria-label={words.join('，')}
        aria-pressed={selected}
        data-order={order.id}
        data-tone={bar.tone}
        data-lifted={lifted ? '' : undefined}
        data-others={others ? '' : undefined}
        data-proposed={proposed ? '' : undefined}
        data-movable={movable ? '' : undefined}
        onClick={(event) =>
          console.pick(order.id, {
            add: event.ctrlKey || event.metaKey,
            range: event.shiftKey,
            shown: visits.map(({ id }) => id),
          })
        }
        onDoubleClick={() => console.open(order.id)}
      >
        <OrderMark type={order.type} tone={bar.tone} size={12} />
        {width > 44 ? <span className={css.barLabel}>{order.estate ?? order.number}</span> : null}
        {order.lock ? (
          <span className={css.lock}>
            <LockSign lock={order.lock} size={11} />
          </span>
        ) : null}
        {violations.length > 0 || bar.overdueMin > 0 || (!bar.begun && expectedWords) ? (
          <span className={css.violation}>
            <ViolationSign />
          </span>
        ) : null}
      </button>
    </>
  );
});

/** The room that the promise leaves: from the first promised start to the end of a visit begun at the last one. */
function PromiseOutline({ bar, scale }: { bar: Bar; scale: Scale }) {
  const from = xOf(scale, bar.promise!.start);
  const to = xOf(scale, bar.promise!.end + (bar.to - bar.from));
  return (
    <div
      className={css.promise}
      style={{ left: from - 3, width: to - from + 6 }}
      data-missed={bar.overdueMin > 0 || bar.from > bar.promise!.end ? '' : undefined}
    />
  );
}
