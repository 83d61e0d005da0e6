import { createHash } from 'node:crypto';
import { areaById } from '#db/query/area.ts';
import { cutoverById, lockCutover } from '#db/query/cutover.ts';
import { lockOrders } from '#db/query/order.ts';
import { lockOutage, outageById } from '#db/query/outage.ts';
import { type NoticeSubject, noticeIdsOf, takenInAt } from '#db/query/timer-notice.ts';
import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { ExpectedVisit } from '#domain/scheduling/expected-day.ts';
import { resolveStandard, standardOf } from '#domain/standard/catalogue.ts';
import { type Alarm, alarmsOf, givenFrom } from '#domain/timer/alarm.ts';
import { type NetworkSubject, networkAlarms } from '#domain/timer/network-alarms.ts';
import { latenessAlarms } from '#domain/timer/predicted-lateness.ts';
import { noticeId, type TimerEvent, type TimerNotice } from '#domain/timer/timer-notice.ts';
import { SYSTEM } from '#server/access/viewer.ts';
import { carryOut } from '../command/carry-out.ts';
import type { Outcome, Work } from '../command/change.ts';
import { derivedId } from '../command/derived-id.ts';
import { notFound } from '../command/refusal.ts';
import type { Services } from '../context.ts';

/** What an alarm may be about, as it was read. */
export interface Alarmed {
  subject: NoticeSubject;
  areaId: AreaId;
  alarms(now: Instant): readonly Alarm[];
}

/** What is held while its alarms are given. */
interface HeldAlarmed extends Alarmed {
  version: number;
  /** Of what happened before it came to us nobody could be told; an import would else alarm everybody at once. */
  since: Instant;
}

/**
 * Gives the alarms of an order's timers that are due and were not given yet, each level of each run once, through the one
 * transaction in which anything changes. Several nodes may do it at once. Returns how many this call gave. `expected`: what the running
 * day lets expect of the visit, for lateness that nobody has told yet (TRAV-03).
 */
export async function raiseNotices(
  services: Services,
  order: Order,
  expected?: ExpectedVisit,
): Promise<number> {
  return giveAlarms(services, alarmedOrder(order, expected), expected);
}

/** The same of an outage or a cutover. */
export async function raiseNetworkNotices(services: Services, alarmed: Alarmed): Promise<number> {
  return giveAlarms(services, alarmed);
}

/** An outage or a cutover as it is now; null when there is none. */
export async function alarmedOnNetwork(
  { database: { sql } }: Services,
  { kind, id }: { kind: 'outage' | 'cutover'; id: string },
): Promise<Alarmed | null> {
  const state = kind === 'outage' ? await outageById(sql, id) : await cutoverById(sql, id);
  const area = state && (await areaById(sql, state.areaId));
  return state && area && alarmedNetwork({ kind, state } as NetworkSubject, area.standardId);
}

async function giveAlarms(services: Services, alarmed: Alarmed, expected?: ExpectedVisit): Promise<number> {
  const reached = reachedBy(alarmed, services.now());
  if (reached.length === 0) return 0;
  const { subject } = alarmed;
  const given = await noticeIdsOf(services.database.sql, subject);
  const missing = reached.map((alarm) => noticeId(subject.id, alarm)).filter((id) => !given.has(id));
  if (missing.length === 0) return 0;
  const hash = createHash('sha256')
    .update(`notices ${missing.join(' ')}`)
    .digest();
  let raised = 0;
  const answer = await carryOut({
    services,
    viewer: SYSTEM,
    id: derivedId(hash),
    hash,
    async decide(work) {
      const outcome = await raise(work, subject, expected);
      raised = outcome.ok ? (outcome.change.notices?.length ?? 0) : 0;
      return outcome;
    },
  });
  return answer.ok && !answer.data.replay ? raised : 0;
}

function alarmedOrder(order: Order, expected: ExpectedVisit | undefined): Alarmed {
  const standard = standardOf(order);
  return {
    subject: { kind: 'order', id: order.id },
    areaId: order.areaId,
    alarms: (now) => [...alarmsOf(order, standard, now), ...latenessAlarms(order, expected, standard, now)],
  };
}

function alarmedNetwork(subject: NetworkSubject, standardId: string): Alarmed {
  const standard = resolveStandard(standardId);
  const { kind, state } = subject;
  return {
    subject: { kind, id: state.id },
    areaId: state.areaId,
    alarms: (now) => networkAlarms(subject, standard, now),
  };
}

function reachedBy({ alarms }: Alarmed, now: Instant): readonly Alarm[] {
  return alarms(now).filter((alarm) => now >= givenFrom(alarm));
}

/** The order, outage or cutover, held until the transaction ends. */
async function hold(
  { tx }: Work,
  { kind, id }: NoticeSubject,
  expected: ExpectedVisit | undefined,
): Promise<HeldAlarmed | null> {
  if (kind === 'order') {
    const [order] = await lockOrders(tx, [id]);
    if (!order) return null;
    const since = (await takenInAt(tx, id)) ?? order.intakeAt;
    return { ...alarmedOrder(order, expected), version: order.version, since };
  }
  const held =
    kind === 'outage'
      ? { kind, state: await lockOutage(tx, id) }
      : { kind, state: await lockCutover(tx, id) };
  const { state } = held;
  const area = state && (await areaById(tx, state.areaId));
  if (!state || !area) return null;
  const since = 'plannedAt' in state ? state.plannedAt : state.openedAt;
  return {
    ...alarmedNetwork(held as NetworkSubject, area.standardId),
    version: state.version,
    since,
  };
}

async function raise(
  work: Work,
  subject: NoticeSubject,
  expected: ExpectedVisit | undefined,
): Promise<Outcome> {
  const held = await hold(work, subject, expected);
  if (!held) return notFound(subject.kind);
  const now = work.services.now();
  const given = await noticeIdsOf(work.tx, subject);
  const { kind, id: subjectId } = subject;
  const notices = reachedBy(held, now)
    .filter((alarm) => alarm.at >= held.since)
    .map(
      (alarm): TimerNotice => ({
        ...alarm,
        id: noticeId(subjectId, alarm),
        orderId: kind === 'order' ? subjectId : null,
        ...(kind === 'order' ? {} : { subject: { kind, id: subjectId } }),
        areaId: held.areaId,
        raisedAt: now,
      }),
    )
    .filter(({ id }) => !given.has(id));
  return {
    ok: true,
    change: {
      areaId: held.areaId,
      at: now,
      notices,
      log: notices.map((notice) => ({ areaId: held.areaId, row: noticeRow(notice) })),
      answer: {
        ...(kind === 'order' ? { orderId: subjectId } : {}),
        version: held.version,
        warnings: [],
      },
    },
  };
}

function noticeRow(notice: TimerNotice) {
  const type: TimerEvent['type'] = notice.level === 'warning' ? 'timer.warned' : 'timer.breached';
  return {
    type,
    entity: 'timer' as const,
    id: notice.id,
    version: 1,
    data: { notice } satisfies TimerEvent['data'],
    orders: notice.orderId === null ? [] : [notice.orderId],
    at: notice.at,
  };
}
