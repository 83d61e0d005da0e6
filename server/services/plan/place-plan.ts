import type { OrderId, TechnicianId } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import type { Order } from '#domain/order/order.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { LeftOut } from '#protocol/command.ts';
import type { Work } from '../command/change.ts';
import type { OrderStep } from '../order/retime-days.ts';
import { judgeMoves } from './judge-moves.ts';
import { judgeGivenBack } from './judge-stop.ts';
import { leftOut } from './left-out.ts';
import { type PlacedDay, placeDay } from './place-day.ts';
import { daysTouchedBy, type PlanPlacing, planGround } from './plan-ground.ts';

export interface PlacedPlan {
  steps: readonly OrderStep[];
  warnings: readonly Finding[];
  standard: ResolvedStandard;
  /** Those that the present speaks against; the steps are what happens without them. */
  leftOut: readonly LeftOut[];
}

/**
 * Times every day that the wanted orders change and judges each stop where it comes to stand. An order that is refused, or that would make
 * somebody's promise late, is left out, and the days that it would have changed are looked at again without it, until the rest holds
 * together. Days that the plan does not change are left as they stand.
 */
export async function placePlan(work: Work, placing: PlanPlacing): Promise<PlacedPlan> {
  const ground = await planGround(work, placing);
  const wanted = new Set(placing.wanted);
  const left: LeftOut[] = [];
  const given: OrderStep[] = [];
  const warnings: Finding[] = [];
  for (const before of ground.held.filter(({ id }) => wanted.has(id) && ground.back.has(id))) {
    const judged = judgeGivenBack(ground, before);
    if (judged.ok) {
      given.push({ before, events: judged.events });
      warnings.push(...judged.warnings);
    } else {
      left.push(leftOut(before, judged));
      wanted.delete(before.id);
    }
  }

  const days = new Map<TechnicianId, PlacedDay>();
  let open = touched([...placing.wanted]);
  while (open.size > 0) {
    const refused: LeftOut[] = [];
    for (const technicianId of open) {
      const day = await placeDay(ground, technicianId, wanted);
      days.set(technicianId, day);
      refused.push(...day.leave);
    }
    // The two visits of a move stand in different days: they are looked at once every day is as it will be.
    const without = leaveOut(refused);
    open = touched(without.length > 0 ? without : leaveOut(judgeMoves(ground, wanted, stands)));
  }

  const placed = [...days.values()];
  return {
    steps: [...given.filter(({ before }) => wanted.has(before.id)), ...placed.flatMap(({ steps }) => steps)],
    warnings: [...warnings, ...placed.flatMap((day) => day.warnings)],
    standard: ground.standard,
    leftOut: left,
  };

  function leaveOut(refused: readonly LeftOut[]): OrderId[] {
    const out = refused.filter(({ orderId }) => wanted.delete(orderId));
    left.push(...out);
    return out.map(({ orderId }) => orderId);
  }

  function stands({ id, planned }: Order): PlannedSlot | null {
    for (const { slots } of days.values()) {
      const slot = slots.get(id);
      if (slot) return slot;
    }
    return wanted.has(id) && ground.back.has(id) ? null : planned;
  }

  function touched(orderIds: readonly OrderId[]): ReadonlySet<TechnicianId> {
    return new Set(orderIds.flatMap((orderId) => daysTouchedBy(ground, orderId)));
  }
}
