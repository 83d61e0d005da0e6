import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { AccessType } from '../order/order-type.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';

/** Access types whose last stretch to the customer is copper (SITE-06, SKIL-01); FTTH has no tool list in the documents. */
const COPPER: ReadonlySet<AccessType> = new Set<AccessType>([
  'LAN',
  'xDSL',
  'PON+xDSL',
  'PON+LAN',
  'FTTB',
  'FTTN',
]);

/**
 * What is carried to a customer: the list of the order's standard (七个一 SITE-03 of 中国移动; 六个一 A and B, SITE-04 and SITE-05,
 * of 福建铁通, which differ and are carried as their union), and the copper tools where the line is copper (SITE-06).
 */
export function kitFor(
  { accessType }: Pick<Order, 'accessType'>,
  standard: ResolvedStandard,
): readonly string[] {
  return [...standard.get('kit'), ...(COPPER.has(accessType) ? standard.get('kit.copper') : [])];
}

/** VRFY-02: with something of the kit left behind nobody sets out without a reason. Nothing is known when nobody told. */
export function judgeKit(
  order: Pick<Order, 'accessType'>,
  missing: readonly string[] | undefined,
  reason: string | undefined,
  standard: ResolvedStandard,
): readonly Finding[] {
  const needed = kitFor(order, standard);
  const lacking = (missing ?? []).filter((one) => needed.includes(one));
  if (lacking.length === 0) return [];
  return [
    isGiven(reason)
      ? warns('VRFY-02', { missing: lacking })
      : blocks('VRFY-02', { missing: lacking, needs: 'reason' }, 'give_reason'),
  ];
}
