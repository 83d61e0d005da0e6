import { areaSeqs, eventsAfter } from '#db/query/event.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { LogEvent } from '#protocol/live.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** Roles that may read the log of their areas (service-standard §26). */
const READERS: ReadonlySet<Viewer['role']> = new Set<Viewer['role']>([
  'dispatcher',
  'area_lead',
  'supervisor',
  'branch_manager',
  'auditor',
  'admin',
  'system',
]);

/** A page of an area's log and how far the log goes. Null when there is no such area for the viewer. */
export async function readLog(
  services: Services,
  viewer: Viewer,
  areaId: AreaId,
  since: number,
  limit: number,
): Promise<{ area: AreaId; seq: number; events: LogEvent[] } | null> {
  const { sql } = services.database;
  if (!seesArea(viewer, areaId) || !READERS.has(viewer.role)) return null;
  const seq = (await areaSeqs(sql, [areaId])).get(areaId);
  if (seq === undefined) return null;
  return { area: areaId, seq, events: await eventsAfter(sql, areaId, since, limit) };
}
