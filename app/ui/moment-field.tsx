'use client';

import { TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import 'dayjs/locale/zh-cn';
import type { Instant } from '#domain/base/brand.ts';
import { instantOf } from '#domain/time/zone.ts';
import { typedClock } from '../dispatch/change/time-field.tsx';
import { useLanguage, useMessages } from './i18n/provider.tsx';
import classes from './moment-field.module.css';
import { clock, isoDay, ZONE } from './time.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** An instant as the field keeps it: day and wall clock of the standard's zone. */
export function typedMoment(at: Instant): string {
  return `${isoDay(at)}T${clock(at)}`;
}

/** What was typed as an instant; null while day or time is missing or wrong. */
export function momentOf(typed: string): Instant | null {
  const [day = '', time = ''] = typed.split('T');
  const at = typedClock(time);
  return DAY.test(day) && at !== null ? instantOf(day, at, ZONE) : null;
}

/** A day and a time of day in the standard's zone, whatever the browser's. */
export function MomentField(props: {
  label: string;
  value: string;
  onChange: (typed: string) => void;
  required?: boolean;
  /** Said beside the label instead of the zone. */
  hint?: string;
}) {
  const m = useMessages();
  const language = useLanguage();
  const { label, value, onChange } = props;
  const [day = '', time = ''] = value.split('T');
  return (
    <fieldset className={classes.moment}>
      <legend>
        {label}
        {props.required ? <span aria-hidden="true"> *</span> : null}
        <small>{props.hint ?? m.common.zone}</small>
      </legend>
      <DateInput
        aria-label={m.common.dayOf(label)}
        className={classes.day}
        locale={language === 'en' ? 'en' : 'zh-cn'}
        valueFormat="YYYY-MM-DD"
        placeholder="2026-03-10"
        clearable={!props.required}
        value={DAY.test(day) ? day : null}
        onChange={(next) => onChange(next === null ? '' : `${next}T${time}`)}
      />
      <TextInput
        aria-label={m.common.clockOf(label)}
        className={classes.clock}
        inputMode="numeric"
        placeholder="09:15"
        value={time}
        error={time !== '' && typedClock(time) === null}
        onChange={(event) => onChange(`${day}T${event.currentTarget.value}`)}
        onBlur={() => time !== '' && onChange(`${day}T${typedClock(time) ?? time}`)}
      />
    </fieldset>
  );
}
