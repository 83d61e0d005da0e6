'use client';

import { Autocomplete, Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { OrderPlace } from '#domain/order/order.ts';
import { placeOfEstate } from '../../intake/typed.ts';
import { estatesOf } from '../../network/network-list.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import classes from './order-steps.module.css';
import { PlaceMapLazy } from './place-map-lazy.tsx';
import type { StepProps } from './step.ts';

/** How far off a place is that somebody pointed at on the map, metres. */
const POINTED_M = 30;

/** Puts an order without coordinates on the map: at a known 小区, or by hand where the cross stands. */
export function PlaceStep({ order, board, busy, run }: StepProps) {
  const m = useMessages().steps.place;
  const [estate, setEstate] = useState(order.estate ?? '');
  const [centre, setCentre] = useState<LngLat | null>(null);
  const estates = useMemo(() => estatesOf(board.orders.values()), [board.orders]);
  const known = useMemo(
    () =>
      placeOfEstate(
        estate,
        [...board.orders.values()].filter(({ id }) => id !== order.id),
      ),
    [estate, board.orders, order.id],
  );
  const put = (place: OrderPlace) =>
    void run([{ type: 'order.place', payload: { orderId: order.id, place } }], m.done(order.number));
  return (
    <>
      <p className={classes.hint}>{order.place ? m.again : m.hint}</p>
      <Autocomplete
        label={m.estate}
        data={[...estates]}
        limit={20}
        value={estate}
        onChange={setEstate}
        description={estate.trim() === '' ? null : known ? m.estateKnown : m.estateUnknown}
      />
      <div className={classes.mapFrame} data-place-map>
        <PlaceMapLazy
          area={board.area}
          known={order.place?.point ?? null}
          target={order.place ? null : (known?.point ?? null)}
          onCentre={setCentre}
        />
      </div>
      <div className={classes.actions}>
        <Button
          loading={busy}
          disabled={centre === null}
          onClick={() =>
            centre === null
              ? undefined
              : put({
                  point: { lng: round(centre.lng), lat: round(centre.lat) },
                  precision: 'manual',
                  uncertaintyM: POINTED_M,
                })
          }
        >
          {m.here}
        </Button>
        {known ? (
          <Button variant="default" loading={busy} onClick={() => put(known)}>
            {m.atEstate(estate.trim())}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** To a tenth of a metre: a hand is no finer. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
