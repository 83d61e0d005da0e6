'use client';

import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { toastDone } from '../ui/toasts.tsx';
import classes from './figures.module.css';

/** Takes the orders behind a figure out as a table, with the reason that PRIV-02 asks for. */
export function ExportForm({ path, name, now }: { path: string; name: string; now: Instant }) {
  const messages = useMessages();
  const m = messages.figures;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  const take = async () => {
    setBusy(true);
    const answer = await tableAt(`${path}&format=csv&reason=${encodeURIComponent(reason.trim())}`);
    setBusy(false);
    if (!(answer instanceof Blob)) {
      setRefusal(answer);
      return;
    }
    saveAs(answer, `${name}.csv`);
    setOpen(false);
    setReason('');
    toastDone(m.exportDone);
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setRefusal(null);
          setOpen(true);
        }}
      >
        {m.export}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={m.exportTitle}>
        <form
          className={classes.export}
          onSubmit={(event) => {
            event.preventDefault();
            void take();
          }}
        >
          <TextInput
            label={m.exportReason}
            description={m.exportHint}
            required
            maxLength={200}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {refusal ? <RefusalNotice refusal={refusal} now={now} /> : null}
          <div className={classes.exportActions}>
            <Button variant="default" onClick={() => setOpen(false)}>
              {messages.common.cancel}
            </Button>
            <Button type="submit" loading={busy} disabled={reason.trim() === ''}>
              {m.export}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}

async function tableAt(path: string): Promise<Blob | CommandRefused> {
  const away: CommandRefused = { ok: false, code: 'retry', title: 'The server does not answer.' };
  try {
    const answer = await fetch(path, { cache: 'no-store' });
    if (answer.ok) return await answer.blob();
    return { ...away, ...((await answer.json()) as Partial<CommandRefused>), ok: false };
  } catch {
    // the network is away, or a proxy answered with a page of its own: the notice says that nothing was done
    return away;
  }
}

function saveAs(table: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(table);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
