import type { ContactCorrection } from '#db/query/order-contact.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import type { CustomerGiven } from '#protocol/command.ts';
import { sealPhone } from '#server/access/phone.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { changeOrder } from './change-order.ts';

type Told = Partial<Omit<CustomerGiven, 'previousAddress'>>;

/** What an order lacked as the log calls it, by what is told of the customer (INTK-01). */
const FIELD_OF: Readonly<Partial<Record<keyof Told, string>>> = {
  name: 'customerName',
  phone: 'contactPhone',
  address: 'address',
};

/** Completes an order (INTK-01, INTK-09); what is told of the customer goes beside the log, which tells only that it is known now. */
export const completeOrder: Verb<'order.complete'> = async (work, { customer, ...payload }) => {
  const fields = [...new Set([...(payload.fields ?? []), ...fieldsTold(customer)])];
  const outcome = await changeOrder(work, {
    type: 'order.complete',
    payload: { ...payload, ...(fields.length > 0 ? { fields } : {}) },
  });
  return withCustomer(work, outcome, customer);
};

/** Verifies an order (VRFY-01); what was wrong about the customer is put right beside the log, which tells only what it was. */
export const verifyOrder: Verb<'order.verify'> = async (work, { customer, ...payload }) => {
  const fields = [...new Set([...(payload.fields ?? []), ...fieldsTold(customer)])];
  const outcome = await changeOrder(work, {
    type: 'order.verify',
    payload: { ...payload, ...(fields.length > 0 ? { fields } : {}) },
  });
  return withCustomer(work, outcome, customer);
};

function fieldsTold(customer: Told | undefined): readonly string[] {
  return Object.entries(customer ?? {}).flatMap(([name, told]) =>
    told === null || told === undefined ? [] : (FIELD_OF[name as keyof Told] ?? []),
  );
}

function withCustomer(work: Work, outcome: Outcome, told: Told | undefined): Outcome {
  const orderId = outcome.ok ? outcome.change.answer.orderId : undefined;
  if (!outcome.ok || orderId === undefined || !told || Object.keys(told).length === 0) return outcome;
  const { phone, ...rest } = told;
  const correction: ContactCorrection = {
    ...rest,
    orderId,
    ...(phone ? { phone: sealPhone(work.services.phoneKeys, phone, orderId) } : {}),
  };
  const { change } = outcome;
  const order = change.orders?.find((one) => one.order.id === orderId)?.order;
  const findings = judgePrivateMatters(`${told.note ?? ''}\n${told.accessNotes ?? ''}`);
  const standard = order ? standardOf(order) : resolveStandard('base');
  const warnings = [...change.answer.warnings, ...refusalRules(findings, standard)];
  return {
    ...outcome,
    change: { ...change, corrections: [correction], answer: { ...change.answer, warnings } },
  };
}
