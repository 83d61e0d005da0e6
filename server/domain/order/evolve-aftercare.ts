import type { Instant } from '../base/brand.ts';
import { isOwed } from '../follow-up/follow-up.ts';
import type { Visit } from '../visit/visit.ts';
import type { Block, CancelledPromise, Order } from './order.ts';
import type { OrderEvent } from './order-event.ts';

/** Visits, blocks, completion, callback and what follows. Null for events of other nouns. */
export function evolveAftercare(order: Order, event: OrderEvent, at: Instant): Order | null {
  switch (event.type) {
    case 'visit.stepped': {
      const { visit, status } = event.data;
      return {
        ...order,
        status: status ?? order.status,
        visits: putVisit(order.visits, visit),
        ...facts(order, visit),
      };
    }
    case 'order.times_confirmed':
      return {
        ...order,
        visits: order.visits.map((visit) =>
          event.data.visitIds.includes(visit.id) ? { ...visit, clockConfirmed: event.data.approval } : visit,
        ),
      };
    case 'visit.blocked':
      return { ...order, blocks: [...order.blocks, event.data.block], ...turnedBack(event.data, at) };
    case 'coordination.acknowledged':
      return { ...order, blocks: lastBlock(order, { acknowledgedAt: at }) };
    case 'coordination.done':
      return { ...order, status: 'pending_appointment', blocks: lastBlock(order, { doneAt: at }) };
    case 'follow_up.noted':
      return { ...order, followUps: [...order.followUps, { ...event.data, at }] };
    case 'follow_up.done':
      return {
        ...order,
        followUps: order.followUps.map((one) =>
          one.rule === event.data.rule && isOwed(one) ? { ...one, doneAt: at } : one,
        ),
      };
    case 'order.resolved': {
      const { causeSide: side, causeCode: code } = event.data;
      return {
        ...order,
        status: 'resolved',
        completedAt: at,
        cause: side === null ? order.cause : { side, ...(code ? { code } : {}), recordedAt: at },
      };
    }
    case 'order.excluded':
      return { ...order, exclusion: event.data.approval };
    case 'order.replied':
      return {
        ...order,
        status: 'replied',
        repliedAt: at,
        callbackEnded: null,
        filed: event.data.filed ?? order.filed,
      };
    case 'order.reopened':
      return {
        ...order,
        status: 'pending_dispatch',
        technicianId: null,
        completedAt: null,
        repliedAt: null,
        restoredAt: null,
        activatedAt: null,
        temporaryRestored: false,
        callbackEnded: null,
        voidedReplies: [
          ...order.voidedReplies,
          {
            resolvedAt: order.completedAt,
            repliedAt: order.repliedAt,
            voidedAt: at,
            reason: event.data.reason,
          },
        ],
      };
    case 'order.closed':
      return { ...order, status: 'closed', closedAt: at, endedAt: at };
    case 'progress.fed_back':
      return { ...order, progressAt: [...order.progressAt, at] };
    case 'dept.reported':
      return {
        ...order,
        deptReportedAt: order.deptReportedAt ?? at,
        delayReports: event.data.delay
          ? [...order.delayReports, { ...event.data.delay, at }]
          : order.delayReports,
      };
    case 'order.outage_verified': {
      const line = { ...order, mergedInto: null, endedAt: null };
      return event.data.working
        ? {
            ...line,
            status: 'resolved',
            completedAt: at,
            cause: order.cause ?? { side: 'central_office', recordedAt: at },
          }
        : { ...line, status: 'pending_dispatch', technicianId: null, restoredAt: null };
    }
    case 'urge.issued':
      return { ...order, urges: [...order.urges, { ...event.data, at }] };
    case 'urge.acknowledged':
      return {
        ...order,
        urges: order.urges.map((one) => (one.acknowledgedAt == null ? { ...one, acknowledgedAt: at } : one)),
      };
    case 'callback.ended':
      return { ...order, callbackEnded: event.data.outcome };
    case 'order.outage_noticed':
      return { ...order, noticedAt: [...order.noticedAt, at], progressAt: [...order.progressAt, at] };
    case 'callback.recorded':
      return {
        ...order,
        status: order.status === 'replied' ? 'callback' : order.status,
        callbacks: [...order.callbacks, event.data.callback],
      };
    case 'damage.reported':
      return {
        ...order,
        damage: order.damage ?? { reportedAt: at, ...event.data, agreedAt: null, compensatedAt: null },
      };
    case 'damage.apologised':
      return { ...order, damage: order.damage && { ...order.damage, apologisedAt: at } };
    case 'damage.assessed':
      return { ...order, damage: order.damage && { ...order.damage, ...event.data, assessedAt: at } };
    case 'damage.agreed':
      return { ...order, damage: order.damage && { ...order.damage, agreedAt: at } };
    case 'damage.compensated':
      return { ...order, damage: order.damage && { ...order.damage, compensatedAt: at } };
    default:
      return null;
  }
}

function putVisit(visits: readonly Visit[], visit: Visit): readonly Visit[] {
  return visits.at(-1)?.id === visit.id ? [...visits.slice(0, -1), visit] : [...visits, visit];
}

/** What a visit makes known of the order: live service (install, move), restored service (fault), until it fails under watch (SITE-10). */
function facts(order: Order, visit: Visit): Partial<Order> {
  if (visit.activatedAt === null) return restoredHere(order, visit) ? { restoredAt: null } : {};
  const temporaryRestored = visit.temporary;
  return order.type === 'fault'
    ? { restoredAt: order.restoredAt ?? visit.activatedAt, temporaryRestored }
    : { activatedAt: order.activatedAt ?? visit.activatedAt, temporaryRestored };
}

/** Whether the order's restoration is the one that this trip brought about. */
function restoredHere(order: Order, { id }: Visit): boolean {
  const before = order.visits.find((one) => one.id === id)?.activatedAt ?? null;
  return before !== null && before === order.restoredAt;
}

function lastBlock(order: Order, change: Partial<Block>): readonly Block[] {
  const last = order.blocks.at(-1);
  return last ? [...order.blocks.slice(0, -1), { ...last, ...change }] : order.blocks;
}

/** A gate that turned the crew back is nobody's but a third party's; the promise is taken back by it. */
function turnedBack({ turnedBack: taken }: { turnedBack?: Omit<CancelledPromise, 'at'> }, at: Instant) {
  return taken ? { lastCause: taken.cause, cancelledPromise: { ...taken, at } } : {};
}
