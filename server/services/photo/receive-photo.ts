import { createHash } from 'node:crypto';
import { orderById, orderIdOfVisit } from '#db/query/order.ts';
import { claimPhoto, photoById, photoKept } from '#db/query/photo.ts';
import type { OrderId } from '#domain/base/brand.ts';
import { PHOTOS_PER_VISIT, type PhotoOfOrder, photosOf } from '#domain/photo/photo.ts';
import type { CommandRefused, RefusalCode } from '#protocol/command.ts';
import { mayCommand } from '#server/access/may-command.ts';
import { bringsPhotos } from '#server/access/photo-seen.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { cleanImage, type ImageFault, MOST_BYTES, MOST_PIXELS } from './clean-image.ts';

export interface PhotoSent {
  /** Of the visit or of its order. */
  visitOrOrderId: string;
  photoId: string;
  bytes: Uint8Array;
}

export type PhotoTaken = { ok: true; photoId: string; again: boolean } | CommandRefused;

/**
 * Takes in the image of a photo that a step has named: the very image that it named, drawn anew, once. Sent again, by whom ever it was
 * sent, it is as taken.
 */
export async function receivePhoto(services: Services, viewer: Viewer, sent: PhotoSent): Promise<PhotoTaken> {
  const { photoId, bytes } = sent;
  const { sql } = services.database;
  if (!mayCommand(viewer, 'damage.report')) return refused('forbidden', 'Your role sends no photos.');
  const order =
    (await orderById(sql, sent.visitOrOrderId)) ??
    (await orderById(sql, (await orderIdOfVisit(sql, sent.visitOrOrderId)) ?? ''));
  if (!order || !bringsPhotos(viewer, order)) return refused('not_found', 'No such visit.');
  const named = photosOf(order).find(({ id }) => id === photoId);
  if (!named)
    return refused(
      'not_found',
      `No step of this order names the photo ${photoId}: send the step with id and hash first, then its image.`,
    );
  if (await hasArrived(services, photoId)) return { ok: true, photoId, again: true };
  if (bytes.byteLength > MOST_BYTES) return tooLarge(bytes.byteLength);
  const hash = sha256(bytes);
  if (hash !== named.hash)
    return refused(
      'refused',
      `The image has the SHA-256 ${hash}, the step named ${named.hash}: send the image that the step was taken with.`,
    );
  return oneAtATime(() => keep(services, viewer, order.id, named, bytes));
}

async function keep(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
  { id: photoId, visitId }: PhotoOfOrder,
  bytes: Uint8Array,
): Promise<PhotoTaken> {
  // its twin may have been first
  if (await hasArrived(services, photoId)) return { ok: true, photoId, again: true };
  const image = await cleanImage(bytes);
  if ('fault' in image) return faulty(image);
  const { sql } = services.database;
  const at = services.now();
  const name = services.newId();
  const claim = { id: photoId, orderId, visitId, name, sentBy: viewer.personId, at };
  const place = await claimPhoto(sql, { ...claim, most: PHOTOS_PER_VISIT });
  if (!place)
    return refused(
      'refused',
      `The visit has ${PHOTOS_PER_VISIT} photos already, the most that are kept of one: this one is not taken.`,
    );
  await services.photos.put(place.name, image.bytes);
  const { width, height } = image;
  const kept = { at, hash: sha256(image.bytes), width, height, bytes: image.bytes.byteLength };
  await photoKept(sql, photoId, kept);
  return { ok: true, photoId, again: false };
}

/** Kept, or kept once and deleted since. */
async function hasArrived({ database }: Services, photoId: string): Promise<boolean> {
  const row = await photoById(database.sql, photoId);
  return row !== null && (row.keptAt !== null || row.deletedAt !== null);
}

let last: Promise<unknown> = Promise.resolve();

/** The largest picture holds 100 MB while it is decoded: one after the other. */
function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  // What fails is told to whoever waits for `mine`; the next picture does not wait for its success.
  last = mine.catch(() => undefined);
  return mine;
}

/** Of bytes, in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** `bytes`: null where the sender did not say and the body was read no further. */
export function tooLarge(bytes: number | null): CommandRefused {
  const most = `${MOST_BYTES / 1024 / 1024} MB`;
  const has = bytes === null ? `more than ${most}` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return refused(
    'too_large',
    `The image has ${has}: expected at most ${most}. Scale it down and send it again.`,
  );
}

function faulty(image: ImageFault): CommandRefused {
  switch (image.fault) {
    case 'not_an_image':
      return refused(
        'unsupported',
        'The file does not begin as a JPEG, PNG or WebP image does: expected one of these. Take the photo anew or convert it.',
      );
    case 'too_many_pixels':
      return refused(
        'refused',
        `The image has ${image.width} × ${image.height} pixels: expected at most ${MOST_PIXELS / 1_000_000} million. Scale it down and send it again.`,
      );
    case 'damaged':
      return refused('refused', 'The image cannot be read to its end: it is damaged. Take the photo anew.');
  }
}

function refused(code: RefusalCode, title: string): CommandRefused {
  return { ok: false, code, title };
}
