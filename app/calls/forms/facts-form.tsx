'use client';

import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { INSTALL_FIELDS, judgeReadiness } from '#domain/order/decide-intake.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandType } from '#protocol/command.ts';
import { CustomerFields, type CustomerTold, isCustomerField, toldOf } from '../../care/customer-fields.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from '../calls.module.css';
import type { OrderAct } from '../use-act.tsx';
import { Retained } from './retained.tsx';

const FIELDS: readonly string[] = [...INSTALL_FIELDS, 'symptom', 'churnReason'];

/**
 * What an order still lacks before it can be dispatched, and the way to supply it: intake fields (INTK-01, INTK-06), the three-level
 * retention of a removal (INTK-09), the review of a complaint (INTK-08).
 */
export function FactsForm(props: {
  order: Order;
  may: ReadonlySet<CommandType>;
  busy: boolean;
  run: (act: OrderAct, done: string) => Promise<unknown>;
}) {
  const m = useMessages();
  const f = m.calls.facts;
  const { order, may, busy, run } = props;
  const orderId = order.id;
  const lacking = order.missing.filter((field) => FIELDS.includes(field) && field !== 'churnReason');
  const retention = order.type === 'remove' && order.parentOrderId === null;
  const asked = lacking.filter(isCustomerField);
  const ticked = lacking.filter((field) => !isCustomerField(field));
  const [filled, setFilled] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState<CustomerTold>({});
  const customer = toldOf(typed);
  const told = Object.keys(customer).length > 0;
  const [reason, setReason] = useState(order.retention?.churnReason ?? '');
  const [level, setLevel] = useState<string>(String(order.retention?.level ?? ''));
  const rules = judgeReadiness(order).map(({ rule }) => rule);
  if (order.status !== 'draft' && order.status !== 'in_review') return null;

  if (order.status === 'in_review')
    return (
      <div className={classes.form}>
        <p className={classes.hint}>{f.inReview}</p>
        <div className={classes.actions}>
          <Button
            loading={busy}
            disabled={!may.has('order.review')}
            title={may.has('order.review') ? undefined : m.calls.notYours}
            onClick={() =>
              void run({ type: 'order.review', payload: { orderId } }, m.dispatch.detail.reviewed)
            }
          >
            {m.dispatch.detail.review}
          </Button>
        </div>
      </div>
    );

  const ready =
    (!retention || (reason.trim() !== '' && level !== '')) && (filled.length > 0 || told || retention);
  const complete: OrderAct = {
    type: 'order.complete',
    payload: {
      orderId,
      ...(filled.length > 0 || retention
        ? {
            fields: [
              ...filled,
              ...(retention && order.missing.includes('churnReason') ? ['churnReason'] : []),
            ],
          }
        : {}),
      ...(told ? { customer } : {}),
      ...(retention ? { churnReason: reason.trim(), retentionLevel: Number(level) as 1 | 2 | 3 } : {}),
    },
  };
  return (
    <form
      className={classes.form}
      data-facts-form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void run(complete, f.completed);
      }}
    >
      <p className={classes.hint}>
        {f.why} {[...new Set(rules)].join(' · ')}
      </p>
      <CustomerFields fields={asked} typed={typed} onType={setTyped} />
      {ticked.length > 0 ? (
        <Checkbox.Group label={f.supplied} value={[...filled]} onChange={setFilled}>
          <div className={classes.ticks}>
            {ticked.map((field) => (
              <Checkbox key={field} value={field} label={f.fields[field as keyof typeof f.fields] ?? field} />
            ))}
          </div>
        </Checkbox.Group>
      ) : null}
      {retention ? (
        <>
          <TextInput
            label={f.churnReason}
            maxLength={200}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div>
            <span className={classes.label} id={`level-${orderId}`}>
              {f.level}
            </span>
            <SegmentedControl
              aria-labelledby={`level-${orderId}`}
              data={([1, 2, 3] as const).map((value) => ({ value: String(value), label: f.levels[value] }))}
              value={level}
              onChange={setLevel}
              fullWidth
            />
          </div>
        </>
      ) : null}
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={!ready || !may.has('order.complete')}>
          {f.complete}
        </Button>
      </div>
      <Retained order={order} may={may} busy={busy} run={run} />
    </form>
  );
}
