import { areas as readAreas } from '#db/query/area.ts';
import { boardOrders } from '#db/query/order.ts';
import { techniciansOf } from '#db/query/technician.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import { seededRandom } from '#domain/base/random.ts';
import { middleOf } from '#domain/geo/centre.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { instantOf } from '#domain/time/zone.ts';
import type { CommandEnvelope } from '#protocol/command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { executeCommand } from '#server/services/command/execute.ts';
import type { Services } from '#server/services/context.ts';
import { takePositions } from '#server/services/position/take-positions.ts';
import { DEMO_ESTATES } from './city/estates.ts';
import { dispatcherAtWork } from './day/dispatcher-at-work.ts';
import type { Fix, Hands } from './day/hands.ts';
import { shortNoticeAsker } from './day/short-notice.ts';
import { technicianAtWork } from './day/technician-at-work.ts';
import { type DemoOrder, orderStream } from './order-stream.ts';
import { areaOfEstate } from './seed.ts';

const TZ = 'Asia/Shanghai';
const MINUTE = 60_000;
const STANDARD = 'tietong-fujian-2015';

/** When orders come in on a demo morning: from, until, how many. */
const ARRIVALS: readonly (readonly [string, string, number])[] = [
  ['07:20', '08:40', 78],
  ['08:40', '09:50', 24],
  ['09:50', '10:11', 14],
];
export const MORNING = { opens: '07:20', until: '10:12' } as const;

export interface MorningReport {
  commands: number;
  /** Refusals by rule or code: the people of the demo meet the same gate as anybody. */
  refused: Readonly<Record<string, number>>;
}

/**
 * Writes a morning into the log of a demo city: orders arrive, are dispatched, accepted, promised and begun, every step a
 * command at its own minute. `people` are the
 * demo's, by user name; `onMinute` hears how far it is.
 */
export async function playMorning(
  services: Services,
  people: ReadonlyMap<string, Viewer>,
  date: string,
  onMinute: (share: number) => void,
): Promise<MorningReport> {
  const start = instantOf(date, MORNING.opens, TZ);
  const end = instantOf(date, MORNING.until, TZ);
  let now: Instant = start;
  const then: Services = { ...services, now: () => now };
  const { sql } = services.database;
  const areas = await readAreas(sql, null);
  let orders: Order[] = [];
  let technicians: Technician[] = [];
  const fixes = new Map<string, Fix>();
  const report: { commands: number; refused: Record<string, number> } = { commands: 0, refused: {} };

  const look = async () => {
    technicians = await techniciansOf(sql, null);
    orders = (await Promise.all(areas.map((area) => boardOrders(sql, area.id, start)))).flat();
  };
  const hands: Hands = {
    orders: () => orders,
    technicians: () => technicians,
    report: (technicianId, fix) => void fixes.set(technicianId, fix),
    async send(who, type, payload, version) {
      const viewer = people.get(who);
      if (!viewer) throw new Error(`Nobody in the demo is called ${who}.`);
      const envelope = {
        id: services.newId(),
        type,
        payload,
        ...(version === undefined ? {} : { version }),
      } as CommandEnvelope;
      const answer = await executeCommand({ envelope, viewer, services: then });
      report.commands++;
      if (!answer.ok) {
        const why = `${type}: ${answer.rules?.map(({ id }) => id).join(' ') ?? answer.code}`;
        report.refused[why] = (report.refused[why] ?? 0) + 1;
      }
      return answer;
    },
  };

  await look();
  const crew = new Map(technicians.map(({ id }) => [id, technicianAtWork(id, hands)]));
  const dispatch = dispatcherAtWork(hands, resolveStandard(STANDARD), centresOf(areas));
  const askShortNotice = shortNoticeAsker(hands, () => end - 24 * MINUTE);
  const customer = urgingCustomer(hands, end - 45 * MINUTE);
  const arriving = arrivals(services, date);

  for (; now <= end; now += MINUTE) {
    for (let order = arriving.next(now); order; order = arriving.next(now))
      await hands.send('desk', 'order.intake', { ...order.intake, customer: order.customer });
    await look();
    await dispatch(now, date, { leaveInPool: now < start + 20 * MINUTE ? 4 : 12, atOnce: 8 });
    await look();
    await customer(now);
    await askShortNotice(now);
    for (const technician of technicians) {
      const own = orders.filter((order) => order.technicianId === technician.id);
      await crew.get(technician.id)?.act(technician, own, now);
    }
    onMinute((now - start) / (end - start));
  }
  await storePositions(services, fixes, now);
  return report;
}

/** The middle of each area, where orders without coordinates are taken to be. */
export function centresOf(
  areas: readonly {
    id: AreaId;
    polygon: { coordinates: readonly (readonly (readonly [number, number])[])[] } | null;
  }[],
): ReadonlyMap<AreaId, LngLat> {
  return new Map(
    areas.flatMap((area) => {
      const ring = area.polygon?.coordinates[0];
      const middle = ring && middleOf(ring.map(([lng, lat]) => ({ lng, lat })));
      return middle ? [[area.id, middle] as const] : [];
    }),
  );
}

function arrivals(services: Services, date: string) {
  const stream = orderStream(
    DEMO_ESTATES,
    areaOfEstate,
    date,
    seededRandom(Number(date.replaceAll('-', ''))),
  );
  const due = ARRIVALS.flatMap(([from, until, count]) => {
    const start = instantOf(date, from, TZ);
    const span = instantOf(date, until, TZ) - start;
    return Array.from({ length: count }, (_, i) => start + Math.floor((span * i) / count));
  });
  let given = 0;
  return {
    /** The next order that has come in by `now`, or null. */
    next(now: Instant) {
      const at = due[given];
      if (at === undefined || at > now) return null;
      given++;
      const order = stream.next(now, services.newId());
      return given === 1 ? lastNight(order, date) : order;
    },
  };
}

/** A fault reported before midnight: its limits have run through the night. */
function lastNight(order: DemoOrder, date: string): DemoOrder {
  const intakeAt = instantOf(date, '00:00', TZ) - 73 * MINUTE;
  return {
    customer: { ...order.customer, note: '夜间报障,全屋断网' },
    intake: {
      ...order.intake,
      type: 'fault',
      detailsRecorded: true,
      subscribedMbps: order.intake.subscribedMbps ?? 300,
      intakeAt,
    },
  };
}

/** One customer whose fault is not yet cleared calls again, once, from that instant on (OVRD-02). */
function urgingCustomer(hands: Hands, from: Instant) {
  let called = false;
  return async (now: Instant): Promise<void> => {
    if (called || now < from) return;
    const order = [...hands.orders()].find((one) => one.type === 'fault' && one.status === 'appointed');
    if (!order) return;
    called = true;
    await hands.send('desk', 'customer.urge', { orderId: order.id }, order.version);
  };
}

/** Each position as it was received: of a phone that has fallen silent, some time ago. */
async function storePositions(
  services: Services,
  fixes: ReadonlyMap<string, Fix>,
  now: Instant,
): Promise<void> {
  for (const [technicianId, fix] of fixes) {
    const heard = fix.at < now - 2 * MINUTE ? fix.at : now;
    const fixesOfOne = [[fix.lng, fix.lat, 12, fix.speed, fix.heading, fix.at, 1] as const];
    await takePositions(services.database.sql, [{ technicianId, fixes: fixesOfOne }], heard);
  }
}
