import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ActionIcon, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { freshnessOf } from '#domain/geo/freshness.ts';
import type { TechnicianPosition } from '#domain/technician/technician.ts';
import { MINUTE } from '#domain/time/zone.ts';
import { useLive } from '../../live/use-live.tsx';
import { update, useStore, whole } from '../../live/use-store.ts';
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
import { ROUTE_VIEWS, type RouteView } from '../state/view.ts';
import { useDayVisits } from '../timeline/use-day-visits.ts';
import css from './console-map.module.css';
import { orderPins, routeLines, routePlaces, technicianPins } from './map-pins.ts';
import { MapTools } from './map-tools.tsx';
import { usePinVerdicts } from './use-pin-verdicts.ts';

/** The map of the console: areas, routes, orders, technicians. A place to drop on and to drag from. `alone`: in a window of its own. */
export function ConsoleMap({ alone = false }: { alone?: boolean }) {
  const m = useMessages();
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const console = useConsole();
  const { positions } = useLive();
  const frame = useRef<HTMLDivElement>(null);
  const [handle, setHandle] = useState<PinsHandle | null>(null);
  const board = useStore(console.board, whole);
  const entries = useStore(console.entries, whole);
  const view = useStore(console.view, whole);
  const now = useStore(console.now, (at) => Math.floor(at / MINUTE) * MINUTE);
  const clockNow = useStore(console.now, whole);
  const visits = useDayVisits();
  const [fits, setFits] = useState(0);
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
      <div className={css.tools}>
        <SegmentedControl
          size="xs"
          aria-label={m.dispatch.map.routes}
          data={ROUTE_VIEWS.map((value) => ({ value, label: m.dispatch.map.routeViews[value] }))}
          value={view.routes}
          onChange={(value) => update(console.view, (before) => ({ ...before, routes: value as RouteView }))}
        />
        <ActionIcon
          size={30}
          variant="default"
          aria-label={m.dispatch.map.fit}
          title={m.dispatch.map.fit}
          onClick={() => setFits((before) => before + 1)}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path
              d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.7"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </ActionIcon>
        <MapTools alone={alone} />
      </div>
      {lassoing ? <p className={css.hint}>{m.tools.lasso.hint}</p> : null}
    </div>
  );
}
