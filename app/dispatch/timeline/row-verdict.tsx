import { useStore } from '../../live/use-store.ts';
import { VerdictChip } from '../drag/verdict-chip.tsx';
import { useConsole } from '../state/console.ts';

/** What a row thinks of the lifted orders: of the time aimed at while they are over it, else of its best place. */
export function RowVerdict({ technicianId }: { technicianId: string }) {
  const { session } = useConsole();
  const verdict = useStore(session.lifted, (lifted) => lifted?.verdicts.get(technicianId) ?? null);
  const over = useStore(session.over, (place) => (place?.technicianId === technicianId ? place : null));
  if (!verdict) return null;
  return <VerdictChip verdict={over?.verdict ?? verdict} at={over?.at ?? null} />;
}
