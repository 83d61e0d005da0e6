import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Board } from '../../live/board.ts';
import { useBoard } from '../../live/use-live.tsx';

/** The cutovers ahead of all watched areas; the same list until one of them has changed. */
export function useCutovers(): readonly Cutover[] {
  return useBoard(cutoversIn, alike);
}

function cutoversIn({ areas }: Board): readonly Cutover[] {
  return [...areas.values()].flatMap(({ cutovers }) => [...cutovers.values()]);
}

function alike(a: readonly Cutover[], b: readonly Cutover[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
