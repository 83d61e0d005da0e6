import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useMantineColorScheme } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { freshnessOf } from '#domain/geo/freshness.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { useLive } from '../../live/use-live.tsx';
import { sameFields, update, useStore, whole } from '../../live/use-store.ts';
import { AreaLayer, useAreaNames } from '../../map/area-layer.tsx';
import { BaseMap } from '../../map/base-map.tsx';
import { atLeastAQuarter, FitView } from '../../map/fit-view.tsx';
import { type Inside, LassoLayer } from '../../map/lasso-layer.tsx';
import { type LeafletMap, pointOn } from '../../map/lat-lng.ts';
import { OrderLayer } from '../../map/order-layer.tsx';
import { RouteLayer } from '../../map/route-layer.tsx';
import { boundsOf, TechnicianLayer } from '../../map/technician-layer.tsx';
import type { PinsHandle } from '../../map/technician-props.ts';
import { useLanguage, useMessages } from '../../ui/i18n/provider.tsx';
import { agoWords, clock } from '../../ui/time.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { dropData } from '../drag/drag-data.ts';
import { makeOrderSource } from '../drag/order-source.ts';
import { NetworkOnMap } from '../network/network-on-map.tsx';
import { caption } from '../state/caption.ts';
import { useConsole } from '../state/console.ts';
import { graspedWith } from '../state/selection.ts';
import type { View } from '../state/view.ts';
import { useDayVisits } from '../timeline/use-day-visits.ts';
import css from './console-map.module.css';
import { MapControls } from './map-controls.tsx';
import { orderPins, routeLines, routePlaces, technicianPins } from './map-pins.ts';
import { usePinVerdicts } from './use-pin-verdicts.ts';

/** What the map shows of the view beside the day. */
function mapPart({ areas, selection, technicianId, routes }: View) {
  return { areas, selection, technicianId, routes };
}

/** The map of the console: areas, routes, orders, technicians. A place to drop on and to drag from. `alone`: in a window of its own. */
export function ConsoleMap({ alone = false }: { alone?: boolean }) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const console = useConsole();
  const { positions } = useLive();
  const frame = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<PinsHandle | null>(null);
  // What stands on the map follows a frame after the rows: another day, or what others did, is seen there first.
  const board = useDeferredValue(useStore(console.board, whole));
  const entries = useDeferredValue(useStore(console.entries, whole));
  const visits = useDeferredValue(useDayVisits());
  const view = useStore(console.view, mapPart, sameFields);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const clockNow = useStore(console.now, whole);
  const [fits, setFits] = useState(0);
  const fitAll = useCallback(() => setFits((before) => before + 1), []);
  const [map, setMap] = useState<LeafletMap | null>(null);
  const lassoing = useStore(console.lassoing, whole);

  const inAreas = (areaId: string) => view.areas.length === 0 || view.areas.includes(areaId);
  const selected = useMemo(() => new Set(view.selection.ids), [view.selection.ids]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: inAreas is view.areas
  const orders = useMemo(() => {
    const ofDay = new Set([...visits.values()].flatMap((list) => list.map(({ id }) => id)));
    return [...board.orders.values()].filter(
      (order) =>
        inAreas(order.areaId) &&
        (ofDay.has(order.id) || (order.technicianId === null && entries.has(order.id))),
    );
  }, [board.orders, visits, entries, view.areas]);
  const pins = useMemo(
    () => orderPins(orders, entries, routePlaces(visits), selected, m),
    [orders, entries, visits, selected, m],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: inAreas is view.areas
  const technicians = useMemo(
    () => [...board.technicians.values()].filter(({ areaId }) => inAreas(areaId)),
    [board.technicians, view.areas],
  );
  const people = useMemo(
    () => technicianPins(technicians, visits, view.technicianId, m),
    [technicians, visits, view.technicianId, m],
  );
  const lines = useMemo(() => {
    const all = technicians.map(({ id }) => id);
    const lit = view.technicianId === null ? [] : [view.technicianId];
    const shown = new Set(view.routes === 'all' ? all : view.routes === 'selected' ? lit : []);
    return routeLines(
      visits,
      shown,
      view.technicianId,
      (id) => positions.get(id) ?? null,
      (id) => board.technicians.get(id)?.home ?? null,
      now,
    );
  }, [technicians, visits, view.routes, view.technicianId, positions, board.technicians, now]);

  const ageOf = (position: TechnicianPosition) => {
    const age = console.now.get() - position.receivedAt;
    const freshness = freshnessOf(age);
    const words =
      freshness === 'stale' ? m.dispatch.map.lastSeen(clock(position.occurredAt)) : agoWords(age, m);
    return { freshness, words };
  };

  // The map itself takes the keys of its zone.
  useEffect(() => void map?.getContainer().setAttribute('data-zone', 'map'), [map]);
  usePinVerdicts(handle);
  useEffect(
    () =>
      dropTargetForElements({
        element: frame.current!,
        getData: ({ input }) => {
          const technicianId = handle?.nearest(input.clientX, input.clientY) ?? null;
          return technicianId === null ? {} : dropData({ technicianId, at: null });
        },
      }),
    [handle],
  );

  const bounds = useMemo(() => {
    const corners = board.areas.flatMap(({ polygon }) =>
      (polygon?.coordinates[0] ?? []).map(([lng, lat]) => ({ lng, lat })),
    );
    const shown = boundsOf(pins.length > 0 ? pins.map(({ point }) => point) : corners);
    return shown && atLeastAQuarter(shown);
  }, [board.areas, pins]);
  // The map opens where the day's orders and people are.
  const [places] = useState(() => [
    ...pins.map(({ point }) => point),
    ...people.flatMap(({ id }) => positions.get(id) ?? []),
  ]);
  const pickInside = (inside: Inside, { add }: { add: boolean }) => {
    const ids = pins.filter(({ point }) => inside(pointOn(map!, point))).map(({ id }) => id);
    update(console.view, (before) => {
      const all = add ? [...new Set([...before.selection.ids, ...ids])] : ids;
      return { ...before, selection: { ids: all, anchor: all[0] ?? null } };
    });
    console.say(m.tools.lasso.picked(ids.length));
    toastDone(m.tools.lasso.picked(ids.length), 'lasso');
  };
  const areaNames = useAreaNames(board.areas);
  const words = m.dispatch.map.words;
  return (
    <div ref={frame} className={css.frame} data-zone-map>
      <BaseMap
        words={words}
        look={{ scheme: colorScheme === 'dark' ? 'dark' : 'light', tongue: language, taken: areaNames }}
        centre={{ lng: 119.3, lat: 26.08 }}
        zoom={12}
        bounds={bounds ?? undefined}
        points={places}
        onReady={setMap}
      >
        <LassoLayer active={lassoing} onRing={pickInside} onEnd={() => console.lassoing.set(false)} />
        <FitView bounds={bounds} asked={fits} />
        <AreaLayer areas={board.areas} lit={view.areas} />
        <NetworkOnMap />
        <RouteLayer lines={lines} />
        <OrderLayer
          pins={pins}
          clusterWords={m.dispatch.map.cluster}
          moreWords={m.tools.cluster.more}
          onPick={(orderId, { add }) => console.pick(orderId, { add })}
          onOpen={console.open}
          makeSource={(orderId, element) =>
            makeOrderSource({
              element,
              orderIds: () => graspedWith(console.view.get().selection, orderId, []),
              caption: (ids) =>
                caption(
                  ids.flatMap((id) => console.board.get().orders.get(id) ?? []),
                  m,
                ),
            })
          }
        />
        <TechnicianLayer
          pins={people}
          positions={positions}
          minute={Math.floor(clockNow / 10_000)}
          ageOf={ageOf}
          onPick={(technicianId) =>
            update(console.view, (before) => ({
              ...before,
              technicianId: before.technicianId === technicianId ? null : technicianId,
            }))
          }
          onHandle={setHandle}
        />
      </BaseMap>
      <MapControls alone={alone} onFit={fitAll} />
      {lassoing ? <p className={css.hint}>{m.tools.lasso.hint}</p> : null}
    </div>
  );
}
