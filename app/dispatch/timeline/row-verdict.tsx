import { useStore, whole } from '../../live/use-store.ts';
import { VerdictChip } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';
import { useShownVerdict } from './use-shown-verdict.ts';

/** What a row thinks of the lifted orders, in words. */
export function RowVerdict({ technicianId }: { technicianId: string }) {
  const { session } = useConsole();
  const verdict = useShownVerdict(technicianId, whole);
  const at = useStore(session.over, (place) => (place?.technicianId === technicianId ? place.at : null));
  return verdict && <VerdictChip verdict={verdict} at={at} />;
}
