import { areaById } from '#db/query/area.ts';
import { ordersTouched } from '#db/query/event.ts';
import { lockTechnicianDays } from '#db/query/lock.ts';
import { lockOrders, withSiblings } from '#db/query/order.ts';
import { lockPlan, type PlanRow, planById } from '#db/query/plan.ts';
import type { PlanPublished } from '#domain/order/plan-event.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Verb, Work } from '../command/change.ts';
import { invalid, notFound, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { orderWrites } from '../order/order-change.ts';
import { changedSince, refusedForSome } from './left-out.ts';
import { placePlan } from './place-plan.ts';

/**
 * Publishes a proposed plan, whole or in part, as one command and one event. Every order goes through the gate as if it had
 * been dragged. One that is refused at present, or that has changed since the plan was computed, keeps the plan from being
 * published, and the refusal names every such order with its reason; the rest is published when `accept` names it.
 */
export const publishPlan: Verb<'plan.publish'> = async (work, { planId, accept, baseSeq, reason }) => {
  const known = await planById(work.tx, planId);
  if (!known || !seesArea(work.viewer, known.areaId)) return notFound('plan');
  if (known.status !== 'ready' || known.baseSeq !== baseSeq) return stalePlan(known);
  const proposal = known.proposal as PlanProposal;
  const stranger = accept?.findIndex((orderId) => !proposal.changed.includes(orderId)) ?? -1;
  if (stranger >= 0)
    return invalid({ field: `accept.${stranger}`, message: 'expected an order that the plan changes' });
  const wanted = new Set(accept ?? proposal.changed);

  const held = await holdPlan(work, proposal, wanted);
  const plan = await lockPlan(work.tx, planId);
  if (plan?.status !== 'ready') return stalePlan(plan ?? known);
  await work.services.at('after-locks');
  const area = await areaById(work.tx, plan.areaId);
  if (!area) return notFound('area');
  const touched = await ordersTouched(work.tx, [...wanted], plan.areaId, baseSeq);
  const changed = held.filter(({ id }) => touched.has(id)).map(changedSince);
  const now = work.services.now();
  const placed = await placePlan(work, {
    proposal,
    wanted: new Set([...wanted].filter((orderId) => !touched.has(orderId))),
    held,
    area,
    date: plan.date,
    now,
    reason: reason ?? planId,
  });
  const left = [...changed, ...placed.leftOut];
  if (left.length > 0) return refusedForSome(left, wanted.size, versionOf(plan));

  const { after, log, ...writes } = orderWrites(placed.steps, now);
  const inArea = placed.steps.filter(({ before }) => before.areaId === plan.areaId);
  const versions = new Map(after.map((order) => [order.id, order.version]));
  const published: PlanPublished = {
    planId,
    orders: inArea.map(({ before, events }) => ({
      orderId: before.id,
      version: versions.get(before.id) ?? before.version,
      events,
    })),
  };
  return {
    ok: true,
    change: {
      ...writes,
      areaId: plan.areaId,
      at: now,
      publishedPlanId: planId,
      log: [
        // A technician lent to another area may have that area's visits pushed: those are told there.
        ...log.filter(({ areaId }) => areaId !== plan.areaId),
        {
          areaId: plan.areaId,
          row: {
            type: 'plan.published',
            entity: 'plan',
            id: planId,
            version: 1,
            data: published,
            orders: published.orders.map(({ orderId }) => orderId),
          },
        },
      ],
      answer: { warnings: refusalRules(placed.warnings, placed.standard) },
    },
  };
};

async function holdPlan(work: Work, proposal: PlanProposal, wanted: ReadonlySet<string>) {
  const { tx } = work;
  const technicianIds = proposal.routes.map(({ technicianId }) => technicianId);
  await lockTechnicianDays(tx, technicianIds);
  return lockOrders(tx, await withSiblings(tx, [...wanted]), technicianIds);
}

function versionOf({ status, baseSeq }: PlanRow) {
  return { version: 1, status, baseSeq };
}

function stalePlan(plan: PlanRow) {
  return {
    ...stale('plan', versionOf(plan)),
    title: 'The area has changed since this plan was computed: plan again.',
  };
}
