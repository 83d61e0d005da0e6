import { areas as readAreas, writeArea } from '#db/query/area.ts';
import { appendEvents } from '#db/query/event.ts';
import { writeTechnicians } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import type { AreaId } from '#domain/base/brand.ts';
import { seededRandom } from '#domain/base/random.ts';
import type { Ground } from '#domain/geo/polygon.ts';
import type { Region } from '#domain/order/order-type.ts';
import { sealPhone } from '#server/access/phone.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '#server/services/context.ts';
import { DEMO_AREAS } from './city/areas.ts';
import { DEMO_ESTATES, type DemoEstate } from './city/estates.ts';
import { demoTechnicians } from './technicians.ts';

export const DEMO_PASSWORD = 'zhundian-demo';
const STANDARD = 'tietong-fujian-2015';
const SEED = 20_260_310;

/** Technicians an area: the five districts have a crew, the two towns a pair. */
const CREW: Readonly<Record<Region, number>> = { urban: 7, township: 3, village: 2 };

export const DEMO_PEOPLE = [
  { username: 'dispatcher', name: '林晓燕', role: 'dispatcher' },
  { username: 'dispatcher2', name: '陈志强', role: 'dispatcher' },
  { username: 'supervisor', name: '黄建国', role: 'supervisor' },
  { username: 'desk', name: '郑美玲', role: 'csr' },
  { username: 'callback', name: '何静怡', role: 'callback_agent' },
  { username: 'admin', name: '吴明辉', role: 'admin' },
] as const;

/** Short names of the demo's areas, used in addresses of pages and in the log: `gulou`, `jinan`, `huanxi`. */
export function areaIdOf(nameEn: string): AreaId {
  return nameEn.replace(' Town', '').replace("'", '').toLowerCase();
}

/** The area that serves an estate, by the beginning of its address. */
export function areaOfEstate(estate: DemoEstate): { id: AreaId; region: Region } {
  const area = DEMO_AREAS.find((each) => each.name === estate.area);
  if (!area) throw new Error(`No demo area is named ${estate.area}, which ${estate.name} lies in.`);
  return { id: areaIdOf(area.nameEn), region: area.region };
}

/** Writes the demo's areas, crews and people, once, and tells who they are by user name. Null when the database has areas already. */
export async function seedCity(
  services: Services,
  certifiedUntil: string,
): Promise<ReadonlyMap<string, Viewer> | null> {
  const { sql } = services.database;
  if ((await readAreas(sql, null)).length > 0) return null;
  const random = seededRandom(SEED);
  const areas = DEMO_AREAS.map((area): Area & { homes: { lng: number; lat: number }[]; crew: number } => ({
    id: areaIdOf(area.nameEn),
    name: area.name,
    region: area.region,
    polygon: onePolygon(area.ground),
    leadTechnicianId: null,
    standardId: STANDARD,
    homes: DEMO_ESTATES.filter((estate) => estate.area === area.name).map(({ lng, lat }) => ({ lng, lat })),
    crew: CREW[area.region],
  }));
  for (const { homes: _homes, crew: _crew, ...area } of areas) await writeArea(sql, area);

  const crew = demoTechnicians(areas, certifiedUntil, random);
  await sql.begin(async (tx) => {
    await Promise.all(
      writeTechnicians(
        tx,
        crew.map(({ technician, phone }) => ({
          technician,
          phone: sealPhone(services.phoneKeys, phone, technician.id),
        })),
      ),
    );
    for (const area of areas) {
      const rows = crew
        .filter(({ technician }) => technician.areaId === area.id)
        .map(({ technician }) => ({
          type: 'technician.registered',
          entity: 'technician' as const,
          id: technician.id,
          version: technician.version,
          data: { technician },
          orders: [],
        }));
      await appendEvents(tx, {
        areaId: area.id,
        at: services.now(),
        author: { id: 'system', role: 'system' },
        commandId: services.newId(),
        rows,
      });
    }
  });
  for (const area of areas) {
    const lead = crew.find(({ technician }) => technician.areaId === area.id)?.technician.id ?? null;
    const { homes: _homes, crew: _crew, ...row } = area;
    await writeArea(sql, { ...row, leadTechnicianId: lead });
  }
  return seedPeople(
    services,
    crew.map(({ technician }) => technician),
  );
}

function onePolygon(ground: Ground): Area['polygon'] {
  if (ground.type !== 'Polygon') throw new Error('A demo area is one polygon.');
  return {
    type: 'Polygon',
    coordinates: ground.coordinates.map((ring) => ring.map(([lng, lat]) => [lng!, lat!] as const)),
  };
}

async function seedPeople(
  services: Services,
  technicians: readonly { id: string; name: string; areaId: AreaId }[],
): Promise<ReadonlyMap<string, Viewer>> {
  const people = [
    ...DEMO_PEOPLE.map((person) => ({ ...person, areaIds: null })),
    ...technicians.map(({ id, name, areaId }) => ({
      username: id,
      name,
      role: 'technician' as const,
      areaIds: [areaId],
      technicianId: id,
    })),
  ];
  const viewers = new Map<string, Viewer>();
  for (const { username, ...person } of people) {
    const personId = await services.access.writePerson({ ...person, username, password: DEMO_PASSWORD });
    viewers.set(username, { ...person, personId });
  }
  return viewers;
}
