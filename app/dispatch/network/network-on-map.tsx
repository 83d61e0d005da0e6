import { useMemo } from 'react';
import type { Area } from '#domain/area/area.ts';
import type { Reach } from '#domain/area/reach.ts';
import { isOpenOutage } from '#domain/outage/judge-outage.ts';
import type { Board } from '../../live/board.ts';
import { useBoard } from '../../live/use-live.tsx';
import { type ReachDrawn, ReachLayer } from '../../map/reach-layer.tsx';
import { useMessages } from '../../ui/i18n/provider.tsx';

interface Touched extends Pick<ReachDrawn, 'id' | 'kind'> {
  readonly version: number;
  readonly area: Area;
  readonly reach: Reach | null | undefined;
}

/** Where the network is down or will be: the ground drawn for it, else the whole area; estates alone have no ground. */
export function NetworkOnMap() {
  const m = useMessages().network;
  const touched = useBoard(touchedIn, alike);
  const reaches = useMemo(
    () =>
      touched.flatMap(({ id, kind, area, reach }): ReachDrawn[] => {
        const polygon = reach ? reach.polygon : area.polygon;
        return polygon ? [{ id, kind, polygon, label: m[kind].one }] : [];
      }),
    [touched, m],
  );
  return <ReachLayer reaches={reaches} />;
}

function touchedIn({ areas }: Board): readonly Touched[] {
  return [...areas.values()].flatMap(({ area, outages, cutovers }) => [
    ...[...outages.values()]
      .filter(isOpenOutage)
      .map(({ id, version, reach }) => ({ id, kind: 'outage' as const, version, area, reach })),
    ...[...cutovers.values()]
      .filter(({ status }) => status === 'running')
      .map(({ id, version, reach }) => ({ id, kind: 'cutover' as const, version, area, reach })),
  ]);
}

/** Nothing about them has changed: the layer need not be drawn anew with every event of the area. */
function alike(a: readonly Touched[], b: readonly Touched[]): boolean {
  return (
    a.length === b.length && a.every(({ id, version }, at) => b[at]?.id === id && b[at]?.version === version)
  );
}
