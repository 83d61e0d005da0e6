import { useStore } from '../../live/use-store.ts';
import { shownVerdict } from '../drag/drag-session.ts';
import type { TargetVerdict } from '../drag/target-verdict.ts';
import { useConsole } from '../state/console.ts';

/** A part of the verdict that a row shows; renders again only when that part changes. */
export function useShownVerdict<T>(technicianId: string, part: (verdict: TargetVerdict | null) => T): T {
  const { session } = useConsole();
  const read = () => part(shownVerdict(technicianId, session.lifted.get(), session.over.get()));
  useStore(session.lifted, read);
  return useStore(session.over, read);
}
