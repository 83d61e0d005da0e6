import type { Area } from '#domain/area/area.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Actor } from '#domain/base/role.ts';
import type { Verdict } from '#domain/base/verdict.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import { splitMove } from '#domain/order/move.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands } from '#domain/order/order-command.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { WorkYears } from '#domain/time/working-day.ts';
import type { Change } from '../command/change.ts';
import { orderRow } from './order-change.ts';

type Intake = OrderCommands['order.intake'];

/** What an intake by the rules came to; nothing is written by it. */
export interface Judged {
  verdict: Verdict;
  standard: ResolvedStandard;
  taken: { order: Order; events: readonly OrderEvent[]; log: Change['log'] } | null;
}

/** The intakes that one stands for: a move is taken in with its two children (§22.1), everything else as itself. */
export function intakesOf(payload: Intake): readonly Intake[] {
  if (payload.type !== 'move' || (payload.childIds ?? []).length > 0) return [payload];
  const { moveFrom, ...move } = payload;
  return splitMove(
    move,
    moveFrom
      ? { areaId: moveFrom.areaId, place: moveFrom.place ?? null, estate: moveFrom.estate ?? null }
      : null,
  );
}

/**
 * Judges one intake in its area, by the standard that is in force there, and folds the order that comes of it. A fault is linked to
 * the area's open `outage` (INTK-07), limits are counted by the house's working days (ARITH-04).
 */
export function takeIn(
  given: Intake,
  area: Area,
  actor: Actor,
  now: Instant,
  outage: Outage | null = null,
  workYears?: WorkYears,
): Judged {
  const { outageId: _, ...rest } = given;
  const payload: Intake = outage && given.type === 'fault' ? { ...rest, outageId: outage.id } : rest;
  const standard = resolveStandard(area.standardId, undefined, {
    region: payload.region ?? area.region,
    type: payload.type,
    customerClass: payload.customerClass ?? 'public',
  });
  const { verdict, events } = decideOrder(
    null,
    { type: 'order.intake', payload },
    {
      now,
      actor,
      standard,
      area,
      technician: null,
      bookings: [],
      slot: null,
      approval: null,
      sibling: null,
      ...(workYears ? { workYears } : {}),
    },
  );
  let order: Order | null = null;
  const log: Change['log'][number][] = [];
  for (const event of events) {
    order = evolveOrder(order, event, now);
    log.push({ areaId: order.areaId, row: orderRow(order, event) });
  }
  return { verdict, standard, taken: order && { order, events, log } };
}
