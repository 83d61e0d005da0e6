import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { servableAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { instantOf } from '#domain/time/zone.ts';
import { useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { WordsCheck } from '../../ui/refusal/words-check.tsx';
import { clock, isoDay, promiseWords, ZONE } from '../../ui/time.ts';
import { useStillThere } from '../../ui/use-still-there.ts';
import changeCss from '../change/change.module.css';
import { TimeField, typedClock } from '../change/time-field.tsx';
import { useConsole } from '../state/console.ts';

/** The customer has been called and told of the lateness: what is written down of it (TRAV-03, CHG-05). */
export function LateDialog() {
  const m = useMessages().ripple.lateDialog;
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'late' ? value : null));
  const order = useStore(board, ({ orders }) => (open ? (orders.get(open.orderId) ?? null) : null));
  const close = () => dialog.set(null);
  return (
    <Modal opened={open !== null} onClose={close} size={480} title={order ? m.title(order.number) : ''}>
      {open && order ? <LateFields key={order.id} order={order} eta={open.eta} onDone={close} /> : null}
    </Modal>
  );
}

function LateFields({ order, eta, onDone }: { order: Order; eta: Instant; onDone: () => void }) {
  const m = useMessages();
  const l = m.ripple.lateDialog;
  const console = useConsole();
  const [time, setTime] = useState(clock(eta));
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const [sending, setSending] = useState(false);
  const isThere = useStillThere();
  const card = useStore(console.board, ({ cards }) => cards.get(order.id) ?? null);
  const promise = servableAppointment(order);
  const typed = typedClock(time);
  const at = typed === null ? null : instantOf(isoDay(eta), typed, ZONE);
  const submit = async () => {
    if (at === null) return;
    setSending(true);
    const answer = await console.send(
      'appointment.late',
      { orderId: order.id, eta: at, reason: reason.trim() },
      { done: l.done(order.estate ?? order.number, clock(at)), failed: l.title(order.number) },
    );
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
      <p className={changeCss.current}>
        <span>{l.promised}</span>
        <strong>{promise ? promiseWords(promise.start, promise.end) : ''}</strong>
      </p>
      <p className={changeCss.current}>
        <span>{l.customer}</span>
        <strong>
          {[card?.name, order.hasPhone ? card?.phone : m.dispatch.call.noPhone].filter(Boolean).join(' ')}
        </strong>
      </p>
      <TimeField label={l.eta} value={time} onChange={setTime} autoFocus />
      <Textarea
        label={l.reason}
        autosize
        minRows={1}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <WordsCheck words={reason} order={order} now={eta} />
      <div className={changeCss.script}>
        <span>{m.dispatch.change.script}</span>
        <q>{l.script(promise ? clock(promise.start) : '', at === null ? '……' : clock(at), reason.trim())}</q>
      </div>
      <Checkbox label={l.told} checked={told} onChange={(event) => setTold(event.currentTarget.checked)} />
      <div className={changeCss.actions}>
        <Button variant="default" onClick={onDone}>
          {m.common.cancel}
        </Button>
        <Button type="submit" loading={sending} disabled={!told || at === null || reason.trim() === ''}>
          {l.submit}
        </Button>
      </div>
    </form>
  );
}
