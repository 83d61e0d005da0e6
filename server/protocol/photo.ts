import type { Instant, VisitId } from '#domain/base/brand.ts';
import type { PhotoSubject } from '#domain/photo/photo.ts';

/** The photos of an order as GET /orders/{id}/photos tells them. */
export interface PhotosShown {
  /** Whether the images may be looked at: at once, after saying why (POST /orders/{id}/reveal), or not at all. */
  sight: 'open' | 'for_a_reason' | 'never';
  /** When a look that a reason has opened is over; null where it has no end. */
  until: Instant | null;
  photos: readonly {
    id: string;
    of: PhotoSubject;
    /** The server's time of the step that named it, and the device's of the photo. */
    at: Instant;
    takenAt: Instant | null;
    visitId: VisitId | null;
    /** `awaited`: the image has not arrived. */
    state: 'awaited' | 'kept' | 'deleted';
    deletedAt: Instant | null;
  }[];
}
