import { createHash } from 'node:crypto';
import { eventsTouching } from '#db/query/event.ts';
import { lockPlan } from '#db/query/plan.ts';
import { insertSuggestion } from '#db/query/suggestion.ts';
import type { AreaId, PlanId } from '#domain/base/brand.ts';
import type { PlanSuggested } from '#domain/order/plan-event.ts';
import type { CommandAnswer } from '#protocol/command.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import { SYSTEM, seesArea } from '#server/access/viewer.ts';
import { carryOut } from '../command/carry-out.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { derivedId } from '../command/derived-id.ts';
import { notFound, stale } from '../command/refusal.ts';
import type { Services } from '../context.ts';

/**
 * Keeps a suggestion and tells the area's screens of it; one that stood before is withdrawn by its own event. Null when one of its orders
 * has changed since it was looked at: nobody hears of it then.
 */
export async function suggestPlan(
  services: Services,
  found: { areaId: AreaId; date: string; baseSeq: number; seconds: number; suggestion: Suggestion },
): Promise<PlanId | null> {
  const { suggestion, ...row } = found;
  const id = services.newId();
  const { areaId, baseSeq } = found;
  const answer = await asSystem(services, `suggest ${id}`, async (work) => {
    if ((await eventsTouching(work.tx, suggestion.changed, areaId, baseSeq)) > 0)
      return stale('plan', { version: 1 });
    const at = work.services.now();
    await insertSuggestion(work.tx, { ...row, id, requestedAt: at, proposal: suggestion });
    return {
      ok: true,
      change: {
        areaId,
        at,
        log: [{ areaId, row: planRow(id, 'plan.suggested') }],
        answer: { warnings: [] },
      },
    };
  });
  return answer.ok ? id : null;
}

/** Takes a suggestion back that no longer holds. Nothing happens to one that was taken or put aside meanwhile. */
export function withdrawSuggestion(services: Services, planId: PlanId): Promise<CommandAnswer> {
  return asSystem(services, `withdraw ${planId}`, (work) => endPlan(work, planId, 'withdrawn'));
}

/** Puts a suggestion aside, so that what it would have moved is left alone until it has changed; calls a plan off that is computed. */
export const dismissPlan: Verb<'plan.dismiss'> = (work, { planId }) => endPlan(work, planId, 'dismissed');

async function endPlan(work: Work, planId: PlanId, status: 'dismissed' | 'withdrawn'): Promise<Outcome> {
  const plan = await lockPlan(work.tx, planId);
  if (!plan || !seesArea(work.viewer, plan.areaId)) return notFound('plan');
  await work.services.at('after-locks');
  if (plan.status !== 'ready' && plan.status !== 'running') {
    const current = { version: 1, status: plan.status, baseSeq: plan.baseSeq };
    return { ...stale('plan', current), title: `This plan is ${plan.status}.` };
  }
  return {
    ok: true,
    change: {
      areaId: plan.areaId,
      at: work.services.now(),
      endedPlan: { id: planId, status, by: work.viewer.personId },
      log: [{ areaId: plan.areaId, row: planRow(planId, `plan.${status}`) }],
      answer: { warnings: [] },
    },
  };
}

function planRow(id: PlanId, type: PlanSuggested['type']) {
  // Screens fold every plan event as a list of orders that it moves: these move none.
  return { type, entity: 'plan' as const, id, version: 1, data: { planId: id, orders: [] }, orders: [] };
}

function asSystem(
  services: Services,
  what: string,
  decide: (work: Work) => Promise<Outcome>,
): Promise<CommandAnswer> {
  const hash = createHash('sha256').update(what).digest();
  return carryOut({ services, viewer: SYSTEM, id: derivedId(hash), hash, decide });
}
