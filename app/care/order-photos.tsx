'use client';

import { Button, Modal } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { photosOf } from '#domain/photo/photo.ts';
import type { PhotosShown } from '#protocol/photo.ts';
import { useLanguage, useMessages } from '../ui/i18n/provider.tsx';
import { dayAndClock } from '../ui/time.ts';
import { useAnswer } from '../ui/use-answer.ts';
import { AskReason } from './ask-reason.tsx';
import css from './order-photos.module.css';

type Shown = PhotosShown['photos'][number];

/** The photos of an order: small ones that open, for whoever may look; the desk says why first (PRIV-01). Nothing where none was taken. */
export function OrderPhotos(props: {
  order: Order;
  now: Instant;
  /** How the screen around it writes a heading. */
  heading: (words: string) => ReactNode;
  /** Asked anew when it changes, as when an image has been sent. */
  fresh?: number;
}) {
  const { order } = props;
  return photosOf(order).length === 0 ? null : <Photos key={order.id} {...props} />;
}

function Photos({ order, now, heading, fresh = 0 }: Parameters<typeof OrderPhotos>[0]) {
  const m = useMessages().photos;
  const { state, value, again } = useAnswer<PhotosShown>(
    `/api/v1/orders/${encodeURIComponent(order.id)}/photos`,
  );
  const asked = useRef({ version: order.version, fresh });
  useEffect(() => {
    const before = asked.current;
    if (before.version === order.version && before.fresh === fresh) return;
    asked.current = { version: order.version, fresh };
    again();
  });
  const [asking, setAsking] = useState(false);
  const isOver = value?.until != null && now >= value.until;
  const sight = isOver ? 'for_a_reason' : value?.sight;
  return (
    <section className={css.photos} data-order-photos={sight}>
      {heading(m.title)}
      {state === 'failed' ? <p className={css.hint}>{m.failed}</p> : null}
      {value ? <Tiles photos={value.photos} sight={sight} now={now} /> : null}
      {sight === 'never' ? <p className={css.hint}>{m.never}</p> : null}
      {sight === 'open' && value?.until != null ? <p className={css.hint}>{m.shown}</p> : null}
      {sight === 'for_a_reason' && value?.photos.some((photo) => photo.state === 'kept') ? (
        asking ? (
          <AskReason
            orderId={order.id}
            action={m.look}
            now={now}
            onShown={() => {
              setAsking(false);
              again();
            }}
            onCancel={() => setAsking(false)}
          />
        ) : (
          <Button size="xs" variant="default" className={css.ask} onClick={() => setAsking(true)}>
            {m.look}
          </Button>
        )
      ) : null}
    </section>
  );
}

function Tiles(props: { photos: readonly Shown[]; sight: PhotosShown['sight'] | undefined; now: Instant }) {
  const { photos, sight, now } = props;
  const open = sight === 'open';
  const m = useMessages();
  const p = m.photos;
  const language = useLanguage();
  const covered = sight === 'for_a_reason' ? p.covered : null;
  const [whole, setWhole] = useState<Shown | null>(null);
  const words = ({ of, at, takenAt }: Shown) =>
    p.open(p.of[of], dayAndClock(takenAt ?? at, now, m, language));
  return (
    <>
      <ul className={css.tiles}>
        {photos.map((photo) => (
          <li key={photo.id} data-photo={photo.state}>
            {photo.state === 'kept' && open ? (
              <button
                type="button"
                className={css.tile}
                aria-label={words(photo)}
                onClick={() => setWhole(photo)}
              >
                {/* biome-ignore lint/performance/noImgElement: shown to this person alone, and kept by no cache */}
                <img src={`/api/v1/photos/${photo.id}?size=small`} alt="" loading="lazy" />
              </button>
            ) : (
              <span className={css.tile}>{photo.state === 'kept' ? covered : p[photo.state]}</span>
            )}
            <span className={css.caption}>{words(photo)}</span>
          </li>
        ))}
      </ul>
      <Modal
        opened={whole !== null && open}
        onClose={() => setWhole(null)}
        size="min(1000px, 96vw)"
        title={whole ? words(whole) : ''}
        closeButtonProps={{ 'aria-label': m.common.close, size: 44 }}
        // one level: the screen beneath would take the key as well
        closeOnEscape={false}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setWhole(null);
        }}
      >
        {whole ? (
          // biome-ignore lint/performance/noImgElement: shown to this person alone, and kept by no cache
          <img className={css.whole} src={`/api/v1/photos/${whole.id}`} alt={words(whole)} />
        ) : null}
      </Modal>
    </>
  );
}
