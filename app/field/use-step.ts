'use client';

import { useState } from 'react';
import type { CommandRefused, Commands, CommandType } from '#protocol/command.ts';
import { useLive } from '../live/use-live.tsx';
import { toastDone } from '../ui/toasts.tsx';

/** The last thing that was asked for and not granted; kept so that approval can be asked for the very same. */
export interface Asked {
  type: CommandType;
  payload: unknown;
  refusal: CommandRefused;
}

export interface StepRun {
  busy: boolean;
  asked: Asked | null;
  /** Sends a command, says `done` when it is committed; a refusal stays on screen. True when it was carried out. */
  run<T extends CommandType>(type: T, payload: Commands[T], done: string): Promise<boolean>;
  dismiss(): void;
}

/** Sends commands for one order or one technician and keeps what came of the last. */
export function useStep(): StepRun {
  const live = useLive();
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    busy,
    asked,
    dismiss: () => setAsked(null),
    async run(type, payload, done) {
      setBusy(true);
      setAsked(null);
      const answer = await live.send(type, payload);
      setBusy(false);
      if (!answer.ok) {
        setAsked({ type, payload, refusal: answer });
        return false;
      }
      toastDone(done, 'field-done', answer.data.warnings);
      return true;
    },
  };
}
