import { Button, Checkbox, CloseButton, Progress } from '@mantine/core';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import type { Cutover } from '#domain/cutover/cutover.ts';
import { judgeSlotInCutover } from '#domain/cutover/judge-cutover.ts';
import type { ReasonCode } from '#domain/scheduling/model.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { usePane } from '../keys/use-pane.ts';
import { useCutovers } from '../network/use-cutovers.ts';
import { OrderMark } from '../order-mark.tsx';
import { useConsole } from '../state/console.ts';
import { FaultList } from './fault-list.tsx';
import { LeftOutList } from './left-out-list.tsx';
import css from './plan.module.css';
import { type PlanChange, planGains, proposalsOf } from './plan-proposal.ts';
import type { Plan } from './use-plan.ts';

/** The proposal beside the timeline that shows its ghosts: what it gains, what it changes, what stays unplanned and why. */
export function PlanPanel({ plan }: { plan: Plan }) {
  return plan.state ? <Panel plan={plan} state={plan.state} /> : null;
}

function Panel({ plan, state }: { plan: Plan; state: NonNullable<Plan['state']> }) {
  const m = useMessages();
  const p = m.dispatch.plan;
  const panel = useRef<HTMLElement>(null);
  const pane = usePane(panel, plan.discard);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what had the focus may be gone with the state before
  useEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  }, [state.kind]);
  return (
    <aside {...pane} ref={panel} className={css.panel} aria-label={p.title} data-plan={state.kind}>
      <div className={css.head}>
        <h2 className={css.title}>{p.title}</h2>
        <CloseButton aria-label={p.discard} onClick={plan.discard} />
      </div>
      {state.kind === 'running' ? (
        <div className={css.running} role="status">
          <p>{p.running(Math.round(state.progress * 100))}</p>
          <Progress value={Math.max(3, state.progress * 100)} aria-label={p.title} />
          <Button size="xs" variant="default" onClick={plan.discard}>
            {p.stop}
          </Button>
        </div>
      ) : state.kind === 'failed' ? (
        <div className={css.running} role="alert">
          <p>{p.failed}</p>
          <p className={css.why}>{state.why}</p>
          <FaultList faults={state.faults} />
          <Button size="xs" onClick={plan.begin}>
            {m.common.retry}
          </Button>
        </div>
      ) : (
        <Proposal plan={plan} runs={state.runs} />
      )}
    </aside>
  );
}

function Proposal({ plan, runs }: { plan: Plan; runs: Parameters<typeof planGains>[0] }) {
  const m = useMessages();
  const p = m.dispatch.plan;
  const gains = planGains(runs);
  const { changes, picked, outdated, left } = plan;
  const cutovers = useCutovers();
  const all = changes.map(({ order }) => order.id).filter((id) => !outdated.has(id));
  return (
    <>
      <dl className={css.gains}>
        <Gain name={p.promises} before={gains.promisesBefore} after={gains.promisesAfter} better="more" />
        <Gain
          name={p.travel}
          before={gains.travelMinBefore}
          after={gains.travelMinAfter}
          // More visits mean more ways: that is no loss.
          better={gains.unplannedAfter < gains.unplannedBefore ? 'either' : 'less'}
        />
        <Gain name={p.unassigned} before={gains.unplannedBefore} after={gains.unplannedAfter} better="less" />
        {gains.overtimeMinBefore + gains.overtimeMinAfter > 0 && (
          <Gain
            name={p.overtime}
            before={gains.overtimeMinBefore}
            after={gains.overtimeMinAfter}
            better="less"
          />
        )}
        {gains.callsBefore + gains.callsAfter > 0 && (
          <Gain name={p.callsNeeded} before={gains.callsBefore} after={gains.callsAfter} better="less" />
        )}
      </dl>
      {gains.legs > 0 && (
        <p className={css.legs} data-estimated={gains.legsEstimated}>
          <Link href="/settings/travel" target="_blank">
            {p.legs(gains.legsEstimated, gains.legs)}
          </Link>
          {gains.roadsAway.length > 0 && (
            <strong data-roads-away>
              {p.roadsAway(m.common.list(gains.roadsAway.map((mode) => m.travel.modes[mode])))}
            </strong>
          )}
        </p>
      )}
      {changes.length === 0 ? (
        <p className={css.nothing}>{p.nothing}</p>
      ) : (
        <>
          <p className={css.hint}>{p.ghosts}</p>
          <div className={css.picks}>
            <span>
              {p.moved} {changes.length}
            </span>
            <Button size="compact-xs" variant="subtle" onClick={() => plan.pick(all, true)}>
              {p.pickAll}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => plan.pick(all, false)}>
              {p.pickNone}
            </Button>
          </div>
        </>
      )}
      <div className={css.scroll}>
        <LeftOutList left={left} rest={picked.size} />
        <ul className={css.changes}>
          {changes.map((change) => (
            <Change
              key={change.order.id}
              change={change}
              cutovers={cutovers}
              picked={picked.has(change.order.id)}
              outdated={outdated.has(change.order.id)}
              onPick={plan.pick}
            />
          ))}
        </ul>
        <Unplanned proposals={proposalsOf(runs)} />
      </div>
      <div className={css.foot}>
        <Button
          fullWidth
          loading={plan.publishing}
          disabled={picked.size === 0 || changes.length === 0}
          onClick={() => void plan.accept()}
        >
          {left.length > 0 && picked.size > 0
            ? p.leftOut.publish(picked.size)
            : picked.size >= all.length
              ? p.acceptAll(all.length)
              : p.acceptSome(picked.size)}
        </Button>
        <Button fullWidth variant="default" onClick={plan.discard}>
          {p.discard}
        </Button>
      </div>
    </>
  );
}

function Gain(props: { name: string; before: number; after: number; better: 'more' | 'less' | 'either' }) {
  const { before, after, better } = props;
  const gained = better === 'either' ? 0 : better === 'more' ? after - before : before - after;
  return (
    <div className={css.gain}>
      <dt>{props.name}</dt>
      <dd data-gained={gained > 0 ? 'yes' : gained < 0 ? 'no' : undefined}>
        <span className={css.before}>{before}</span>
        <span aria-hidden="true">→</span>
        <strong>{after}</strong>
      </dd>
    </div>
  );
}

interface ChangeProps {
  readonly change: PlanChange;
  readonly cutovers: readonly Cutover[];
  readonly picked: boolean;
  /** The order has changed since the proposal came. */
  readonly outdated: boolean;
  readonly onPick: Plan['pick'];
}

function Change({ change: { order, planned, kind }, cutovers, picked, outdated, onPick }: ChangeProps) {
  const m = useMessages();
  const c = m.dispatch.plan.change;
  const console = useConsole();
  const technicians = useStore(console.board, (board) => board.technicians);
  const name = (id: string | null) => (id ? (technicians.get(id)?.name ?? id) : '');
  const words = planned
    ? {
        new: c.new(name(planned.technicianId), clock(planned.start)),
        moved: c.moved(name(order.technicianId), name(planned.technicianId), clock(planned.start)),
        retimed: c.retimed(order.planned ? clock(order.planned.start) : '', clock(planned.start)),
        given_back: '',
      }[kind]
    : c.givenBack(name(order.technicianId));
  const inCutover = judgeSlotInCutover(order, planned, cutovers).length > 0;
  return (
    <li className={css.change} data-order={order.id} data-outdated={outdated || undefined}>
      <Checkbox
        size="xs"
        checked={picked}
        disabled={outdated}
        aria-label={`${order.number} ${words}`}
        onChange={(event) => onPick([order.id], event.currentTarget.checked)}
      />
      <button type="button" className={css.changeWords} onClick={() => console.pick(order.id)}>
        <span className={css.changePlace}>
          <OrderMark
            type={order.type}
            tone={kind === 'new' || kind === 'given_back' ? 'unassigned' : 'planned'}
            size={12}
          />
          {order.estate ?? order.number}
        </span>
        <span className={css.changeWhat}>{words}</span>
        {outdated ? <span className={css.changeNote}>{m.dispatch.plan.leftOut.changed}</span> : null}
        {inCutover ? <span className={css.changeNote}>{m.network.cutover.during}</span> : null}
      </button>
    </li>
  );
}

/** Each order that stays out, with the reasons of the technicians counted by kind. */
function Unplanned({ proposals }: { proposals: readonly PlanProposal[] }) {
  const m = useMessages().dispatch;
  const console = useConsole();
  const orders = useStore(console.board, (board) => board.orders);
  const unassigned = proposals.flatMap((proposal) => proposal.unassigned);
  if (unassigned.length === 0) return null;
  return (
    <section className={css.unplanned}>
      <h3 className={css.unplannedTitle}>
        {m.plan.whyUnassigned} {unassigned.length}
      </h3>
      <ul className={css.changes}>
        {unassigned.map(({ orderId, reasons }) => {
          const order = orders.get(orderId);
          const counted = new Map<ReasonCode, number>();
          for (const { reason } of reasons) counted.set(reason.code, (counted.get(reason.code) ?? 0) + 1);
          const words = [...counted]
            .sort((a, b) => b[1] - a[1])
            .map(([code, count]) => `${m.reasons[code]} ${count}`)
            .join(' · ');
          return (
            <li key={orderId} className={css.change} data-order={orderId}>
              <button type="button" className={css.changeWords} onClick={() => console.pick(orderId)}>
                <span className={css.changePlace}>{order?.estate ?? order?.number ?? orderId}</span>
                <span className={css.changeWhat}>{order?.estate ? `${order.number} · ${words}` : words}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
