import { areas as readAreas } from '#db/query/area.ts';
import { knownEstates } from '#db/query/order.ts';
import { type Bounds, CHINA, grow } from '#domain/geo/lng-lat.ts';
import { boundsOf } from '#domain/geo/polygon.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import type { ImportCrs } from '#protocol/import.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import type { Known, KnownArea } from './known.ts';

const MARGIN_DEGREES = 0.5;

/** What a file of this viewer is read against: the viewer's areas and their estates. `numbers` is left to the reader. */
export async function knownNow(
  services: Services,
  viewer: Viewer,
  { crs, turnSwapped }: { crs: ImportCrs; turnSwapped: boolean },
): Promise<Omit<Known, 'numbers'>> {
  const { sql } = services.database;
  const areas = await readAreas(sql, viewer.areaIds);
  const tz = resolveStandard(areas[0]?.standardId ?? 'base').get('tz');
  return {
    crs,
    turnSwapped,
    areas,
    region: regionOf(areas),
    estates: await knownEstates(sql, viewer.areaIds),
    tz,
    today: localDate(services.now(), tz),
  };
}

/** Around everything that is drawn; the whole country while nothing is. */
function regionOf(areas: readonly KnownArea[]): Bounds {
  const drawn = areas.flatMap(({ polygon }) => (polygon ? [boundsOf(polygon)] : []));
  if (drawn.length === 0) return CHINA;
  const around = {
    west: Math.min(...drawn.map(({ west }) => west)),
    south: Math.min(...drawn.map(({ south }) => south)),
    east: Math.max(...drawn.map(({ east }) => east)),
    north: Math.max(...drawn.map(({ north }) => north)),
  };
  return grow(around, MARGIN_DEGREES);
}
