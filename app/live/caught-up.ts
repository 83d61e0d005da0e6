import type { AreaId } from '#domain/base/brand.ts';
import type { Board } from './board.ts';
import type { Store } from './store.ts';

/** Resolves when the screen has been told of everything in the area up to and including `seq`, such as what its own command did to others. */
export function caughtUp(board: Omit<Store<Board>, 'set'>, areaId: AreaId, seq: number): Promise<void> {
  const isSoFar = () => (board.get().areas.get(areaId)?.seq ?? Number.POSITIVE_INFINITY) >= seq;
  if (isSoFar()) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = board.subscribe(() => {
      if (!isSoFar()) return;
      leave();
      resolve();
    });
  });
}
