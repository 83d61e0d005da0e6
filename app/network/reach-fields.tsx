'use client';

import { Button, TagsInput } from '@mantine/core';
import { useState } from 'react';
import type { Reach } from '#domain/area/reach.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import classes from '../calls/calls.module.css';
import type { AreaBoard } from '../live/board.ts';
import { useMessages } from '../ui/i18n/provider.tsx';
import css from './network.module.css';
import { estatesOf, looseFaults } from './network-list.ts';
import { ReachMapLazy } from './reach-map-lazy.tsx';

/** What was named and drawn so far. */
export interface ReachTyped {
  readonly estates: readonly string[];
  readonly corners: readonly LngLat[];
}
export const NO_REACH: ReachTyped = { estates: [], corners: [] };
const LEAST_CORNERS = 3;

/** What a command says of it: estates, a closed ring, both or neither. */
export function reachGiven({ estates, corners }: ReachTyped): {
  estates?: readonly string[];
  polygon?: NonNullable<Reach['polygon']>;
} {
  const [first] = corners;
  const ring = first && corners.length >= LEAST_CORNERS ? [...corners, first] : null;
  return {
    ...(estates.length > 0 ? { estates } : {}),
    ...(ring
      ? { polygon: { type: 'Polygon', coordinates: [ring.map(({ lng, lat }) => [lng, lat] as const)] } }
      : {}),
  };
}

/** Where it is: estates by name, or ground drawn on the map by its corners; neither means the whole area. */
export function ReachFields(props: {
  board: AreaBoard;
  value: ReachTyped;
  onChange: (value: ReachTyped) => void;
}) {
  const m = useMessages().network.reach;
  const [drawing, setDrawing] = useState(false);
  const { board, value, onChange } = props;
  return (
    <>
      <TagsInput
        label={m.estates}
        description={m.estatesHint}
        data={[...estatesOf(board.orders.values())]}
        value={[...value.estates]}
        maxTags={200}
        onChange={(estates) => onChange({ ...value, estates })}
      />
      <div className={classes.actions}>
        <Button variant="default" aria-expanded={drawing} onClick={() => setDrawing(!drawing)}>
          {drawing ? m.hideMap : m.draw}
        </Button>
        {value.corners.length > 0 ? (
          <>
            <span className={classes.hint}>
              {value.corners.length < LEAST_CORNERS ? m.tooFew : m.corners(value.corners.length)}
            </span>
            <Button
              variant="default"
              onClick={() => onChange({ ...value, corners: value.corners.slice(0, -1) })}
            >
              {m.lessCorner}
            </Button>
          </>
        ) : null}
      </div>
      {drawing ? (
        <>
          <p className={classes.hint}>{m.drawHint}</p>
          <div className={css.mapFrame}>
            <ReachMapLazy
              area={board.area}
              faults={looseFaults(board)}
              corners={value.corners}
              onCorner={(corner) => onChange({ ...value, corners: [...value.corners, corner] })}
            />
          </div>
        </>
      ) : null}
    </>
  );
}
