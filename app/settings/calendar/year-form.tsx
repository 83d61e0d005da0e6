'use client';

import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { readYearDays } from '#domain/time/year-days.ts';
import { ApiError, callApi } from '../../dispatch/state/read-api.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import classes from './calendar.module.css';

interface Published {
  readonly year: number;
  readonly recomputed: number;
}

/** A year's days as the State Council's notice has them, typed or pasted; what cannot be is said before it is sent. */
export function YearForm(props: { first: number; years: readonly number[]; onPublished: () => void }) {
  const c = useMessages().calendar;
  const [year, setYear] = useState(props.first);
  const [off, setOff] = useState('');
  const [work, setWork] = useState('');
  const [source, setSource] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const read = readYearDays(year, { off, work });
  const faultIn = (list: 'off' | 'work', text: string) =>
    !read.ok && read.fault.list === list && text.trim() !== ''
      ? c.faults[read.fault.why](read.fault.word)
      : null;

  async function publish() {
    setBusy(true);
    setFailed(null);
    try {
      const done = await callApi<Published>('/api/v1/calendar', {
        method: 'POST',
        body: JSON.stringify({ year, off, work, source: source.trim() }),
      });
      toastDone(c.published(done.year, done.recomputed));
      setOff('');
      setWork('');
      setSource('');
      props.onPublished();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      setFailed(error instanceof ApiError ? error.message : c.unsent);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className={classes.form}
      data-year-form
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <h2>{c.publishTitle}</h2>
      <Select
        label={c.year}
        data={[...new Set(props.years)].toSorted((a, b) => b - a).map(String)}
        value={String(year)}
        allowDeselect={false}
        onChange={(chosen) => setYear(Number(chosen))}
        styles={{ wrapper: { width: 160 } }}
      />
      <Textarea
        label={c.off}
        description={c.offHint}
        autosize
        minRows={2}
        value={off}
        error={faultIn('off', off)}
        onChange={(event) => setOff(event.currentTarget.value)}
      />
      <Textarea
        label={c.work}
        description={c.workHint}
        autosize
        minRows={1}
        value={work}
        error={faultIn('work', work)}
        onChange={(event) => setWork(event.currentTarget.value)}
      />
      <TextInput
        label={c.source}
        placeholder={c.sourceExample}
        maxLength={200}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      {failed === null ? null : (
        <p role="alert" className={classes.failed}>
          {failed}
        </p>
      )}
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={!read.ok || source.trim() === ''}>
          {c.publish}
        </Button>
        <span className={classes.hint}>{c.publishHint}</span>
      </div>
    </form>
  );
}
