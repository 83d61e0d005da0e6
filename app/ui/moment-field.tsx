'use client';

import { TextInput } from '@mantine/core';
import type { Instant } from '#domain/base/brand.ts';
import { instantOf } from '#domain/time/zone.ts';
import { clock, isoDay, ZONE } from './time.ts';

const TYPED = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** An instant as the field shows it: the wall clock of the standard's zone. */
export function typedMoment(at: Instant): string {
  return `${isoDay(at)}T${clock(at)}`;
}

/** What was typed as an instant; null while it is no complete moment. */
export function momentOf(typed: string): Instant | null {
  const match = TYPED.exec(typed);
  return match ? instantOf(match[1]!, match[2]!, ZONE) : null;
}

/** A day and a time of day in the standard's zone, whatever the browser's; the browser's own picker. */
export function MomentField(props: {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  required?: boolean;
  description?: string;
}) {
  return (
    <TextInput
      type="datetime-local"
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
      w={230}
    />
  );
}
