import { createHash } from 'node:crypto';
import { techniciansOf } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import { areaRow } from '../area/register.ts';
import type { Services } from '../context.ts';
import type { AreaRow } from './parse-area-row.ts';
import type { Taking } from './take-orders.ts';

/** Registers the areas of the rows, all of them under one service standard. */
export async function takeAreas(
  services: Services,
  rows: readonly AreaRow[],
  standardId: string,
): Promise<Taking> {
  const technicians = await techniciansOf(services.database.sql, null);
  const areas = rows.map(({ id, name, region, polygon, lead }): Area => {
    const leader = technicians.find((one) => one.number === lead || one.name === lead);
    return {
      id: id ?? idOf(name),
      name,
      region,
      polygon,
      leadTechnicianId: leader?.id ?? null,
      standardId,
    };
  });
  return {
    taken: rows.length,
    faults: [],
    change: { at: services.now(), areas, log: areas.map(areaRow) },
  };
}

/** A short id for an area that the file gives none: the same name always gets the same. */
function idOf(name: string): string {
  return `area-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`;
}
