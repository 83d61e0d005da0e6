import { createHash } from 'node:crypto';
import { lockOrders } from '#db/query/order.ts';
import { noticeIdsOf, takenInAt } from '#db/query/timer-notice.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { type Alarm, alarmsOf, givenFrom } from '#domain/timer/alarm.ts';
import { noticeId, type TimerEvent, type TimerNotice } from '#domain/timer/timer-notice.ts';
import { SYSTEM } from '#server/access/viewer.ts';
import { carryOut } from '../command/carry-out.ts';
import type { Outcome, Work } from '../command/change.ts';
import { derivedId } from '../command/derived-id.ts';
import { notFound } from '../command/refusal.ts';
import type { Services } from '../context.ts';

/**
 * Gives the alarms of an order's timers that are due and were not given yet, each level of each run once, through the one
 * transaction in which anything changes. Several nodes may do it at once. Returns how many this call gave.
 */
export async function raiseNotices(services: Services, order: Order): Promise<number> {
  const { sql } = services.database;
  const reached = reachedBy(order, services.now());
  if (reached.length === 0) return 0;
  const given = await noticeIdsOf(sql, [order.id]);
  const missing = reached.map((alarm) => noticeId(order.id, alarm)).filter((id) => !given.has(id));
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
      const outcome = await raise(work, order.id);
      raised = outcome.ok ? (outcome.change.notices?.length ?? 0) : 0;
      return outcome;
    },
  });
  return answer.ok && !answer.data.replay ? raised : 0;
}

function reachedBy(order: Order, now: Instant): readonly Alarm[] {
  const standard = resolveStandard(order.standardId, order.standardVersion);
  return alarmsOf(order, standard, now).filter((alarm) => now >= givenFrom(alarm));
}

async function raise(work: Work, orderId: string): Promise<Outcome> {
  const { tx, services } = work;
  const [order] = await lockOrders(tx, [orderId]);
  if (!order) return notFound('order');
  const now = services.now();
  const given = await noticeIdsOf(tx, [orderId]);
  // Of what happened before the order came to us nobody could be told; an import would else alarm everybody at once.
  const since = (await takenInAt(tx, orderId)) ?? order.intakeAt;
  const notices = reachedBy(order, now)
    .filter((alarm) => alarm.at >= since)
    .map(
      (alarm): TimerNotice => ({
        ...alarm,
        id: noticeId(orderId, alarm),
        orderId,
        areaId: order.areaId,
        raisedAt: now,
      }),
    )
    .filter(({ id }) => !given.has(id));
  return {
    ok: true,
    change: {
      areaId: order.areaId,
      at: now,
      notices,
      log: notices.map((notice) => ({ areaId: order.areaId, row: noticeRow(notice) })),
      answer: { orderId, version: order.version, warnings: [] },
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
    orders: [notice.orderId],
    at: notice.at,
  };
}
