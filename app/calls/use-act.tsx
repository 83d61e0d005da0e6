'use client';

import { useState } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { CommandRefused, CommandType, RefusalRule } from '#protocol/command.ts';
import { useLive } from '../live/use-live.tsx';
import { useMessages } from '../ui/i18n/provider.tsx';
import { toastDone } from '../ui/toasts.tsx';

/** A command about an order as a form sends it. */
export type OrderAct = {
  [T in keyof OrderCommands]: { type: T; payload: OrderCommands[T] };
}[keyof OrderCommands];

export interface Act {
  /** The command under way, or null. */
  readonly busy: string | null;
  /** What was refused last, with the command, until another is sent. */
  readonly refused: { refusal: CommandRefused; act: OrderAct } | null;
  /** Sends commands one after the other and stops at the first refusal; true when all were carried out. */
  run(acts: readonly OrderAct[], done: string): Promise<boolean>;
  /** Asks for the approval that the refused command needs. */
  ask(orderId: OrderId, reason: string): Promise<void>;
}

/** Sends what a form of the desk asks for: done as a toast, refused beside the form with its clause. */
export function useAct(): Act {
  const live = useLive();
  const m = useMessages();
  const [busy, setBusy] = useState<string | null>(null);
  const [refused, setRefused] = useState<Act['refused']>(null);
  return {
    busy,
    refused,
    async run(acts, done) {
      setRefused(null);
      const pointedOut: RefusalRule[] = [];
      for (const act of acts) {
        setBusy(act.type);
        const answer = await live.send<CommandType>(act.type, act.payload);
        setBusy(null);
        if (!answer.ok) {
          setRefused({ refusal: answer, act });
          return false;
        }
        pointedOut.push(...answer.data.warnings);
      }
      toastDone(done, undefined, pointedOut);
      return true;
    },
    async ask(orderId, reason) {
      if (!refused) return;
      const { act } = refused;
      setBusy('approval.request');
      const answer = await live.send('approval.request', { orderId, command: act, reason });
      setBusy(null);
      setRefused(answer.ok ? null : { refusal: answer, act });
      if (answer.ok) toastDone(m.dispatch.approval.sent);
    },
  };
}
