import { useMemo } from 'react';
import type { Reach } from '#domain/area/reach.ts';
import { isOpenOutage } from '#domain/outage/judge-outage.ts';
import type { AreaBoard, Board } from '../../live/board.ts';
import { useBoard } from '../../live/use-live.tsx';
import { type ReachDrawn, ReachLayer } from '../../map/reach-layer.tsx';
import { groundsOf } from '../../network/reach-ground.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';

interface Touched extends Pick<ReachDrawn, 'id' | 'kind'> {
  readonly version: number;
  readonly board: AreaBoard;
  readonly reach: Reach | null | undefined;
}

/** Where the network is down or will be: the ground drawn for it, around the known homes of its estates, else the whole area. */
export function NetworkOnMap() {
  const m = useMessages().network;
  const touched = useBoard(touchedIn, alike);
  const reaches = useMemo(
    () =>
      touched.flatMap(({ id, kind, board, reach }): ReachDrawn[] =>
        groundsOf(reach, board.area, board.orders.values()).map((polygon, at) => ({
          id: `${id} ${at}`,
          kind,
          polygon,
          label: at === 0 ? m[kind].one : null,
        })),
      ),
    [touched, m],
  );
  return <ReachLayer reaches={reaches} />;
}

function touchedIn({ areas }: Board): readonly Touched[] {
  return [...areas.values()].flatMap((board) => [
    ...[...board.outages.values()]
      .filter(isOpenOutage)
      .map(({ id, version, reach }) => ({ id, kind: 'outage' as const, version, board, reach })),
    ...[...board.cutovers.values()]
      .filter(({ status }) => status === 'running')
      .map(({ id, version, reach }) => ({ id, kind: 'cutover' as const, version, board, reach })),
  ]);
}

/** Nothing about them has changed: the layer need not be drawn anew with every event of the area. */
function alike(a: readonly Touched[], b: readonly Touched[]): boolean {
  return (
    a.length === b.length && a.every(({ id, version }, at) => b[at]?.id === id && b[at]?.version === version)
  );
}
