import type { OrderId } from '#domain/base/brand.ts';
import { blocks } from '#domain/base/finding.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { LeftOut } from '#protocol/command.ts';
import { refusedFor } from '../command/refusal.ts';
import { leftOut } from './left-out.ts';
import type { PlanGround } from './plan-ground.ts';

/** Where an order stands once the wanted orders are where the plan has them; null in nobody's day. */
type Standing = (order: Order) => PlannedSlot | null;

/**
 * SITE-11: the wanted orders by which a move's old line would be taken down before its new one is live. The removal waits for its install:
 * where that is left out of the plan, so is the removal; an install that would come behind a removal that stays is left out itself.
 */
export function judgeMoves(
  { held }: PlanGround,
  wanted: ReadonlySet<OrderId>,
  stands: Standing,
): readonly LeftOut[] {
  return held.flatMap((removal) => {
    if (removal.type !== 'remove' || removal.parentOrderId === null) return [];
    if (!standardOf(removal).get('move.openBeforeRemove')) return [];
    const install = held.find(
      ({ type, parentOrderId }) => type === 'install' && parentOrderId === removal.parentOrderId,
    );
    const moved = [removal, install].find((order) => order && wanted.has(order.id));
    // An install that came to nothing is waited for by nobody: whoever sets out for the removal is asked then.
    if (!install || !moved || install.activatedAt !== null || TERMINAL_STATUSES.has(install.status))
      return [];
    if (isBehind(stands(removal), stands(install))) return [];
    // What the plan leaves as it stands is not its doing.
    if (moved !== removal && !isBehind(removal.planned, install.planned)) return [];
    const other = moved === removal ? install : removal;
    const facts = { otherOrderId: other.id, activated: false };
    const refusal = refusedFor(blocks('SITE-11', facts, 'activate_first'), standardOf(moved));
    const title =
      moved === removal
        ? `The new line of order ${install.number} would not be live before this removal.`
        : `The removal of order ${removal.number} would come before this install has ended.`;
    return [leftOut(moved, { ...refusal, title })];
  });
}

/** Whether a removal begins after its install has ended; one that stands in nobody's day waits. */
function isBehind(removal: PlannedSlot | null, install: PlannedSlot | null): boolean {
  return removal === null || (install !== null && install.end <= removal.start);
}
