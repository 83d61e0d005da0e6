import { Button, Modal } from '@mantine/core';
import { useMemo } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import { localDate } from '#domain/time/zone.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { RuleNotice } from '../../ui/refusal/rule-notice.tsx';
import { clock, ZONE } from '../../ui/time.ts';
import { bindingFinding, rankTargets, type TargetVerdict } from '../drag/target-verdict.ts';
import { firstStart, verdictWords } from '../drag/verdict-chip.tsx';
import { Ways } from '../ripple/ways.tsx';
import { useConsole } from '../state/console.ts';
import css from './why.module.css';

/**
 * Why an order is where it is: who could take it and at what price, what was tried to make room for it or to mend its lateness, and
 * for the rest the first rule that binds, gathered by rule.
 */
export function WhyDialog() {
  const m = useMessages().dispatch.why;
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'why' ? value.orderId : null));
  const number = useStore(board, ({ orders }) => (open ? (orders.get(open)?.number ?? '') : ''));
  return (
    <Modal opened={open !== null} onClose={() => dialog.set(null)} size={520} title={m.title(number)}>
      {open ? <Reasons key={open} orderId={open} /> : null}
    </Modal>
  );
}

function Reasons({ orderId }: { orderId: OrderId }) {
  const m = useMessages();
  const w = m.dispatch.why;
  const console = useConsole();
  const board = useStore(console.board, (value) => value);
  const ranked = useMemo(() => {
    const order = board.orders.get(orderId);
    return order ? rankTargets([order], board.technicians.values(), console.ground(orderId)) : [];
  }, [board, orderId, console]);
  const free = ranked.filter(({ outcome }) => outcome === 'accepted');
  const order = board.orders.get(orderId);
  const today = localDate(console.now.get(), ZONE);
  // Who may simply be given it needs no repair.
  const stuck = order && (order.technicianId !== null || free.length === 0);
  const repairable = stuck && console.ground(orderId).date === today ? order : null;
  // Two of one name are told apart by their number.
  const name = ({ technicianId }: TargetVerdict) => {
    const technician = board.technicians.get(technicianId);
    return technician ? `${technician.name} ${technician.number.toUpperCase()}` : technicianId;
  };
  return (
    <div className={css.why}>
      {free.length > 0 ? (
        <>
          <p className={css.lead}>{w.fits(free.length)}</p>
          <ul className={css.best}>
            {free.slice(0, 3).map((verdict) => {
              const start = firstStart(verdict, [orderId]);
              const words = verdictWords(verdict, m, (id) => board.orders.get(id)?.estate ?? null);
              return (
                <li key={verdict.technicianId}>
                  <span>
                    <strong>{name(verdict)}</strong>{' '}
                    {[start === null ? null : clock(start), ...words.details].filter(Boolean).join(' · ')}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => {
                      console.dialog.set(null);
                      void console.assign([board.orders.get(orderId)!], {
                        technicianId: verdict.technicianId,
                        at: null,
                      });
                    }}
                  >
                    {m.dispatch.assign.confirm}
                  </Button>
                </li>
              );
            })}
          </ul>
        </>
      ) : (
        <p className={css.lead}>{w.nobody}</p>
      )}
      {repairable ? (
        <section className={css.repairs} data-repairs>
          <p className={css.lead}>{w.repairs}</p>
          <Ways order={repairable} onTaken={() => console.dialog.set(null)} />
        </section>
      ) : null}
      {free.length < ranked.length ? <p className={css.lead}>{w.unassigned}</p> : null}
      {byRule(ranked.filter(({ outcome }) => outcome !== 'accepted')).map(({ verdicts, finding }) => (
        <section key={finding.rule} className={css.rule}>
          <RuleNotice rule={{ id: finding.rule, kind: finding.kind, facts: {} }} now={console.now.get()} />
          <p className={css.names}>
            {m.dispatch.timeline.rows(verdicts.length)} · {m.common.list(verdicts.slice(0, 12).map(name))}
            {verdicts.length > 12 ? '…' : ''}
          </p>
        </section>
      ))}
    </div>
  );
}

function byRule(verdicts: readonly TargetVerdict[]) {
  const groups = new Map<
    string,
    { finding: NonNullable<ReturnType<typeof bindingFinding>>; verdicts: TargetVerdict[] }
  >();
  for (const verdict of verdicts) {
    const finding = bindingFinding(verdict.findings);
    if (!finding) continue;
    const group = groups.get(finding.rule);
    if (group) group.verdicts.push(verdict);
    else groups.set(finding.rule, { finding, verdicts: [verdict] });
  }
  return [...groups.values()].sort((a, b) => a.verdicts.length - b.verdicts.length);
}
