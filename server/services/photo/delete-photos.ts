import { photoDeleted, photosDue } from '#db/query/photo.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Services } from '../context.ts';

/** Deletes the images of orders that ended before an instant; what stays is that they were there and when they went. */
export async function deletePhotos(services: Services, endedBefore: Instant): Promise<void> {
  const { sql } = services.database;
  for (const { id, name } of await photosDue(sql, endedBefore)) {
    await services.photos.remove(name);
    await photoDeleted(sql, id, services.now());
  }
}
