import type { Instant, VisitId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';

/** What is photographed as evidence (NOAN-04, DMG-01, BLOK-01, E-45, SITE-09, SITE-21). */
export const CAMERA_SUBJECTS = ['note', 'damage', 'block', 'gate', 'speed', 'workmanship'] as const;
export type CameraSubject = (typeof CAMERA_SUBJECTS)[number];
/** What an image is evidence of; a signature is drawn by the customer and comes with `visit.sign` alone (DONE-03). */
export const PHOTO_SUBJECTS = [...CAMERA_SUBJECTS, 'signature'] as const;
export type PhotoSubject = (typeof PHOTO_SUBJECTS)[number];

/** Most that one step or report may name. */
export const PHOTOS_PER_STEP = 12;
/** Most images that are kept of one visit, or of an order apart from its visits. Our choice. */
export const PHOTOS_PER_VISIT = 24;

/**
 * A photo as the step that it was taken for names it. The image itself goes another way, in its own time, and never into the log: the
 * step does not wait for it.
 */
export interface PhotoGiven {
  /** A UUID that the device made. */
  id: string;
  /** SHA-256 in hex of the image as the device will send it: what arrives later under the id is this image or none. */
  hash: string;
  of: PhotoSubject;
  /** By the device's clock. */
  takenAt?: Instant;
}

/** A photo on record, with the server's time of the step that named it. */
export interface Photo extends PhotoGiven {
  at: Instant;
}

/** The photos with those of a step behind them; one that is on record already keeps its place and its time. */
export function withPhotos(
  before: readonly Photo[] | undefined,
  given: readonly PhotoGiven[] | undefined,
  now: Instant,
): readonly Photo[] {
  const known = new Set(before?.map(({ id }) => id));
  const added = (given ?? []).filter(({ id }) => !known.has(id) && known.add(id));
  return [...(before ?? []), ...added.map((photo) => ({ ...photo, at: now }))];
}

/** The field for those who keep photos, left out where there is none: nothing older looks different for it. */
export function photosField(photos: readonly Photo[]): { photos?: readonly Photo[] } {
  return photos.length === 0 ? {} : { photos };
}

/** Whether one of them shows this. */
export function shows(photos: readonly PhotoGiven[] | undefined, subject: PhotoSubject): boolean {
  return photos?.some((photo) => photo.of === subject) ?? false;
}

/** A photo of an order, with the trip on which it was taken; null where it belongs to no trip. */
export interface PhotoOfOrder extends Photo {
  visitId: VisitId | null;
}

/** Every photo that the order's steps and reports name, oldest first. */
export function photosOf({ visits, damage }: Pick<Order, 'visits' | 'damage'>): readonly PhotoOfOrder[] {
  const ofVisits = visits.flatMap(({ id, photos = [] }) =>
    photos.map((photo) => ({ ...photo, visitId: id })),
  );
  const ofDamage = (damage?.photos ?? []).map((photo) => ({ ...photo, visitId: null }));
  return [...ofVisits, ...ofDamage].sort((a, b) => a.at - b.at);
}
