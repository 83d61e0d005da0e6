import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#db/client.ts';
import type { Area } from '#domain/area/area.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { evolveTechnician } from '#domain/technician/technician-event.ts';
import type { CommandAnswer, CommandEnvelope, CommandOk, Commands, CommandType } from '#protocol/command.ts';
import { SYSTEM, type Viewer } from '#server/access/viewer.ts';
import { areaRow } from '#server/services/area/register.ts';
import { carryOut } from '#server/services/command/carry-out.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import type { Services } from '#server/services/context.ts';
import { makeServices } from '#server/services/make-services.ts';
import { technicianRow } from '#server/services/technician/duty.ts';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';

/** 2026-03-10 09:00 in Shanghai, a Tuesday. */
export const MORNING = Date.parse('2026-03-10T09:00:00+08:00');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Everything below the wires on a database of its own, with a clock that only the test moves. */
export interface House {
  database: TestDatabase;
  services: Services;
  clock: { at: number };
  /** Sends a command with a new id; fields of the envelope may be given. */
  send<T extends CommandType>(
    viewer: Viewer,
    type: T,
    payload: Commands[T],
    envelope?: Partial<Pick<CommandEnvelope, 'id' | 'version'>>,
  ): Promise<CommandAnswer>;
  /** The same, for steps of a story that must succeed. */
  done<T extends CommandType>(viewer: Viewer, type: T, payload: Commands[T]): Promise<CommandOk['data']>;
  /** Takes in an install that is ready to be dispatched; returns its id. */
  order(fields?: Partial<Commands['order.intake']>): Promise<string>;
  close(): Promise<void>;
}

export const DISPATCHER: Viewer = {
  personId: 'p-dispatcher',
  name: '林',
  role: 'dispatcher',
  areaIds: ['gulou'],
};
export const DISPATCHER_2: Viewer = {
  personId: 'p-dispatcher2',
  name: '陈',
  role: 'dispatcher',
  areaIds: ['gulou'],
};
export const ELSEWHERE: Viewer = {
  personId: 'p-elsewhere',
  name: '郑',
  role: 'dispatcher',
  areaIds: ['mawei'],
};
export const SUPERVISOR: Viewer = { personId: 'p-supervisor', name: '黄', role: 'supervisor', areaIds: null };
export const LEAD: Viewer = { personId: 'p-lead', name: '吴', role: 'area_lead', areaIds: ['gulou'] };

export function technicianViewer(technicianId: string, areaId = 'gulou'): Viewer {
  return {
    personId: `p-${technicianId}`,
    name: technicianId,
    role: 'technician',
    areaIds: [areaId],
    technicianId,
  };
}

export const AREAS: readonly Area[] = ['gulou', 'mawei'].map((id) => ({
  id,
  name: id === 'gulou' ? '鼓楼区' : '马尾区',
  region: 'urban',
  polygon: null,
  leadTechnicianId: null,
  standardId: 'tietong-fujian-2015',
}));

export function technician(id: string, areaId = 'gulou'): Technician {
  return {
    id,
    number: id.toUpperCase(),
    name: `技${id}`,
    areaId,
    skills: ['ftth', 'lan', 'xdsl'],
    vehicle: 'ebike',
    shift: { start: '08:00', end: '20:00' },
    home: { lng: 119.3, lat: 26.08 },
    certifiedUntil: '2030-12-31',
    onDuty: false,
    onDutySince: null,
    consent: null,
    version: 0,
  };
}

/** Services over a database with the machine's ids and the test's clock. */
export function testServices(database: Database, clock: { at: number }): Services {
  const secrets = {
    signIn: 'a secret of the tests that is long enough',
    phoneEncryptionKey: Buffer.alloc(32, 1),
    phoneIndexKey: Buffer.alloc(32, 2),
  };
  const dataDir = join(tmpdir(), `zhundian-house-${randomUUID()}`);
  const config = { publicOrigin: null, allowedOrigins: [], roadServers: {}, dataDir };
  const made = makeServices({ database, secrets, config, log: quiet } as never);
  return { ...made, now: () => clock.at };
}

export async function openHouse(): Promise<House> {
  const database = await createTestDatabase();
  const clock = { at: MORNING };
  const services = testServices(database, clock);
  await register(services);
  const send: House['send'] = (viewer, type, payload, envelope = {}) =>
    executeCommand({ envelope: { id: randomUUID(), type, payload, ...envelope }, viewer, services });
  const done: House['done'] = async (viewer, type, payload) => {
    const answer = await send(viewer, type, payload);
    if (!answer.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
    return answer.data;
  };
  return {
    database,
    services,
    clock,
    send,
    done,
    async order(fields = {}) {
      const orderId = fields.orderId ?? randomUUID();
      const place = { point: { lng: 119.31, lat: 26.09 }, precision: 'rooftop', uncertaintyM: 20 } as const;
      const customer = { name: '张三丰', phone: '13812341234', address: '鼓楼区东街1号6号楼302室', note: '' };
      const areaId = fields.areaId ?? 'gulou';
      await done(SUPERVISOR, 'order.intake', {
        orderId,
        number: `N-${orderId}`,
        areaId,
        type: 'install',
        place,
        customer,
        durationMin: 60,
        ...fields,
      });
      return orderId;
    },
    close: () => database.close(),
  };
}

async function register(services: Services): Promise<void> {
  const technicians = [...['t1', 't2', 't3', 't4'].map((id) => technician(id)), technician('m1', 'mawei')];
  const registered = technicians.map((one) => {
    const event = { type: 'technician.registered' as const, data: { technician: one } };
    return { technician: evolveTechnician(null, event, MORNING), event };
  });
  await carryOut({
    services,
    viewer: SYSTEM,
    id: randomUUID(),
    hash: Buffer.alloc(32),
    decide: async () => ({
      ok: true,
      change: {
        areaId: 'gulou',
        at: services.now(),
        areas: AREAS,
        technicians: registered,
        log: [
          ...AREAS.map(areaRow),
          ...registered.map((one) => ({
            areaId: one.technician.areaId,
            row: technicianRow(one.technician, one.event),
          })),
        ],
        answer: { warnings: [] },
      },
    }),
  });
}
