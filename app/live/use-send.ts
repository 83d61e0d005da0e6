'use client';

import { createElement, useState } from 'react';
import type { CommandOk, CommandRefused, Commands, CommandType } from '#protocol/command.ts';
import { useClock } from '../ui/clock.tsx';
import { RefusalNotice } from '../ui/refusal/refusal-notice.tsx';
import { toastDone, toastRefused } from '../ui/toasts.tsx';
import { useStillThere } from '../ui/use-still-there.ts';
import { useLive } from './use-live.tsx';

export interface Sending {
  /** The command under way, or null. */
  readonly busy: CommandType | null;
  /** What was refused last, until another is sent. */
  readonly refusal: CommandRefused | null;
  /** Sends a command: done as a toast, refused in `refusal`. Null when it was not carried out. `version`: what the person saw. */
  send<T extends CommandType>(
    type: T,
    payload: Commands[T],
    done: string,
    version?: number,
  ): Promise<CommandOk['data'] | null>;
  dismiss(): void;
}

/** Sends what a form asks for. */
export function useSend(): Sending {
  const live = useLive();
  const clock = useClock();
  const isThere = useStillThere();
  const [busy, setBusy] = useState<CommandType | null>(null);
  const [refusal, setRefusal] = useState<CommandRefused | null>(null);
  return {
    busy,
    refusal,
    async send(type, payload, done, version) {
      setRefusal(null);
      setBusy(type);
      const answer = await live.send(type, payload, version === undefined ? {} : { version });
      setBusy(null);
      if (answer.ok) toastDone(done);
      else if (isThere()) setRefusal(answer);
      // Its form was closed while it waited for the line: the refusal is told all the same.
      else
        toastRefused(`refused ${type}`, createElement(RefusalNotice, { refusal: answer, now: clock.now() }));
      return answer.ok ? answer.data : null;
    },
    dismiss: () => setRefusal(null),
  };
}
