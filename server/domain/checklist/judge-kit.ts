import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderType } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { kitFor } from './kit.ts';

/** One thing to take along; without an essential one nobody sets out for no reason (VRFY-02). */
export interface KitItem {
  id: string;
  essential: boolean;
}

/** Parts that a kind of work needs; a move is done as its install and its removal. */
function partsFor(type: OrderType, standard: ResolvedStandard): readonly string[] {
  const parts = standard.get('kit.parts');
  if (type === 'install' || type === 'move') return parts.install;
  if (type === 'remove') return parts.remove;
  return type === 'fault' ? parts.fault : [];
}

/** What to look through before setting out: the kit and tools of the order's standard and access type, the parts of its work. */
export function takenAlong(
  order: Pick<Order, 'type' | 'accessType'>,
  standard: ResolvedStandard,
): readonly KitItem[] {
  const essential = new Set(standard.get('kit.essential'));
  const ids = new Set([...kitFor(order, standard), ...partsFor(order.type, standard)]);
  return [...ids].map((id) => ({ id, essential: essential.has(id) }));
}

/**
 * VRFY-02: tools and spares are checked before setting out. An essential thing that is not there needs a reason; the rest, and a kit
 * that nobody looked through, is pointed out.
 */
export function judgeKit(
  order: Pick<Order, 'type' | 'accessType'>,
  missing: readonly string[] | undefined,
  reason: string | undefined,
  standard: ResolvedStandard,
): readonly Finding[] {
  if (missing === undefined) return [warns('VRFY-02', { checked: false }, 'check_kit')];
  if (missing.length === 0) return [];
  const kit = takenAlong(order, standard);
  const unknown = missing.filter((id) => !kit.some((item) => item.id === id));
  if (unknown.length > 0) return [blocks('VRFY-02', { unknown, kit: kit.map(({ id }) => id) }, 'check_kit')];
  const essential = kit.filter((item) => item.essential && missing.includes(item.id)).map(({ id }) => id);
  if (essential.length > 0 && !isGiven(reason))
    return [blocks('VRFY-02', { missing: essential, reason: null }, 'fetch_or_give_reason')];
  return [warns('VRFY-02', { missing: [...missing] }, 'check_kit')];
}
