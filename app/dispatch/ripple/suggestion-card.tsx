import { Button, Checkbox } from '@mantine/core';
import type { PlanWorth } from '#protocol/plan.ts';
import { useStore } from '../../live/use-store.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { LeftOutList } from '../plan/left-out-list.tsx';
import type { PlanChange } from '../plan/plan-proposal.ts';
import { useConsole } from '../state/console.ts';
import css from './ripple.module.css';
import type { ShownSuggestion } from './use-suggestion.ts';

/** A better rest of the day: what it gains and costs by rank, what it moves; all, some or none of it is taken. */
export function SuggestionCard({ shown }: { shown: ShownSuggestion }) {
  const m = useMessages();
  const s = m.ripple.suggestion;
  const { suggestion, run, changes, picked } = shown;
  const all = changes.map(({ order }) => order.id);
  const chosen = all.filter((id) => picked.has(id)).length;
  return (
    <section className={css.card} aria-label={s.title} data-suggestion={run.id}>
      <h3 className={css.cardTitle}>{s.gain[suggestion.gain]}</h3>
      <p className={css.cardAge}>{s.at(clock(run.requestedAt))}</p>
      <dl className={css.ranks}>
        {ranksOf(suggestion.before, suggestion.after, m).map(({ name, before, after }) => (
          <div key={name} data-better={after < before ? 'yes' : 'no'}>
            <dt>{name}</dt>
            <dd>
              {before} <span aria-hidden="true">→</span> <strong>{after}</strong>
            </dd>
          </div>
        ))}
      </dl>
      <ul className={css.moves}>
        {changes.map((change) => (
          <Move key={change.order.id} change={change} shown={shown} />
        ))}
      </ul>
      <LeftOutList left={shown.left} rest={chosen} />
      <div className={css.cardActs}>
        <Button size="xs" loading={shown.sending} disabled={chosen === 0} onClick={() => void shown.accept()}>
          {chosen === all.length ? s.acceptAll(all.length) : s.acceptSome(chosen)}
        </Button>
        <Button size="xs" variant="default" disabled={shown.sending} onClick={() => void shown.dismiss()}>
          {s.dismiss}
        </Button>
      </div>
    </section>
  );
}

function Move({ change: { order, planned, kind }, shown }: { change: PlanChange; shown: ShownSuggestion }) {
  const c = useMessages().dispatch.plan.change;
  const console = useConsole();
  const technicians = useStore(console.board, (board) => board.technicians);
  const name = (id: string | null) => (id ? (technicians.get(id)?.name ?? id) : '');
  if (!planned) return null;
  const to = clock(planned.start);
  const words =
    kind === 'new'
      ? c.new(name(planned.technicianId), to)
      : kind === 'moved'
        ? c.moved(name(order.technicianId), name(planned.technicianId), to)
        : c.retimed(order.planned ? clock(order.planned.start) : '', to);
  return (
    <li className={css.move}>
      <Checkbox
        size="xs"
        checked={shown.picked.has(order.id)}
        aria-label={`${order.number} ${words}`}
        onChange={(event) => shown.pick([order.id], event.currentTarget.checked)}
      />
      <button type="button" className={css.moveWords} onClick={() => console.pick(order.id)}>
        <strong>{order.estate ?? order.number}</strong> {words}
      </button>
    </li>
  );
}

interface RankRow {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

/** The ranks in which the two differ, in their order. */
function ranksOf(before: PlanWorth, after: PlanWorth, m: Messages): readonly RankRow[] {
  const r = m.ripple.suggestion.rank;
  const minutes = (seconds: number) => Math.round(seconds / 60);
  const rows: RankRow[] = [
    { name: r.unserved, before: before.unplanned, after: after.unplanned },
    { name: r.promises, before: before.promisesLate, after: after.promisesLate },
    {
      name: r.lateMin,
      before: minutes(before.ranks.promises[1] ?? 0),
      after: minutes(after.ranks.promises[1] ?? 0),
    },
    { name: r.deadlines, before: before.ranks.deadlines[0] ?? 0, after: after.ranks.deadlines[0] ?? 0 },
    { name: r.calls, before: before.ranks.calls[0] ?? 0, after: after.ranks.calls[0] ?? 0 },
    { name: r.travel, before: minutes(before.travelSeconds), after: minutes(after.travelSeconds) },
    { name: r.overtime, before: minutes(before.overtimeSeconds), after: minutes(after.overtimeSeconds) },
  ];
  return rows.filter((row) => row.before !== row.after);
}
