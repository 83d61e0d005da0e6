import { Button, Modal } from '@mantine/core';
import { update, useStore, whole } from '../../live/use-store.ts';
import { useMessages, useRuleText } from '../../ui/i18n/provider.tsx';
import { refusalHeading } from '../../ui/refusal/refusal-heading.ts';
import { clock } from '../../ui/time.ts';
import { VerdictSign } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';
import type { Assigned } from './assign-orders.ts';
import css from './outcome-dialog.module.css';

/** What became of orders that were dropped together when not all of them could be given: one line each, refused ones first. */
export function OutcomeDialog() {
  const o = useMessages().tools.outcome;
  const { dialog, view } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'outcome' ? value : null));
  const close = () => dialog.set(null);
  if (!open) return null;
  const refused = open.sent.filter(({ answer }) => !answer.ok);
  const selectRefused = () => {
    const ids = refused.map(({ order }) => order.id);
    update(view, (before) => ({ ...before, selection: { ids, anchor: ids[0] ?? null } }));
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size={620}
      title={o.title(open.name, open.sent.length - refused.length, open.sent.length)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without focus the keyboard cannot scroll it */}
      <ul className={css.list} tabIndex={0} aria-label={o.each} data-outcomes>
        {[...refused, ...open.sent.filter(({ answer }) => answer.ok)].map((one) => (
          <Line key={one.order.id} sent={one} />
        ))}
      </ul>
      <div className={css.foot}>
        <Button variant="default" onClick={close}>
          {o.close}
        </Button>
        <Button data-autofocus onClick={selectRefused}>
          {o.select(refused.length)}
        </Button>
      </div>
    </Modal>
  );
}

function Line({ sent: { order, answer } }: { sent: Assigned }) {
  const m = useMessages();
  const ruleText = useRuleText();
  const board = useStore(useConsole().board, whole);
  const rule = answer.ok ? undefined : answer.rules?.[0];
  const start = board.orders.get(order.id)?.planned?.start;
  const words = answer.ok
    ? start === undefined
      ? ''
      : m.dispatch.assign.start(clock(start))
    : (rule && ruleText(rule.id)?.title) || refusalHeading(answer, m);
  return (
    <li className={css.line} data-order={order.id} data-ok={answer.ok ? '' : undefined}>
      <VerdictSign
        outcome={answer.ok ? 'accepted' : answer.code === 'needs_approval' ? 'needs_approval' : 'refused'}
      />
      <span className={css.place}>
        {order.estate ?? order.number} <small>{order.number}</small>
      </span>
      <span className={css.words}>
        {rule ? <code>{rule.id}</code> : null} {words}
      </span>
    </li>
  );
}
