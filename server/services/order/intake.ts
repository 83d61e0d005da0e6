import { areaById } from '#db/query/area.ts';
import { orderById } from '#db/query/order.ts';
import type { ContactWrite } from '#db/query/order-contact.ts';
import type { Finding } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import type { CommandRefused, CustomerGiven } from '#protocol/command.ts';
import { sealPhone } from '#server/access/phone.ts';
import { seesArea } from '#server/access/viewer.ts';
import { houseYears } from '../calendar/work-years.ts';
import type { Verb, Work } from '../command/change.ts';
import { invalid, notFound, refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';
import { faultSurroundings } from '../outage/fault-surroundings.ts';
import { promisesIn } from './order-change.ts';
import type { Judged } from './take-in.ts';
import { intakesOf, takeIn } from './take-in.ts';

type Intake = OrderCommands['order.intake'];

/** Takes an order in, a move with its children; the customer's name, phone, address and note go beside the log. */
export const intake: Verb<'order.intake'> = async (work, { customer, ...given }) => {
  const { services, actor } = work;
  const known = await withIssue(work, {
    ...given,
    ...(customer ? { hasPhone: customer.phone !== null } : {}),
  });
  if ('code' in known) return known;
  const now = services.now();
  const taken: NonNullable<Judged['taken']>[] = [];
  const findings: Finding[] = [];
  const years = await yearsAround(work, known);
  for (const payload of intakesOf(known)) {
    const area = await areaSeen(work, payload.areaId);
    if (!area) return notFound('area');
    const around = payload.type === 'fault' ? await faultSurroundings(work, area, payload, now) : null;
    if (payload.outageId !== undefined && payload.outageId !== around?.outage?.id)
      return invalid({
        field: 'outageId',
        message: `${JSON.stringify(payload.outageId)} is no open outage of the area of a fault; a fault is linked without it`,
      });
    const judged = takeIn(payload, area, actor, now, around?.outage, years);
    if (judged.verdict.outcome !== 'accepted') return refusedBy(judged.verdict, judged.standard);
    if (judged.taken) taken.push(judged.taken);
    findings.push(...judged.verdict.findings, ...(around?.findings ?? []));
  }
  findings.push(...judgePrivateMatters(`${customer?.note ?? ''}\n${customer?.accessNotes ?? ''}`));
  const first = taken[0]?.order;
  if (!first) throw new Error('An intake was accepted without an event.');
  return {
    ok: true,
    change: {
      areaId: first.areaId,
      at: now,
      log: taken.flatMap(({ log }) => log),
      takenIn: taken.map(({ order }) => order),
      contacts: taken.map(({ order }) => contactOf(services, order, customer)),
      promises: taken.flatMap(({ order, events }) => promisesIn(order, events)),
      answer: {
        orderId: first.id,
        version: first.version,
        warnings: refusalRules(onceEach(findings), standardOf(first)),
      },
    },
  };
};

/** The working days that an installation's limits may reach (ARITH-04); the other types have none that are counted so. */
async function yearsAround({ tx, services }: Work, { type, intakeAt }: Intake) {
  if (type !== 'install' && type !== 'move') return undefined;
  const date = localDate(intakeAt ?? services.now(), resolveStandard('base').get('tz'));
  const year = Number(date.slice(0, 4));
  return houseYears(tx, [year, year + 1]);
}

async function areaSeen({ viewer, tx }: Work, areaId: string) {
  return seesArea(viewer, areaId) ? areaById(tx, areaId) : null;
}

/** What is known of the order that this one is about again (ATTR-07, CMPL-07); one that the viewer may not see does not exist. */
async function withIssue(work: Work, payload: Intake): Promise<Intake | CommandRefused> {
  if (payload.sameIssueAs === undefined) return payload;
  const earlier = await orderById(work.tx, payload.sameIssueAs);
  if (!earlier || !seesArea(work.viewer, earlier.areaId))
    return invalid({
      field: 'sameIssueAs',
      message: `there is no order ${JSON.stringify(payload.sameIssueAs)}`,
    });
  return { ...payload, sameIssueIntakeAt: earlier.intakeAt, sameIssue: earlier.issue };
}

/** The children of a move say the same as their parent. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((one, index) => findings.findIndex(({ rule }) => rule === one.rule) === index);
}

/** The row that keeps who the customer is; empty where nothing was told. A move's removal is at the address that the customer leaves. */
export function contactOf(
  services: Services,
  order: Order,
  customer: CustomerGiven | undefined,
): ContactWrite {
  const leaves = order.type === 'remove' && order.parentOrderId !== null;
  return {
    orderId: order.id,
    areaId: order.areaId,
    name: customer?.name ?? '',
    phone: customer?.phone ? sealPhone(services.phoneKeys, customer.phone, order.id) : null,
    address: (leaves ? customer?.previousAddress : customer?.address) ?? '',
    note: customer?.note ?? '',
    contactPerson: customer?.contactPerson ?? '',
    accessNotes: customer?.accessNotes ?? '',
  };
}
