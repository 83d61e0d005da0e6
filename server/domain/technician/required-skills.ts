import type { Order } from '../order/order.ts';
import type { AccessType, Skill } from '../order/order-type.ts';

/** The skill that each access type asks for (SKIL-01); a copper or LAN tail behind PON needs the tail's skill. */
const SKILL_OF: Readonly<Record<AccessType, Skill>> = {
  FTTH: 'ftth',
  LAN: 'lan',
  'PON+LAN': 'lan',
  FTTB: 'lan',
  xDSL: 'xdsl',
  'PON+xDSL': 'xdsl',
  FTTN: 'xdsl',
};

/** Skills that the work of an order needs (SKIL-01, DISP-07). */
export function requiredSkills(order: Pick<Order, 'accessType'>): readonly Skill[] {
  return [SKILL_OF[order.accessType]];
}
