import { SegmentedControl, Select, Switch } from '@mantine/core';
import { memo } from 'react';
import { update, useStore } from '../../live/use-store.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { useConsole } from '../state/console.ts';
import { ROW_SORTS, type RowSort, ZOOMS, type Zoom } from '../state/view.ts';
import css from './timeline.module.css';

/** How the rows stand: without those off shift, in which order, how wide an hour. */
export const TimelineTools = memo(function TimelineTools() {
  const m = useMessages().dispatch.timeline;
  const { view } = useConsole();
  const rowSort = useStore(view, (value) => value.rowSort);
  const hideOff = useStore(view, (value) => value.hideOff);
  const zoom = useStore(view, (value) => value.zoom);
  return (
    <div className={css.tools}>
      <Switch
        size="xs"
        label={m.hideOff}
        checked={hideOff}
        onChange={(event) => {
          const checked = event.currentTarget.checked;
          update(view, (before) => ({ ...before, hideOff: checked }));
        }}
      />
      <Select
        size="xs"
        w={104}
        aria-label={m.sort}
        allowDeselect={false}
        data={ROW_SORTS.map((value) => ({ value, label: m.sorts[value] }))}
        value={rowSort}
        onChange={(value) => update(view, (before) => ({ ...before, rowSort: value as RowSort }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={m.zoom}
        data={ZOOMS.map((value) => ({ value, label: m.zooms[value] }))}
        value={zoom}
        onChange={(value) => update(view, (before) => ({ ...before, zoom: value as Zoom }))}
      />
    </div>
  );
});
