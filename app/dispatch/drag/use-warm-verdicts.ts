import { useEffect } from 'react';
import { useStore } from '../../live/use-store.ts';
import { isPlannable } from '../pool/pool-entry.ts';
import { useConsole } from '../state/console.ts';
import { judgeTarget } from './target-verdict.ts';
import { warmingLifts } from './warming.ts';

/** So much of an idle moment is left for what may come, milliseconds. */
const LEAVE_MS = 3;

/**
 * Judges some orders against everybody in moments when nothing else is to be done, once the board stands, and forgets the answers: the
 * first lift of the day then meets code that the browser has compiled, and deadlines that are worked out.
 */
export function useWarmVerdicts(): void {
  const console = useConsole();
  const loaded = useStore(console.board, ({ areas }) => areas.length > 0);
  useEffect(() => {
    if (!loaded || typeof window.requestIdleCallback !== 'function') return;
    const { orders, technicians } = console.board.get();
    const waiting = warmingLifts([...orders.values()].filter(isPlannable)).flatMap((lift) => {
      const ground = console.ground(lift[0]!.id);
      return [...technicians.values()].map((technician) => ({ lift, technician, ground }));
    });
    const step = (idle: IdleDeadline) => {
      while (waiting.length > 0 && idle.timeRemaining() > LEAVE_MS) {
        const { lift, technician, ground } = waiting.pop()!;
        judgeTarget(lift, technician, ground);
      }
      if (waiting.length > 0) handle = window.requestIdleCallback(step);
    };
    let handle = window.requestIdleCallback(step);
    return () => window.cancelIdleCallback(handle);
  }, [console, loaded]);
}
