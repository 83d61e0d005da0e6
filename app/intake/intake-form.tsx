'use client';

import { Autocomplete, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import { ORDER_TYPES, type OrderType } from '#domain/order/order-type.ts';
import type { AreaBoard } from '../live/board.ts';
import { useSend } from '../live/use-send.ts';
import { estatesOf } from '../network/network-list.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { MomentField } from '../ui/moment-field.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { RuleNotice } from '../ui/refusal/rule-notice.tsx';
import { likeOrders, networkFindings } from './around.ts';
import classes from './intake.module.css';
import type { Taken } from './intake-app.tsx';
import { LikeOrders } from './like-orders.tsx';
import { numberAt } from './number.ts';
import { LineFields, RemovalFields } from './type-fields.tsx';
import { blank, intakeOf, lackingIn, placeOfEstate, type Typed } from './typed.ts';

/** The form of an order's type; no more is asked than the work needs (INTK-01…10). */
export function IntakeForm(props: {
  boards: readonly AreaBoard[];
  now: Instant;
  onTaken: (taken: Taken) => void;
  onOrder: (orderId: string) => void;
}) {
  const m = useMessages();
  const i = m.intake;
  const sending = useSend();
  const { boards, now } = props;
  const [typed, setTyped] = useState<Typed>(() => blank('fault', boards[0]?.area.id ?? ''));
  const set = (change: Partial<Typed>) => setTyped((before) => ({ ...before, ...change }));
  const board = boards.find(({ area }) => area.id === typed.areaId);
  const previous = boards.find(({ area }) => area.id === typed.previousAreaId);
  const areas = boards.map(({ area }) => ({ value: area.id, label: area.name }));
  const lacking = lackingIn(typed);
  const fields: Readonly<Record<string, string>> = m.calls.facts.fields;

  const takeIn = async () => {
    if (!board) return;
    const orderId = crypto.randomUUID();
    const number = numberAt(now, orderId);
    const place = placeOfEstate(typed.estate, board.orders.values());
    const previousPlace = previous ? placeOfEstate(typed.previousEstate, previous.orders.values()) : null;
    const done = await sending.send(
      'order.intake',
      intakeOf(typed, { orderId, number, place, previousPlace }),
      i.done(number),
    );
    if (!done) return;
    setTyped(blank(typed.type, typed.areaId));
    props.onTaken({ orderId, number, type: typed.type, warnings: done.warnings });
  };
  const text = (
    name: keyof Typed & string,
    label: string,
    more: { required?: boolean; max?: number } = {},
  ) => (
    <TextInput
      label={label}
      required={more.required ?? false}
      maxLength={more.max ?? 60}
      value={String(typed[name])}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );

  return (
    <form
      className={classes.form}
      data-form="intake"
      onSubmit={(event) => {
        event.preventDefault();
        void takeIn();
      }}
    >
      <fieldset className={classes.types}>
        <legend>{i.type}</legend>
        {ORDER_TYPES.map((type: OrderType) => (
          <button
            key={type}
            type="button"
            className={classes.type}
            aria-pressed={typed.type === type}
            onClick={() => set({ type, sameIssueAs: null })}
          >
            {m.order.type[type]}
          </button>
        ))}
      </fieldset>
      <section className={classes.block}>
        <h2>{i.customer}</h2>
        <div className={classes.fields}>
          {text('name', i.name, { required: true })}
          {text('phone', i.phone, { max: 40 })}
          {text('contactPerson', m.common.orNot(i.contactPerson))}
          <Select
            label={i.customerClass}
            data={Object.entries(m.order.customerClass).map(([value, label]) => ({ value, label }))}
            value={typed.customerClass}
            allowDeselect={false}
            onChange={(value) => value && set({ customerClass: value as Typed['customerClass'] })}
          />
        </div>
        <div className={classes.fields}>
          <Select
            label={m.network.area}
            data={areas}
            value={typed.areaId}
            allowDeselect={false}
            onChange={(areaId) => areaId && set({ areaId, estate: '' })}
          />
          <Autocomplete
            label={i.estate}
            placeholder={i.estateHint}
            data={board ? [...estatesOf(board.orders.values())] : []}
            maxLength={60}
            limit={20}
            value={typed.estate}
            onChange={(estate) => set({ estate })}
          />
          {text('address', typed.type === 'move' ? i.newAddress : i.address, { max: 200 })}
          {text('accessNotes', m.common.orNot(m.care.accessNotes), { max: 200 })}
        </div>
        {typed.type === 'move' ? (
          <div className={classes.fields}>
            <Select
              label={i.previousArea}
              data={areas}
              value={typed.previousAreaId}
              allowDeselect={false}
              onChange={(previousAreaId) => previousAreaId && set({ previousAreaId })}
            />
            <Autocomplete
              label={i.previousEstate}
              data={previous ? [...estatesOf(previous.orders.values())] : []}
              maxLength={60}
              limit={20}
              value={typed.previousEstate}
              onChange={(previousEstate) => set({ previousEstate })}
            />
            {text('previousAddress', i.previousAddress, { max: 200 })}
          </div>
        ) : null}
      </section>
      {board ? (
        <LikeOrders
          like={likeOrders(typed, board)}
          chosen={typed.sameIssueAs}
          now={now}
          onChoose={(sameIssueAs) => set({ sameIssueAs })}
          onOpen={props.onOrder}
        />
      ) : null}
      <section className={classes.block}>
        <h2>{i.what}</h2>
        <Textarea
          label={i.saidBy[typed.type]}
          autosize
          minRows={2}
          maxLength={500}
          value={typed.said}
          onChange={(event) => set({ said: event.currentTarget.value })}
        />
        <LineFields typed={typed} onChange={set} />
        {typed.type === 'remove' ? <RemovalFields typed={typed} onChange={set} /> : null}
        {typed.type === 'complaint' ? (
          <Checkbox
            label={i.escalated}
            checked={typed.escalated}
            onChange={(event) => set({ escalated: event.currentTarget.checked })}
          />
        ) : null}
        <MomentField
          label={m.common.orNot(m.order.preferred)}
          value={typed.preferred}
          onChange={(preferred) => set({ preferred })}
        />
      </section>
      {board
        ? networkFindings(typed, board, now).map((finding) => (
            <div key={`${finding.rule} ${finding.advice}`} className={classes.network}>
              <RuleNotice rule={{ ...finding, id: finding.rule }} now={now} />
            </div>
          ))
        : null}
      {sending.refusal ? (
        <div className={classes.refused}>
          <RefusalNotice refusal={sending.refusal} now={now} />
        </div>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" loading={sending.busy !== null} disabled={typed.name.trim() === '' || !board}>
          {i.takeIn}
        </Button>
        {lacking.length > 0 ? (
          <span className={classes.hint}>
            {i.lacking(m.common.list(lacking.map((field) => fields[field] ?? field)))}
          </span>
        ) : null}
      </div>
    </form>
  );
}
