import { Button, Checkbox, Radio, SegmentedControl, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import type { Appointment } from '#domain/appointment/appointment.ts';
import { judgeChange } from '#domain/appointment/judge-change.ts';
import type { Instant } from '#domain/base/brand.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { CAUSES, type Cause } from '#domain/order/order-type.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useLive } from '../../live/use-live.tsx';
import { useStore, whole } from '../../live/use-store.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { refusalHeading } from '../../ui/refusal/refusal-heading.ts';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import { WordsCheck } from '../../ui/refusal/words-check.tsx';
import { clock, dayAndClock, promiseWords } from '../../ui/time.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { useStillThere } from '../../ui/use-still-there.ts';
import { toastRefusal } from '../assign/outcome-toast.tsx';
import type { DropPlace } from '../drag/drag-session.ts';
import { useConsole } from '../state/console.ts';
import { bookingsBeside } from './bookings-beside.ts';
import css from './change.module.css';
import { type ChangeForm, lacksOf, openingForm, startOfForm, wishOf } from './change-form.ts';
import { ChangeVerdict } from './change-verdict.tsx';
import { TimeField } from './time-field.tsx';

interface Props {
  readonly order: Order;
  readonly promise: Appointment;
  readonly dropped: Instant | null;
  /** Where the order was dropped: once the promise has moved it goes there. */
  readonly follow: DropPlace | null;
  readonly onDone: () => void;
}

/** The fields of a change with the rules' word on them as they are filled in. */
export function ChangeFields({ order, promise, dropped, follow, onDone }: Props) {
  const m = useMessages();
  const c = m.dispatch.change;
  const language = useLanguage();
  const console = useConsole();
  const live = useLive();
  const now = useStore(console.now, whole);
  const [form, setForm] = useState(() => openingForm(promise, dropped, now));
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const isThere = useStillThere();
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  const put = (part: Partial<ChangeForm>) => setForm((before) => ({ ...before, ...part }));

  const standard = console.standardOf(order.id)!;
  const wish = wishOf(form, promise, now);
  const technician = order.technicianId
    ? (console.board.get().technicians.get(order.technicianId) ?? null)
    : null;
  const bookings = technician
    ? bookingsBeside(order, console.board.get().visits.get(technician.id) ?? [])
    : [];
  const judgement = wish && judgeChange({ order, request: wish, standard, now, technician, bookings });
  const verdict = judgement && verdictOf(judgement.findings);
  const lacks = lacksOf(form);
  const lack = (name: (typeof lacks)[number]) => (tried && lacks.includes(name) ? c[name] : undefined);
  const start = startOfForm(form);
  const when = start === null ? '……' : dayAndClock(start, now, m, language);

  /** The dialog was closed while this waited for the line: what became of it is told where it can be read. */
  const tellLate = (late: CommandRefused, payload: OrderCommands['appointment.change']) =>
    toastRefusal({
      id: `refused ${order.id}`,
      heading: c.title(order.number),
      refusal: late,
      now: console.now.get(),
      onAsk: (reason) => void console.ask('appointment.change', payload, reason),
    });

  const submit = async () => {
    setTried(true);
    if (lacks.length > 0 || !wish?.cause || verdict?.outcome === 'refused') return;
    setSending(true);
    const payload: OrderCommands['appointment.change'] = { orderId: order.id, ...wish, cause: wish.cause };
    setRefusal(null);
    const answer =
      verdict?.outcome === 'needs_approval'
        ? await live.send('approval.request', {
            orderId: order.id,
            command: { type: 'appointment.change', payload },
            reason: form.reason.trim(),
          })
        : await live.send('appointment.change', payload);
    setSending(false);
    if (!answer.ok) {
      console.say(refusalHeading(answer, m));
      if (isThere()) setRefusal(answer);
      else tellLate(answer, payload);
      return;
    }
    const words = verdict?.outcome === 'needs_approval' ? c.asked : c.done(when);
    console.say(words);
    toastDone(words);
    if (isThere()) onDone();
    const moves = follow && (follow.technicianId !== order.technicianId || follow.at !== null);
    const moved = console.board.get().orders.get(order.id);
    if (moves && moved && verdict?.outcome === 'accepted') await console.assign([moved], follow);
  };

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className={css.current}>
        <span>{c.current}</span>
        <strong>
          {dayAndClock(promise.start, now, m, language)}
          {promise.end > promise.start ? `–${clock(promise.end)}` : ''}
        </strong>
      </p>
      {dropped !== null ? <p className={css.fromDrop}>{c.fromDrop(clock(dropped))}</p> : null}
      <div className={css.when}>
        <DateInput
          label={c.newDate}
          value={form.date}
          locale={language === 'en' ? 'en' : 'zh-cn'}
          valueFormat="YYYY-MM-DD"
          popoverProps={{ withinPortal: true }}
          onChange={(date) => put({ date: date ?? '' })}
        />
        <TimeField label={c.newTime} value={form.clock} onChange={(text) => put({ clock: text })} autoFocus />
      </div>
      {lack('needTime') ? <p className={css.lack}>{c.needTime}</p> : null}

      <Radio.Group
        label={c.cause}
        description={c.causeHint}
        value={form.cause ?? ''}
        error={lack('needCause')}
        onChange={(cause) => put({ cause: cause as Cause })}
      >
        <div className={css.choices}>
          {CAUSES.map((cause) => (
            <Radio key={cause} value={cause} label={m.order.cause[cause]} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={c.reason}
        description={c.reasonHint}
        autosize
        minRows={1}
        value={form.reason}
        error={lack('needReason')}
        onChange={(event) => put({ reason: event.currentTarget.value })}
      />
      <WordsCheck words={form.reason} order={order} now={now} />
      <fieldset className={css.notified}>
        <legend>{c.notified}</legend>
        <p className={css.hint}>{c.notifiedHint}</p>
        <SegmentedControl
          fullWidth
          data={[
            { value: 'none', label: '—' },
            { value: 'now', label: c.notifiedNow },
            { value: 'at', label: c.notifiedAt },
            { value: 'not_yet', label: c.notifiedNotYet },
          ]}
          value={form.notified ?? 'none'}
          onChange={(value) => put({ notified: value === 'none' ? null : (value as ChangeForm['notified']) })}
        />
        {form.notified === 'at' ? (
          <div className={css.when}>
            <DateInput
              label={c.newDate}
              value={form.notifiedDate}
              valueFormat="YYYY-MM-DD"
              onChange={(date) => put({ notifiedDate: date ?? '' })}
            />
            <TimeField
              label={c.notified}
              value={form.notifiedClock}
              onChange={(text) => put({ notifiedClock: text })}
            />
          </div>
        ) : null}
        {form.notified === 'now' || form.notified === 'at' ? (
          <Checkbox
            mt="xs"
            label={c.agreed}
            checked={form.agreed}
            onChange={(event) => put({ agreed: event.currentTarget.checked })}
          />
        ) : null}
        {lack('needNotified') ? <p className={css.lack}>{c.needNotified}</p> : null}
      </fieldset>

      <div className={css.script}>
        <span>{c.script}</span>
        <q>{c.scriptText(promiseWords(promise.start, promise.end), when, form.reason.trim())}</q>
      </div>
      {judgement && verdict ? (
        <ChangeVerdict
          order={order}
          judgement={judgement}
          verdict={verdict}
          standard={standard}
          lacks={lacks}
          untouched={!tried && start === promise.start}
        />
      ) : null}
      {refusal ? <RefusalNotice refusal={refusal} now={now} /> : null}
      <div className={css.actions}>
        <Button variant="default" onClick={onDone}>
          {m.common.cancel}
        </Button>
        <Button
          type="submit"
          loading={sending}
          disabled={verdict?.outcome === 'refused' && lacks.length === 0}
        >
          {verdict?.outcome === 'needs_approval' && lacks.length === 0
            ? verdict.approver === 'area_lead'
              ? c.askArea
              : c.ask
            : c.submit}
        </Button>
      </div>
    </form>
  );
}
