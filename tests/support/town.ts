import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import { writeArea } from '#db/query/area.ts';
import { appendEvents } from '#db/query/event.ts';
import { writeTechnicians } from '#db/query/technician.ts';
import type { Role } from '#domain/base/role.ts';
import { CONSENT_VERSION } from '#domain/technician/consent-version.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { instantOf } from '#domain/time/zone.ts';
import type { CommandAnswer, Commands, CommandType } from '#protocol/command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { submitCommand } from '#server/services/command/submit.ts';
import type { Services } from '#server/services/context.ts';
import { makeServices } from '#server/services/make-services.ts';
import { freshTechnician } from '#tests/support/live-world.ts';

/** Secrets that a server under test and the test itself share. */
export const TOWN_SECRETS = {
  SIGN_IN_SECRET: 'a secret of the tests, and of nobody else at all',
  PHONE_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  PHONE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
};
const STANDARD = 'tietong-fujian-2015';
const TZ = 'Asia/Shanghai';
/** Everybody's in the town. */
export const TOWN_PASSWORD = 'zhundian-demo';

/** A Tuesday morning at nine in the standard's zone, when everything may be planned. */
export const TOWN_MORNING = instantOf('2026-03-10', '09:00', TZ);

/** How far the town's clock is from the machine's, milliseconds: the day is always young there, unless another time is given. */
export const townClockShift = (at = TOWN_MORNING): number => at - Date.now();

export interface TownOptions {
  /** Technicians of the first area; they are on duty and have consented. */
  technicians?: number;
  /** Orders waiting in the first area's pool. */
  orders?: number;
  clockShiftMs: number;
  /** The standard of both areas. */
  standardId?: string;
  random?: () => number;
}

/** A small town to work in: two areas, people for each seat, technicians on duty, orders waiting. */
export interface Town {
  services: Services;
  /** The area of dispatcher, dispatcher2, supervisor and the technicians. */
  areaId: string;
  /** Another, of `elsewhere` alone. */
  otherAreaId: string;
  technicianIds: readonly string[];
  orderIds: readonly string[];
  viewer(username: string): Viewer;
  /** Signs in and returns the cookie of the session. */
  cookie(username: string): Promise<string>;
  command<T extends CommandType>(
    username: string,
    type: T,
    payload: Commands[T],
    version?: number,
  ): Promise<CommandAnswer>;
  /** Takes an order in and returns its id. */
  takeIn(areaId?: string): Promise<string>;
}

export async function foundTown(database: Database, options: TownOptions): Promise<Town> {
  const services: Services = {
    ...makeServices({
      database,
      secrets: {
        signIn: TOWN_SECRETS.SIGN_IN_SECRET,
        phoneEncryptionKey: Buffer.from(TOWN_SECRETS.PHONE_ENCRYPTION_KEY, 'base64'),
        phoneIndexKey: Buffer.from(TOWN_SECRETS.PHONE_INDEX_KEY, 'base64'),
      },
      config: {
        publicOrigin: null,
        allowedOrigins: [],
        roadServers: {},
        dataDir: join(tmpdir(), 'zhundian-town'),
      },
      log: { info: () => undefined, warn: () => undefined, error: console.error },
    }),
    now: () => Date.now() + options.clockShiftMs,
  };
  const areaId = 'gulou';
  const otherAreaId = 'mawei';
  const square = (lng: number, lat: number) => ({
    type: 'Polygon' as const,
    coordinates: [
      [
        [lng, lat],
        [lng + 0.05, lat],
        [lng + 0.05, lat + 0.05],
        [lng, lat + 0.05],
        [lng, lat],
      ] as [number, number][],
    ],
  });
  for (const [id, name, lng] of [
    [areaId, '鼓楼', 119.28],
    [otherAreaId, '马尾', 119.44],
  ] as const)
    await writeArea(database.sql, {
      id,
      name,
      region: 'urban',
      polygon: square(lng, 26.06),
      leadTechnicianId: null,
      standardId: options.standardId ?? STANDARD,
    });

  const technicians = Array.from({ length: options.technicians ?? 3 }, (_, index): Technician => {
    const id = `t${String(index + 1).padStart(3, '0')}`;
    return {
      ...freshTechnician(id, areaId),
      skills: ['ftth', 'lan', 'xdsl'],
      home: { lng: 119.3, lat: 26.08 },
      certifiedUntil: '2030-12-31',
      onDuty: true,
      onDutySince: TOWN_MORNING - 3_600_000,
      consent: { version: CONSENT_VERSION, givenAt: TOWN_MORNING - 86_400_000 },
    };
  });
  await database.sql.begin(async (tx) => {
    await Promise.all(
      writeTechnicians(
        tx,
        technicians.map((technician) => ({ technician })),
      ),
    );
    await appendEvents(tx, {
      areaId,
      at: services.now(),
      author: { id: 'system', role: 'system' },
      commandId: randomUUID(),
      rows: technicians.map((technician) => ({
        type: 'technician.registered',
        entity: 'technician',
        id: technician.id,
        version: 1,
        data: { technician },
        orders: [],
      })),
    });
  });

  const viewers = new Map<string, Viewer>();
  const person = async (username: string, role: Role, areaIds: string[], technicianId?: string) => {
    const personId = await services.access.writePerson({
      username,
      password: TOWN_PASSWORD,
      name: username,
      role,
      areaIds,
      technicianId,
    });
    viewers.set(username, {
      personId,
      name: username,
      role,
      areaIds,
      ...(technicianId ? { technicianId } : {}),
    });
  };
  await person('dispatcher', 'dispatcher', [areaId]);
  await person('dispatcher2', 'dispatcher', [areaId]);
  await person('supervisor', 'supervisor', [areaId]);
  await person('elsewhere', 'dispatcher', [otherAreaId]);
  await person('desk', 'csr', [areaId]);
  await person('callback', 'callback_agent', [areaId]);
  // The first ones and the last have phones of their own.
  const phones = technicians.filter((_, index) => index < 3 || index === technicians.length - 1);
  for (const { id } of phones) await person(id, 'technician', [areaId], id);

  const viewer = (username: string): Viewer => {
    const found = viewers.get(username);
    if (!found) throw new Error(`Nobody in this town is called ${username}.`);
    return found;
  };
  const random = options.random ?? (() => 0.5);
  const town: Town = {
    services,
    areaId,
    otherAreaId,
    technicianIds: technicians.map(({ id }) => id),
    orderIds: [],
    viewer,
    async cookie(username) {
      const response = await services.access.handle(
        new Request('http://127.0.0.1/api/auth/sign-in/username', {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1', host: '127.0.0.1' },
          body: JSON.stringify({ username, password: TOWN_PASSWORD }),
        }),
      );
      if (!response.ok)
        throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1)[0])
        .join('; ');
    },
    command: (username, type, payload, version) =>
      submitCommand({
        raw: { id: randomUUID(), type, payload, ...(version === undefined ? {} : { version }) },
        viewer: viewer(username),
        services,
      }),
    async takeIn(inArea = areaId) {
      const orderId = randomUUID();
      const west = inArea === areaId ? 119.28 : 119.44;
      const answer = await town.command(inArea === areaId ? 'dispatcher' : 'elsewhere', 'order.intake', {
        orderId,
        number: `GD${orderId.slice(0, 13)}`,
        areaId: inArea,
        type: 'fault',
        accessType: 'FTTH',
        durationMin: 20,
        place: {
          point: { lng: west + random() * 0.05, lat: 26.06 + random() * 0.05 },
          precision: 'community',
          uncertaintyM: 50,
        },
        customer: {
          name: '张三丰',
          phone: '13805910123',
          address: `${inArea} 金丝雀路 7 号 301`,
          note: '',
        },
      });
      if (!answer.ok) throw new Error(`An order could not be taken in: ${JSON.stringify(answer)}`);
      return orderId;
    },
  };
  const orderIds: string[] = [];
  for (let order = 0; order < (options.orders ?? 0); order += 1) orderIds.push(await town.takeIn());
  return Object.assign(town, { orderIds });
}
