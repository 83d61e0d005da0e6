'use client';

import { Textarea } from '@mantine/core';

/** Words of the technician's own, on a phone: grows with what is written. */
export function WordsField(props: {
  label: string;
  value: string;
  onChange: (words: string) => void;
  rows?: number;
  /** The most characters that are taken. */
  longest?: number;
}) {
  return (
    <Textarea
      label={props.label}
      size="md"
      autosize
      minRows={props.rows ?? 2}
      maxLength={props.longest}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
