'use client';

import type { ReactNode } from 'react';
import classes from './field.module.css';

/** A tick over the whole width, easy to hit with a thumb. */
export function CheckRow(props: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: string;
}) {
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        {props.children}
        {props.hint ? <small>{props.hint}</small> : null}
      </span>
    </label>
  );
}

/** One of a few, as big buttons. `T` are the keys of the words. */
export function ChoiceRow<T extends string>(props: {
  legend: string;
  words: Readonly<Record<T, string>>;
  value: T | null;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className={classes.group}>
      <legend>{props.legend}</legend>
      <div className={classes.chips}>
        {(Object.entries(props.words) as [T, string][]).map(([value, words]) => (
          <button
            key={value}
            type="button"
            className={classes.chip}
            aria-pressed={props.value === value}
            onClick={() => props.onChange(value)}
          >
            {words}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
