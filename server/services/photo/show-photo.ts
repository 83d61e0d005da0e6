import { z } from 'zod';
import { lastLook } from '#db/query/customer-reveal.ts';
import { orderById } from '#db/query/order.ts';
import { type PhotoRow, photoById, photosOfOrder } from '#db/query/photo.ts';
import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { type PhotoOfOrder, photosOf } from '#domain/photo/photo.ts';
import { REVEALED_FOR } from '#domain/privacy/reveal.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { PhotosShown } from '#protocol/photo.ts';
import { seesOrder } from '#server/access/may-command.ts';
import { type PhotoSight, photoSight } from '#server/access/photo-seen.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { smallImage } from './clean-image.ts';
import { sha256 } from './receive-photo.ts';

export const photoQuery = z.strictObject({ size: z.enum(['small', 'whole']).default('whole') });

/** The photos of an order that the viewer sees, without the images, and whether these may be looked at. Null when it is not theirs. */
export async function listPhotos(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
): Promise<PhotosShown | null> {
  const { sql } = services.database;
  const order = await orderById(sql, orderId);
  if (!order || !seesOrder(viewer, order)) return null;
  const rows = new Map((await photosOfOrder(sql, orderId)).map((row) => [row.id, row]));
  return {
    ...(await sightOf(services, viewer, order)),
    photos: photosOf(order).map((photo) => shown(photo, rows.get(photo.id))),
  };
}

function shown(
  { id, of, at, takenAt, visitId }: PhotoOfOrder,
  row: PhotoRow | undefined,
): PhotosShown['photos'][number] {
  const state = row?.deletedAt != null ? 'deleted' : row?.keptAt != null ? 'kept' : 'awaited';
  return { id, of, at, takenAt: takenAt ?? null, visitId, state, deletedAt: row?.deletedAt ?? null };
}

/** `until`: when a look for a reason is over. */
async function sightOf(
  services: Services,
  viewer: Viewer,
  order: Order,
): Promise<{ sight: PhotoSight; until: Instant | null }> {
  const looked = await lastLook(services.database.sql, viewer.personId, order.id);
  const until = looked === null ? null : looked + REVEALED_FOR;
  const revealed = until !== null && services.now() < until;
  const sight = photoSight(viewer, order, revealed);
  return { sight, until: sight === 'open' && revealed ? until : null };
}

/** The image of one photo, a small one for lists if asked for. What is no longer what was kept is not shown. */
export async function showPhoto(
  services: Services,
  viewer: Viewer,
  photoId: string,
  size: 'small' | 'whole',
): Promise<{ ok: true; bytes: Uint8Array } | CommandRefused> {
  const { sql } = services.database;
  const row = await photoById(sql, photoId);
  const order = row && (await orderById(sql, row.orderId));
  if (!row || !order || !seesOrder(viewer, order)) return none('No such photo.');
  const { sight } = await sightOf(services, viewer, order);
  if (sight !== 'open')
    return {
      ok: false,
      code: 'forbidden',
      title:
        sight === 'never'
          ? 'Your role does not look at photos of homes.'
          : `Say why you look first: POST /orders/${order.id}/reveal shows the photos of the order for a quarter of an hour.`,
    };
  if (row.deletedAt !== null) return none('The photo was deleted when its time was over.');
  if (row.keptAt === null) return none('The photo has not arrived yet.');
  const bytes = await services.photos.get(row.name);
  if (!bytes || sha256(bytes) !== row.keptHash) {
    services.log.error(
      { photoId, orderId: order.id, missing: bytes === null },
      'a photo is not what was kept',
    );
    return none(
      'The photo is missing or was changed in its store; whoever runs the server finds it in the log.',
    );
  }
  return { ok: true, bytes: size === 'small' ? await smallImage(bytes) : bytes };
}

function none(title: string): CommandRefused {
  return { ok: false, code: 'not_found', title };
}
