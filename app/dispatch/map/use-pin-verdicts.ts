import { useEffect } from 'react';
import type { PinsHandle } from '../../map/technician-props.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import { firstStart, verdictWords } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';

/** While orders are lifted every pin says what it thinks of them; written onto the pins' own nodes, without rendering. */
export function usePinVerdicts(handle: PinsHandle | null): void {
  const m = useMessages();
  const { session, board } = useConsole();
  useEffect(() => {
    if (!handle) return undefined;
    const judge = () => {
      const lifted = session.lifted.get();
      if (!lifted) return handle.judge(null);
      const nameOf = (orderId: string) => board.get().orders.get(orderId)?.estate ?? null;
      handle.judge((technicianId) => {
        const verdict = lifted.verdicts.get(technicianId);
        if (!verdict) return null;
        const words = verdictWords(verdict, m, nameOf);
        const start = firstStart(verdict, lifted.orderIds);
        const first = verdict.outcome === 'refused' || start === null ? words.outcome : clock(start);
        const second = verdict.outcome === 'accepted' ? words.details[0] : words.rule;
        return {
          outcome: verdict.outcome,
          words: [SIGN[verdict.outcome], first, second].filter(Boolean).join(' '),
        };
      });
    };
    const aim = () => handle.aim(session.over.get()?.technicianId ?? null);
    judge();
    const stops = [session.lifted.subscribe(judge), session.over.subscribe(aim)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [handle, session, board, m]);
}

const SIGN = { accepted: '✓', needs_approval: '!', refused: '✕' } as const;
