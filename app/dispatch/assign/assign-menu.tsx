import { Button, Modal, TextInput } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import { instantOf } from '#domain/time/zone.ts';
import { useStore } from '../../live/use-store.ts';
import { useLanguage, useMessages, useRuleText } from '../../ui/i18n/provider.tsx';
import { RuleNotice } from '../../ui/refusal/rule-notice.tsx';
import { dayAndClock, ZONE } from '../../ui/time.ts';
import { TimeField, typedClock } from '../change/time-field.tsx';
import { bindingFinding, judgeTarget, rankTargets, type TargetVerdict } from '../drag/target-verdict.ts';
import { firstStart, VerdictSign, verdictWords } from '../drag/verdict-chip.tsx';
import { caption } from '../state/caption.ts';
import { useConsole } from '../state/console.ts';
import css from './assign.module.css';

/** Everything a drag can do without dragging: the same ranked answers, chosen by keys or one press. */
export function AssignMenu() {
  const m = useMessages();
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'assign' ? value.orderIds : null));
  const orders = open?.flatMap((id) => board.get().orders.get(id) ?? []) ?? [];
  return (
    <Modal
      opened={open !== null}
      onClose={() => dialog.set(null)}
      size={520}
      title={m.dispatch.assign.title(caption(orders, m))}
    >
      {open && orders.length > 0 ? <Targets key={open.join()} orderIds={open} /> : null}
    </Modal>
  );
}

function Targets({ orderIds }: { orderIds: readonly OrderId[] }) {
  const m = useMessages();
  const a = m.dispatch.assign;
  const console = useConsole();
  const [query, setQuery] = useState('');
  const [time, setTime] = useState('');
  const [active, setActive] = useState(0);
  const board = useStore(console.board, (value) => value);
  const [seen] = useState(() => orderIds.flatMap((id) => console.board.get().orders.get(id) ?? []));

  const clockTime = typedClock(time);
  const ranked = useMemo(() => {
    const orders = orderIds.flatMap((id) => board.orders.get(id) ?? []);
    const ground = console.ground(orderIds[0]!);
    if (clockTime === null) return rankTargets(orders, board.technicians.values(), ground);
    const at = instantOf(ground.date, clockTime, ZONE);
    const best = rankTargets(orders, board.technicians.values(), ground);
    return best
      .map(({ technicianId }) => judgeTarget(orders, board.technicians.get(technicianId)!, ground, at))
      .sort((x, y) => RANK[x.outcome] - RANK[y.outcome]);
  }, [orderIds, board, console, clockTime]);
  const shown = ranked.filter(({ technicianId }) => {
    const technician = board.technicians.get(technicianId);
    const wanted = query.trim().toLowerCase();
    return (
      technician !== undefined && `${technician.name} ${technician.number}`.toLowerCase().includes(wanted)
    );
  });

  const choose = (verdict: TargetVerdict | undefined) => {
    if (!verdict || verdict.outcome === 'refused') return;
    const ground = console.ground(orderIds[0]!);
    const at = clockTime === null ? null : instantOf(ground.date, clockTime, ZONE);
    console.dialog.set(null);
    void console.assign(seen, { technicianId: verdict.technicianId, at });
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive(Math.max(0, Math.min(shown.length - 1, active + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(shown[active]);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows and Enter typed in the search walk the list beneath it
    <div className={css.menu} onKeyDown={walk}>
      <div className={css.fields}>
        <TextInput
          data-autofocus
          label={a.search}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows belong to the time while it is typed */}
        <div onKeyDown={(event) => event.key !== 'Enter' && event.stopPropagation()}>
          <TimeField label={a.chooseTime} placeholder={a.best} value={time} onChange={setTime} />
        </div>
      </div>
      {shown.length === 0 ? <p className={css.none}>{a.none}</p> : null}
      <ul className={css.list} aria-label={a.title('')}>
        {shown.map((verdict, index) => (
          <Target
            key={verdict.technicianId}
            verdict={verdict}
            orderIds={orderIds}
            active={index === active}
            onChoose={() => choose(verdict)}
          />
        ))}
      </ul>
    </div>
  );
}

interface TargetProps {
  readonly verdict: TargetVerdict;
  readonly orderIds: readonly OrderId[];
  readonly active: boolean;
  readonly onChoose: () => void;
}

function Target({ verdict, orderIds, active, onChoose }: TargetProps) {
  const m = useMessages();
  const a = m.dispatch.assign;
  const language = useLanguage();
  const ruleText = useRuleText();
  const { board, now } = useConsole();
  const technician = board.get().technicians.get(verdict.technicianId)!;
  const words = verdictWords(verdict, m, (id) => board.get().orders.get(id)?.estate ?? null);
  const start = firstStart(verdict, orderIds);
  const binding = bindingFinding(verdict.findings);
  const refused = verdict.outcome === 'refused';
  return (
    <li className={css.target} data-outcome={verdict.outcome} data-active={active ? '' : undefined}>
      <span className={css.sign}>
        <VerdictSign outcome={verdict.outcome} />
      </span>
      <div className={css.words}>
        <span className={css.name}>
          {technician.name}
          <span className={css.number}>{technician.number.toUpperCase()}</span>
        </span>
        <span className={css.detail}>
          {[
            words.outcome,
            start === null || refused ? null : a.start(dayAndClock(start, now.get(), m, language)),
            ...words.details,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {binding ? (
          <details className={css.why} open={active && refused}>
            <summary>
              <code>{binding.rule}</code> {ruleText(binding.rule)?.title}
            </summary>
            <RuleNotice
              rule={{ id: binding.rule, kind: binding.kind, facts: binding.facts }}
              now={now.get()}
            />
          </details>
        ) : null}
      </div>
      {refused ? null : (
        <Button
          size="compact-sm"
          variant={active ? 'filled' : 'default'}
          data-technician={verdict.technicianId}
          onClick={onChoose}
        >
          {verdict.outcome === 'needs_approval' ? a.ask : a.confirm}
        </Button>
      )}
    </li>
  );
}

const RANK = { accepted: 0, needs_approval: 1, refused: 2 } as const;
