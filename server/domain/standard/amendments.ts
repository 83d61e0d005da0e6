import type { CustomerClass, OrderType, Region } from '../order/order-type.ts';
import type { ParameterName, ParameterValue } from './parameter.ts';

/** The facts of an order by which a value may differ from that of its standard (§21.2); one that is left out may be any. */
export interface OrderScope {
  readonly region?: Region;
  readonly type?: OrderType;
  readonly customerClass?: CustomerClass;
}

/** A parameter changed after the documents were carried into code: a new version of its standard, and of all that inherit the value. */
export interface Amendment {
  standardId: string;
  name: ParameterName;
  value: ParameterValue<ParameterName>;
  /** Only for orders with these facts; for every order of the standard when left out. */
  for?: OrderScope;
  /** Why, and who beside its author agreed (service-standard §26). */
  reason: string;
}

/**
 * Every amendment in the order in which they came into force. Only ever appended to: orders taken in before one keep their version
 * (ARITH-11), in whatever process or browser they are looked at.
 */
export const AMENDMENTS: readonly Amendment[] = [];

/** Whether an order has the facts that are asked for. */
export function isFor(scope: OrderScope | undefined, order: OrderScope): boolean {
  if (scope === undefined) return true;
  const { region, type, customerClass } = scope;
  return (
    (region === undefined || region === order.region) &&
    (type === undefined || type === order.type) &&
    (customerClass === undefined || customerClass === order.customerClass)
  );
}

/** What says more of an order wins: its customer's class over its type, its type over the class of its region, that over nothing. */
export function narrowness(scope: OrderScope | undefined): number {
  if (scope === undefined) return 0;
  const { region, type, customerClass } = scope;
  return (
    Number(region !== undefined) + 2 * Number(type !== undefined) + 4 * Number(customerClass !== undefined)
  );
}
