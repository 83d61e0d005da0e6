import { z } from 'zod';
import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { PositionFix } from './live.ts';
import { id, type Schema, slug } from './schema-base.ts';

/** The shapes of what a screen sends beside commands. Everything is strict: an unknown field is refused. */

export const watchSchema: Schema<{ areas: AreaId[]; since?: Record<string, number> | undefined }> =
  z.strictObject({
    areas: z.array(slug).max(200),
    since: z.record(slug, z.int().min(0)).optional(),
  });

export const dragSchema: Schema<{ orderIds: OrderId[]; over?: string | null | undefined }> = z.strictObject({
  orderIds: z.array(id).max(200),
  over: z.string().max(80).nullable().optional(),
});

export const lookSchema: Schema<{ orderId: OrderId | null }> = z.strictObject({ orderId: id.nullable() });

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** [lng, lat, accuracyM, speed, heading, occurredAt, seq] as a device reports it, WGS-84. */
export const fixSchema: Schema<PositionFix> = z.tuple([
  z.number().min(-180).max(180),
  z.number().min(-90).max(90),
  z.number().min(0).max(1_000_000),
  z.number().min(0).max(1_000).nullable(),
  z.number().min(0).max(360).nullable(),
  z.int().min(EARLIEST).max(LATEST),
  z.int().min(0),
]);
export const fixesSchema: Schema<PositionFix[]> = z.array(fixSchema).min(1).max(500);
