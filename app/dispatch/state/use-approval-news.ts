import { useEffect } from 'react';
import type { ApprovalId } from '#domain/base/brand.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { toastDone, toastRefused } from '../../ui/toasts.tsx';
import { useConsole } from './console.ts';

/** Tells this person what became of the approvals that they asked for. */
export function useApprovalNews(): void {
  const m = useMessages().dispatch.approval;
  const { board, viewer, say } = useConsole();
  useEffect(() => {
    const waiting = new Set<ApprovalId>();
    const look = () => {
      for (const { id, state, requestedBy, orderId, decisionReason } of board.get().approvals) {
        if (requestedBy !== viewer.personId) continue;
        if (state === 'pending') waiting.add(id);
        else if (waiting.delete(id)) {
          const number = board.get().orders.get(orderId)?.number ?? '';
          const words = m.decided[state](number, decisionReason ?? '');
          say(words);
          if (state === 'approved') toastDone(words);
          else toastRefused(`approval ${id}`, words);
        }
      }
    };
    look();
    return board.subscribe(look);
  }, [board, viewer.personId, say, m]);
}
