import { areas as readAreas } from '#db/query/area.ts';
import type { ContactWrite } from '#db/query/order-contact.ts';
import { outagesOf } from '#db/query/outage.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { matchOutage } from '#domain/outage/judge-outage.ts';
import { actorOf, type Viewer } from '#server/access/viewer.ts';
import { houseYears } from '../calendar/work-years.ts';
import type { Change } from '../command/change.ts';
import type { Services } from '../context.ts';
import { contactOf } from '../order/intake.ts';
import { intakesOf, takeIn } from '../order/take-in.ts';
import type { Fault } from './fault.ts';
import type { PlacedOrderRow } from './place-orders.ts';

/** Rows as the change that takes them in, and what the rules refused of them. */
export interface Taking {
  change: Pick<Change, 'at' | 'log'> & Partial<Change>;
  taken: number;
  faults: Fault[];
}

const TURN_ROWS = 200;

/** Takes the rows in by the rules of an intake, as if each had been typed; a move with its children. Gives other work its turn. */
export async function takeOrders(
  services: Services,
  viewer: Viewer,
  rows: readonly PlacedOrderRow[],
  onProgress: (done: number) => Promise<void>,
): Promise<Taking> {
  const areas = new Map(
    (await readAreas(services.database.sql, viewer.areaIds)).map((area) => [area.id, area]),
  );
  const outages = await outagesOf(services.database.sql, viewer.areaIds);
  const years = await houseYears(services.database.sql);
  const now = services.now();
  const takenIn: Order[] = [];
  const contacts: ContactWrite[] = [];
  const log: Change['log'][number][] = [];
  const faults: Fault[] = [];
  let rowsTaken = 0;
  for (const [done, row] of rows.entries()) {
    if (done % TURN_ROWS === 0) await onProgress(done);
    const area = areas.get(row.areaId);
    if (!area) continue;
    const { outage } = matchOutage(outages, row);
    const judged = intakesOf(payloadOf(services, row)).map((one) =>
      takeIn(one, areas.get(one.areaId) ?? area, actorOf(viewer), now, outage, years),
    );
    const taken = judged.flatMap((one) => (one.taken ? [one.taken] : []));
    if (taken.length < judged.length) {
      faults.push(futureIntake(row));
      continue;
    }
    const { customerName: name, phone, address, note, leaves } = row;
    const customer = { name, phone, address, note, ...(leaves ? { previousAddress: leaves.address } : {}) };
    rowsTaken += 1;
    for (const one of taken) {
      takenIn.push(one.order);
      log.push(...one.log);
      contacts.push(contactOf(services, one.order, customer));
    }
  }
  return { change: { at: now, log, takenIn, contacts }, taken: rowsTaken, faults };
}

function payloadOf(services: Services, row: PlacedOrderRow): OrderCommands['order.intake'] {
  return {
    orderId: services.newId(),
    number: row.number,
    areaId: row.areaId,
    type: row.type,
    region: row.region,
    customerClass: row.customerClass,
    accessType: row.accessType,
    subscribedMbps: row.subscribedMbps,
    estate: row.estate,
    place: row.place,
    ...(row.moveFrom ? { moveFrom: row.moveFrom } : {}),
    missing: row.missing,
    hasPhone: row.phone !== null,
    preferredStarts: row.preferredAt === null ? [] : [row.preferredAt],
    ...(row.intakeAt === null ? {} : { intakeAt: row.intakeAt }),
  };
}

/** The one thing that an intake is refused for: an order taken in later than now (ARITH-06). The report names the column. */
function futureIntake({ row, intakeText }: PlacedOrderRow): Fault {
  return { row, column: null, field: 'intakeAt', value: intakeText, reason: 'in_future', expected: [] };
}
