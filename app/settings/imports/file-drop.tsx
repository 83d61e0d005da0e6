'use client';

import { Button } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './imports.module.css';

/** A place to drop a file on, and a button that does the same. */
export function FileDrop({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const m = useMessages().imports.file;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it is the first
    <div
      className={classes.drop}
      data-over={over ? '' : undefined}
      data-file={file ? '' : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped) onFile(dropped);
      }}
    >
      <div className={classes.dropWords}>
        <label htmlFor={id}>{file ? file.name : m.drop}</label>
        <span>{file ? m.size(file.size / 1024) : m.hint}</span>
      </div>
      <Button variant={file ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {file ? m.change : m.choose}
      </Button>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,text/csv"
        className={classes.hiddenInput}
        tabIndex={-1}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
}
