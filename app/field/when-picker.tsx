'use client';

import type { Instant } from '#domain/base/brand.ts';
import { instantOf } from '#domain/time/zone.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { clock, dayWords, isoDay, ZONE } from '../ui/time.ts';
import classes from './field.module.css';

const DAYS = 8;
const DAY_MS = 86_400_000;
const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A day and a clock time as they are being chosen; an empty part is not chosen yet. */
export interface When {
  day: string;
  clock: string;
}

/** The instant chosen, in the standard's zone; null while a part is missing. */
export function instantOfWhen(when: When): Instant | null {
  return when.day !== '' && CLOCK.test(when.clock) ? instantOf(when.day, when.clock, ZONE) : null;
}

/** The choice that stands for an instant. */
export function whenOf(at: Instant): When {
  return { day: isoDay(at), clock: clock(at) };
}

/** Chooses a day of the coming week and an exact time; `quick` are times to take with one tap. */
export function WhenPicker(props: {
  value: When;
  onChange: (value: When) => void;
  now: Instant;
  quick?: readonly Instant[];
}) {
  const m = useMessages();
  const language = useLanguage();
  const { value, onChange, now } = props;
  const days = Array.from({ length: DAYS }, (_, index) => now + index * DAY_MS);
  const dayName = (at: Instant, index: number) =>
    index === 0 ? m.common.today : index === 1 ? m.common.tomorrow : dayWords(at, language);
  const quick = (props.quick ?? []).filter((at) => at > now);
  return (
    <div className={classes.when}>
      {quick.length > 0 ? (
        <div className={classes.chips}>
          {quick.map((at) => (
            <button
              key={at}
              type="button"
              className={classes.chip}
              aria-pressed={instantOfWhen(value) === at}
              onClick={() => onChange(whenOf(at))}
            >
              {m.field.promise.preferred(`${dayWords(at, language)} ${clock(at)}`)}
            </button>
          ))}
        </div>
      ) : null}
      <fieldset className={classes.group}>
        <legend>{m.field.promise.day}</legend>
        <div className={classes.days}>
          {days.map((at, index) => (
            <button
              key={isoDay(at)}
              type="button"
              className={classes.chip}
              aria-pressed={value.day === isoDay(at)}
              onClick={() => onChange({ ...value, day: isoDay(at) })}
            >
              {dayName(at, index)}
            </button>
          ))}
        </div>
      </fieldset>
      <label className={classes.field}>
        <span>
          {m.field.promise.clock}
          <small>{m.common.zone}</small>
        </span>
        <input
          type="text"
          inputMode="numeric"
          placeholder="14:30"
          maxLength={5}
          autoComplete="off"
          value={value.clock}
          onChange={(event) => onChange({ ...value, clock: asClock(event.currentTarget.value) })}
        />
      </label>
    </div>
  );
}

/** Digits as they are typed, as `14:30`: a phone's own time field would write it in twelve hours on some phones. */
function asClock(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)}:${digits.slice(2)}` : digits;
}
