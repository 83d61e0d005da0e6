import type { Instant, OrderId, PersonId, VisitId } from '#domain/base/brand.ts';
import type { Queryable, Sql } from '../client.ts';

/** What has become of the image of a photo. */
export interface PhotoRow {
  id: string;
  orderId: OrderId;
  visitId: VisitId | null;
  /** Where the store keeps it. */
  name: string;
  keptAt: Instant | null;
  keptHash: string | null;
  width: number | null;
  height: number | null;
  deletedAt: Instant | null;
}

const columns = (sql: Queryable) =>
  sql`id, order_id as "orderId", visit_id as "visitId", name, kept_at as "keptAt", kept_hash as "keptHash", width, height,
      deleted_at as "deletedAt"`;

/** One photo, or null when nothing of it has arrived. */
export async function photoById(sql: Queryable, id: string): Promise<PhotoRow | null> {
  const [row] = await sql<PhotoRow[]>`select ${columns(sql)} from photo where id = ${id}`;
  return row ?? null;
}

/** What has arrived of an order's photos. */
export async function photosOfOrder(sql: Queryable, orderId: OrderId): Promise<PhotoRow[]> {
  return sql<PhotoRow[]>`select ${columns(sql)} from photo where order_id = ${orderId}`;
}

export interface PhotoClaim {
  id: string;
  orderId: OrderId;
  visitId: VisitId | null;
  name: string;
  sentBy: PersonId;
  at: Instant;
  /** Most images of the visit, or of the order apart from its visits. */
  most: number;
}

/**
 * Takes a place for an image before it is stored, so that nothing lies in the store that no row names. One that has its place keeps it.
 * Null when the visit has `most` others.
 */
export async function claimPhoto(sql: Sql, claim: PhotoClaim): Promise<PhotoRow | null> {
  const { id, orderId, visitId, name, sentBy, at, most } = claim;
  return sql.begin(async (tx) => {
    // those of one order are counted one after the other
    await tx`select pg_advisory_xact_lock(hashtextextended(${orderId}, 1))`;
    await tx`
    insert into photo (id, order_id, visit_id, name, sent_by, claimed_at)
    select ${id}::uuid, ${orderId}, ${visitId}, ${name}::uuid, ${sentBy}, ${at}::timestamptz
    where (select count(*) from photo where order_id = ${orderId} and visit_id is not distinct from ${visitId}) < ${most}
    on conflict (id) do nothing`;
    return photoById(tx, id);
  });
}

/** The image is in the store. The first that was kept stays; later deliveries of it change nothing. */
export async function photoKept(
  sql: Queryable,
  id: string,
  kept: { at: Instant; hash: string; width: number; height: number; bytes: number },
): Promise<void> {
  await sql`
    update photo set kept_at = ${kept.at}, kept_hash = ${kept.hash}, width = ${kept.width}, height = ${kept.height},
      bytes = ${kept.bytes}
    where id = ${id} and kept_at is null`;
}

/** Photos whose order ended before an instant and has no open claim of damage (DMG-01), and that have not been deleted. */
export async function photosDue(
  sql: Queryable,
  endedBefore: Instant,
): Promise<{ id: string; name: string }[]> {
  return sql<{ id: string; name: string }[]>`
    select p.id, p.name from photo p join orders o on o.id = p.order_id
    where p.deleted_at is null and o.ended_at < ${endedBefore}
      and (o.state #>> '{damage,reportedAt}' is null or o.state #>> '{damage,compensatedAt}' is not null)
    order by o.ended_at limit 500`;
}

/** The image is gone from the store. */
export async function photoDeleted(sql: Queryable, id: string, at: Instant): Promise<void> {
  await sql`update photo set deleted_at = ${at} where id = ${id}`;
}
