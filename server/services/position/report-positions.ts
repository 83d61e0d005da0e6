import { z } from 'zod';
import type { CommandRefused } from '#protocol/command.ts';
import type { PositionFix } from '#protocol/live.ts';
import { instant, slug } from '#protocol/schema-base.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { forbidden } from '../command/refusal.ts';
import type { Services } from '../context.ts';
import { type PositionsTaken, takePositions } from './take-positions.ts';

/** Fixes as HTTP carries them. Metres, metres a second, degrees from north; `seq` counts on the device. */
export const positionSchema = z
  .array(
    z.strictObject({
      technicianId: slug.optional(),
      lng: z.number().min(-180).max(180),
      lat: z.number().min(-90).max(90),
      accuracyM: z.number().min(0).max(1_000_000),
      speed: z.number().min(0).nullable().default(null),
      heading: z.number().min(0).max(360).nullable().default(null),
      occurredAt: instant,
      seq: z.int().min(0),
    }),
  )
  .max(500);
export type PositionGiven = z.output<typeof positionSchema>[number];

/** Takes in a technician's own fixes. Nobody reports where somebody else is, but the program itself (gateways of devices). */
export async function reportPositions(
  services: Services,
  viewer: Viewer,
  fixes: readonly PositionGiven[],
): Promise<PositionsTaken | CommandRefused> {
  const reports = new Map<string, PositionFix[]>();
  for (const { technicianId = viewer.technicianId, ...fix } of fixes) {
    if (technicianId === undefined || (viewer.role !== 'system' && technicianId !== viewer.technicianId))
      return forbidden('positions of another technician');
    const { lng, lat, accuracyM, speed, heading, occurredAt, seq } = fix;
    const list = reports.get(technicianId) ?? [];
    reports.set(technicianId, list);
    list.push([lng, lat, accuracyM, speed, heading, occurredAt, seq]);
  }
  const list = [...reports].map(([technicianId, own]) => ({ technicianId, fixes: own }));
  return takePositions(services.database.sql, list, services.now());
}
