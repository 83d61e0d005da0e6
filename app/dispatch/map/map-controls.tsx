import { ActionIcon, SegmentedControl } from '@mantine/core';
import { memo } from 'react';
import { update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { ROUTE_VIEWS, type RouteView } from '../state/view.ts';
import css from './console-map.module.css';
import { MapTools } from './map-tools.tsx';

interface Props {
  readonly alone: boolean;
  readonly onFit: () => void;
}

/** In the map's corner: whose routes are drawn, everything in view, the lasso, a window of its own. */
export const MapControls = memo(function MapControls({ alone, onFit }: Props) {
  const m = useMessages();
  const { view } = useConsole();
  const routes = useStore(view, (value) => value.routes);
  return (
    <div className={css.tools}>
      <SegmentedControl
        size="xs"
        aria-label={m.dispatch.map.routes}
        data={ROUTE_VIEWS.map((value) => ({ value, label: m.dispatch.map.routeViews[value] }))}
        value={routes}
        onChange={(value) => update(view, (before) => ({ ...before, routes: value as RouteView }))}
      />
      <ActionIcon
        size={30}
        variant="default"
        aria-label={m.dispatch.map.fit}
        title={m.dispatch.map.fit}
        onClick={onFit}
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
  );
});
