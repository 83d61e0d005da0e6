import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { RefusalNotice } from '../../ui/refusal/refusal-notice.tsx';
import { toastRefused } from '../../ui/toasts.tsx';
import css from './outcome-toast.module.css';

interface Refusal {
  readonly id: string;
  readonly heading: string;
  readonly refusal: CommandRefused;
  readonly now: Instant;
  /** Offered when somebody else may allow it. */
  readonly onAsk?: (reason: string) => void;
}

/** A refusal that stays readable: what was refused, the clause, one line of advice; and the way to a supervisor where there is one. */
export function toastRefusal({ id, heading, refusal, now, onAsk }: Refusal): void {
  const body: ReactNode = (
    <div className={css.refusal}>
      <strong>{heading}</strong>
      <RefusalNotice refusal={refusal} now={now} />
      {refusal.code === 'needs_approval' && onAsk ? (
        <AskApproval
          onAsk={(reason) => {
            notifications.hide(id);
            onAsk(reason);
          }}
        />
      ) : null}
    </div>
  );
  toastRefused(id, body);
}

/** One line for the reason and the button that sends the request. */
export function AskApproval({ onAsk }: { onAsk: (reason: string) => void }) {
  const m = useMessages().dispatch;
  const [reason, setReason] = useState('');
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onAsk(reason.trim());
      }}
    >
      <TextInput
        size="xs"
        required
        placeholder={m.approval.reason}
        aria-label={m.approval.reason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        {m.assign.ask}
      </Button>
    </form>
  );
}
