import { Button, Modal, SegmentedControl, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { MINUTE } from '#domain/time/zone.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useLive } from '../../live/use-live.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { refusalHeading } from '../../ui/refusal/refusal-heading.ts';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import { clock as clockOf, dayAndClock, isoDay } from '../../ui/time.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { useStillThere } from '../../ui/use-still-there.ts';
import { AskApproval, toastRefusal } from '../assign/outcome-toast.tsx';
import { useConsole } from '../state/console.ts';
import css from './change.module.css';
import { startOfForm } from './change-form.ts';
import { TimeField } from './time-field.tsx';

/** Promises a first time: the customer's wish first, an exact time always (APPT-08, APPT-09). */
export function ConfirmDialog() {
  const m = useMessages().dispatch.confirm;
  const { dialog, board } = useConsole();
  const open = useStore(dialog, (value) => (value?.kind === 'confirm' ? value.orderId : null));
  const order = useStore(board, ({ orders }) => (open ? (orders.get(open) ?? null) : null));
  return (
    <Modal
      opened={order !== null}
      onClose={() => dialog.set(null)}
      size={480}
      title={order ? m.title(order.number) : ''}
    >
      {order ? <ConfirmFields key={order.id} order={order} onDone={() => dialog.set(null)} /> : null}
    </Modal>
  );
}

function ConfirmFields({ order, onDone }: { order: Order; onDone: () => void }) {
  const m = useMessages();
  const c = m.dispatch.confirm;
  const language = useLanguage();
  const console = useConsole();
  const now = useStore(console.now, whole);
  const wish = order.preferredStarts.find((at) => at > now);
  const first = wish ?? order.planned?.start ?? now + 120 * MINUTE;
  const [date, setDate] = useState(() => isoDay(first));
  const [clock, setClock] = useState(() => clockOf(first));
  const [proposedBy, setProposedBy] = useState<'customer' | 'company'>(
    wish === undefined ? 'company' : 'customer',
  );
  const [reason, setReason] = useState('');
  const live = useLive();
  const [sending, setSending] = useState(false);
  const isThere = useStillThere();
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  const start = startOfForm({ date, clock });
  const when = start === null ? '……' : dayAndClock(start, now, m, language);
  const needsReason = wish !== undefined && start !== null && start !== wish;

  const payload: OrderCommands['appointment.confirm'] | null =
    start === null
      ? null
      : {
          orderId: order.id,
          start,
          proposedBy,
          ...(order.preferredStarts.length > 0 && { preferred: order.preferredStarts }),
          ...(reason.trim() && { reason: reason.trim() }),
        };
  const submit = async () => {
    if (!payload) return;
    setSending(true);
    setRefusal(null);
    const answer = await live.send('appointment.confirm', payload);
    setSending(false);
    if (!answer.ok) {
      console.say(refusalHeading(answer, m));
      if (isThere()) setRefusal(answer);
      // The dialog was closed while this waited for the line: what became of it is told where it can be read.
      else
        toastRefusal({
          id: `refused ${order.id}`,
          heading: c.title(order.number),
          refusal: answer,
          now: console.now.get(),
          onAsk: (why) => void console.ask('appointment.confirm', payload, why),
        });
      return;
    }
    console.say(c.done(when));
    toastDone(c.done(when));
    if (isThere()) onDone();
  };
  const ask = async (why: string) => {
    if (payload && (await console.ask('appointment.confirm', payload, why)) && isThere()) onDone();
  };
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <SegmentedControl
          aria-label={c.proposedBy}
          data={[
            { value: 'customer', label: c.by.customer },
            { value: 'company', label: c.by.company },
          ]}
          value={proposedBy}
          onChange={(value) => setProposedBy(value as 'customer' | 'company')}
        />
        <div className={css.when}>
          <DateInput
            label={m.dispatch.change.newDate}
            value={date}
            locale={language === 'en' ? 'en' : 'zh-cn'}
            valueFormat="YYYY-MM-DD"
            onChange={(next) => setDate(next ?? '')}
          />
          <TimeField label={c.start} value={clock} onChange={setClock} autoFocus />
        </div>
        {wish !== undefined ? (
          <p className={css.hint}>
            {m.dispatch.detail.preferred}{' '}
            {m.common.list(order.preferredStarts.map((at) => dayAndClock(at, now, m, language)))}
          </p>
        ) : null}
        {needsReason ? (
          <Textarea
            label={c.reason}
            autosize
            minRows={1}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        <div className={css.script}>
          <span>{c.readBack}</span>
          <q>{c.readBackText(when)}</q>
        </div>
        <div className={css.actions}>
          <Button variant="default" onClick={onDone}>
            {m.common.cancel}
          </Button>
          <Button type="submit" loading={sending} disabled={start === null}>
            {c.submit}
          </Button>
        </div>
      </form>
      {refusal ? (
        <div className={css.form}>
          <RefusalNotice refusal={refusal} now={now} />
          {refusal.code === 'needs_approval' ? <AskApproval onAsk={(why) => void ask(why)} /> : null}
        </div>
      ) : null}
    </>
  );
}
