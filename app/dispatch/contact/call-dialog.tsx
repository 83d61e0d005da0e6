import { Button, Checkbox, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { ContactAttempt } from '#domain/contact/contact-attempt.ts';
import type { Order } from '#domain/order/order.ts';
import { servicePromise } from '#domain/script/service-promise.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { dayAndClock } from '../../ui/time.ts';
import { useStillThere } from '../../ui/use-still-there.ts';
import changeCss from '../change/change.module.css';
import { useConsole } from '../state/console.ts';
import css from './call.module.css';

type CallOutcome = ContactAttempt['outcome'];
const OUTCOMES: readonly CallOutcome[] = ['connected', 'no_answer', 'refused', 'invalid'];

/** One call: what to have ready, what to say, and what came of it. Only a connected call is notice (CHG-01). */
export function CallDialog() {
  const m = useMessages().dispatch.call;
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'call' ? value.orderId : null));
  const order = useStore(board, ({ orders }) => (open ? (orders.get(open) ?? null) : null));
  return (
    <Modal opened={order !== null} onClose={() => dialog.set(null)} size={480} title={m.title}>
      {order ? <CallFields key={order.id} order={order} onDone={() => dialog.set(null)} /> : null}
    </Modal>
  );
}

function CallFields({ order, onDone }: { order: Order; onDone: () => void }) {
  const m = useMessages();
  const c = m.dispatch.call;
  const console = useConsole();
  const card = useStore(console.board, ({ cards }) => cards.get(order.id) ?? null);
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const [checked, setChecked] = useState(false);
  const [told, setTold] = useState(false);
  const [sending, setSending] = useState(false);
  const isThere = useStillThere();
  const standard = standardOf(order);
  const script =
    order.type === 'fault' ? c.script.fault : order.type === 'install' ? c.script.install : c.script.other;

  const submit = async () => {
    if (outcome === null) return;
    setSending(true);
    const payload = {
      orderId: order.id,
      channel: 'phone' as const,
      outcome,
      ...(outcome === 'connected' && { contentConfirmed: checked, promiseTold: told }),
    };
    const answer = await console.send('contact.attempt', payload, {
      done: c.recorded(c.outcomes[outcome]),
      failed: c.title,
    });
    setSending(false);
    if (answer.ok && isThere()) onDone();
  };
  return (
    <form
      className={changeCss.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <dl className={css.ready} aria-label={c.prepare}>
        <dt>{m.dispatch.detail.customer}</dt>
        <dd>{card?.name ?? '—'}</dd>
        <dt>{m.dispatch.detail.phone}</dt>
        <dd className={css.phone}>{order.hasPhone ? (card?.phone ?? '—') : c.noPhone}</dd>
        <dt>{m.dispatch.detail.address}</dt>
        <dd>{[order.estate, card?.address].filter(Boolean).join(' ') || '—'}</dd>
      </dl>
      <div className={changeCss.script}>
        <span>{m.dispatch.change.script}</span>
        <q>{script}</q>
      </div>
      <Radio.Group
        label={c.outcome}
        value={outcome ?? ''}
        onChange={(value) => setOutcome(value as CallOutcome)}
      >
        <div className={changeCss.choices}>
          {OUTCOMES.map((value) => (
            <Radio key={value} value={value} label={c.outcomes[value]} disabled={!order.hasPhone} />
          ))}
        </div>
      </Radio.Group>
      {outcome === 'connected' ? (
        <Checkbox
          label={c.contentConfirmed}
          checked={checked}
          onChange={(event) => setChecked(event.currentTarget.checked)}
        />
      ) : null}
      {outcome === 'connected' ? (
        <Checkbox
          label={m.care.limits.told}
          description={servicePromise(order.type, standard)}
          checked={told}
          onChange={(event) => setTold(event.currentTarget.checked)}
        />
      ) : null}
      <ContactHistory order={order} />
      <div className={changeCss.actions}>
        <Button variant="default" onClick={onDone}>
          {m.common.cancel}
        </Button>
        <Button type="submit" loading={sending} disabled={outcome === null}>
          {c.record}
        </Button>
      </div>
    </form>
  );
}

/** Every attempt so far, newest first. */
export function ContactHistory({ order }: { order: Order }) {
  const m = useMessages();
  const c = m.dispatch.call;
  const language = useLanguage();
  const now = useStore(useConsole().now, whole);
  if (order.contacts.length === 0) return <p className={css.none}>{c.none}</p>;
  return (
    <ul className={css.history} aria-label={c.history}>
      {[...order.contacts].reverse().map(({ at, outcome }) => (
        <li key={at}>
          <span>{dayAndClock(at, now, m, language)}</span> {c.outcomes[outcome]}
        </li>
      ))}
    </ul>
  );
}
