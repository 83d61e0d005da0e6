import { z } from 'zod';
import { listReveals, type OftenLooked, oftenLooked, type RevealRow } from '#db/query/customer-reveal.ts';
import { HOUR } from '#domain/time/zone.ts';
import { id, instant, slug } from '#protocol/schema-base.ts';
import { areasSeen, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** Roles that read who looked at customers (service-standard §26: audit log). */
const READERS: ReadonlySet<Viewer['role']> = new Set<Viewer['role']>([
  'area_lead',
  'supervisor',
  'branch_manager',
  'auditor',
  'admin',
  'system',
]);

export const revealQuery = z.strictObject({
  area: slug.optional(),
  order: id.optional(),
  person: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** The looks that were asked for, and who was told of for many within an hour, of the last day when no stretch of time is named. */
export interface RevealsRead {
  reveals: readonly RevealRow[];
  often: readonly OftenLooked[];
}

/** Who looked at customers of the viewer's areas and why, newest first (PRIV-01). Null for who may not read it. */
export async function listRevealsFor(
  services: Services,
  viewer: Viewer,
  { area, order, person, from, to, limit }: z.infer<typeof revealQuery>,
): Promise<RevealsRead | null> {
  if (!READERS.has(viewer.role)) return null;
  const { sql } = services.database;
  const areaIds = areasSeen(viewer, area === undefined ? null : [area]);
  const often = await oftenLooked(sql, areaIds, from ?? services.now() - 24 * HOUR);
  const reveals = await listReveals(sql, {
    areaIds,
    orderId: order,
    personId: person,
    from,
    to,
    limit,
  });
  return { reveals, often };
}
