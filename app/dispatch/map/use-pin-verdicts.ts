import { useEffect } from 'react';
import type { OrderId } from '#domain/base/brand.ts';
import type { PinsHandle, PinVerdict } from '../../map/technician-props.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { clock } from '../../ui/time.ts';
import type { TargetVerdict } from '../drag/target-verdict.ts';
import { firstStart, verdictWords } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';

/** While orders are lifted every pin says what it thinks of them; written onto the pins' own nodes, without rendering. */
export function usePinVerdicts(handle: PinsHandle | null): void {
  const m = useMessages();
  const { session, board } = useConsole();
  useEffect(() => {
    if (!handle) return undefined;
    const said = new WeakMap<TargetVerdict, PinVerdict>();
    const nameOf = (orderId: string) => board.get().orders.get(orderId)?.estate ?? null;
    const wordsOf = (verdict: TargetVerdict, orderIds: readonly OrderId[]) => {
      const words = verdictWords(verdict, m, nameOf);
      const start = firstStart(verdict, orderIds);
      const first = verdict.outcome === 'refused' || start === null ? words.outcome : clock(start);
      const second = verdict.outcome === 'accepted' ? words.details[0] : words.rule;
      return [SIGN[verdict.outcome], first, second].filter(Boolean).join(' ');
    };
    const judge = () => {
      const lifted = session.lifted.get();
      if (!lifted) return handle.judge(null);
      const ranks = new Map(lifted.ranked.map((id, rank) => [id, rank]));
      handle.judge((technicianId) => {
        const verdict = lifted.verdicts.get(technicianId);
        if (!verdict) return null;
        const rank = verdict.outcome === 'refused' ? null : (ranks.get(technicianId) ?? null);
        const known = said.get(verdict);
        if (known?.rank === rank) return known;
        let words: string | null = null;
        const one: PinVerdict = {
          outcome: verdict.outcome,
          rank,
          words() {
            words ??= wordsOf(verdict, lifted.orderIds);
            return words;
          },
        };
        said.set(verdict, one);
        return one;
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
