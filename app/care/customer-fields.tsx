'use client';

import { TextInput } from '@mantine/core';
import { useMessages } from '../ui/i18n/provider.tsx';

/** What an order holds of its customer that may be missing or wrong, by the intake field that it supplies (INTK-01). */
export const CUSTOMER_FIELDS = {
  customerName: 'name',
  contactPhone: 'phone',
  address: 'address',
} as const;
export type CustomerField = keyof typeof CUSTOMER_FIELDS;
export type CustomerTold = Partial<Record<(typeof CUSTOMER_FIELDS)[CustomerField], string>>;

const LONGEST: Readonly<Record<CustomerField, number>> = {
  customerName: 60,
  contactPhone: 40,
  address: 200,
};

export function isCustomerField(field: string): field is CustomerField {
  return field in CUSTOMER_FIELDS;
}

/** What was typed; nothing of what was left empty. */
export function toldOf(typed: CustomerTold): CustomerTold {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, words]) => (words.trim() === '' ? [] : [[name, words.trim()]])),
  );
}

/** The right name, number and address, as far as they are asked for. */
export function CustomerFields(props: {
  fields: readonly CustomerField[];
  typed: CustomerTold;
  onType: (typed: CustomerTold) => void;
}) {
  const m = useMessages().calls.facts.fields;
  const { fields, typed, onType } = props;
  return fields.map((field) => {
    const name = CUSTOMER_FIELDS[field];
    return (
      <TextInput
        key={field}
        label={m[field]}
        maxLength={LONGEST[field]}
        inputMode={field === 'contactPhone' ? 'tel' : 'text'}
        autoComplete="off"
        value={typed[name] ?? ''}
        onChange={(event) => onType({ ...typed, [name]: event.currentTarget.value })}
      />
    );
  });
}
