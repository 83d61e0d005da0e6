import { blocks, isGiven, warns } from '../base/finding.ts';
import { closesNow } from '../callback/closing.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import type { Propose } from '../order/proposal.ts';
import { passes } from '../order/proposal.ts';
import { photosField, withPhotos } from '../photo/photo.ts';
import type { ClaimStepType } from './claim-states.ts';
import { CLAIM_STEPS, claimStatus } from './claim-states.ts';

/** Wraps a step of the claim: the claim must be in a state from which the table allows it (§22.4). */
function step<T extends ClaimStepType>(type: T, rules: Propose<T>): Propose<T> {
  return (order, payload, context) => {
    const claim = claimStatus(order);
    const { from } = CLAIM_STEPS[type];
    if (from.includes(claim)) return rules(order, payload, context);
    return { findings: [blocks('STATE', { step: type, claim, needs: from.join(' or ') })], events: [] };
  };
}

/** DMG-01: the clock runs from the earlier report and is not started again; an apology on the spot is recorded with it. */
const report = step('damage.report', (_order, { item, photo, photos, apologised }, { now }) => {
  const taken = withPhotos([], photos, now);
  const seen = photo === true || taken.length > 0;
  const told = {
    ...(item === undefined ? {} : { item }),
    ...(photo === undefined && photos === undefined ? {} : { photo: seen }),
    ...photosField(taken),
  };
  const events: OrderEvent[] = [{ type: 'damage.reported', data: told }];
  if (apologised === true) events.push({ type: 'damage.apologised', data: {} });
  return { findings: photos && !seen ? [warns('DMG-01', { missing: ['photo'] }, 'take_photo')] : [], events };
});

/** DMG-01: the apology comes at once. */
const apologise = step('damage.apologise', () => passes({ type: 'damage.apologised', data: {} }));

/** What was damaged and what it is worth, before anything is agreed. */
const assess = step('damage.assess', (_order, { item, amount }) => ({
  findings: [
    ...(isGiven(item) ? [] : [blocks('DMG-01', { missing: 'item' }, 'name_item')]),
    ...(amount > 0 ? [] : [blocks('DMG-01', { amount, missing: 'amount' }, 'name_amount')]),
  ],
  events: [{ type: 'damage.assessed', data: { item, amount } }],
}));

const agree = step('damage.agree', () => passes({ type: 'damage.agreed', data: {} }));

/** Only compensation stops the clock; an order that waited for it may then be closed. */
const compensate = step('damage.compensate', (order) => {
  const after: Order = { ...order, damage: order.damage && { ...order.damage, compensatedAt: 0 } };
  const events: OrderEvent[] = [{ type: 'damage.compensated', data: {} }];
  if (closesNow(after)) events.push({ type: 'order.closed', data: {} });
  return passes(...events);
});

export const DAMAGE_RULES = {
  'damage.report': report,
  'damage.apologise': apologise,
  'damage.assess': assess,
  'damage.agree': agree,
  'damage.compensate': compensate,
};
