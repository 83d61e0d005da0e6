import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { Order, OrderPlace } from '#domain/order/order.ts';
import type { AccessType, CustomerClass, OrderType } from '#domain/order/order-type.ts';
import type { Commands } from '#protocol/command.ts';
import { momentOf } from '../ui/moment-field.tsx';

/** What was typed so far, as typed. */
export interface Typed {
  readonly type: OrderType;
  readonly areaId: AreaId;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly estate: string;
  readonly previousAddress: string;
  readonly previousEstate: string;
  readonly previousAreaId: AreaId;
  readonly contactPerson: string;
  readonly accessNotes: string;
  readonly said: string;
  readonly accountKnown: boolean;
  readonly accessType: AccessType;
  readonly mbps: string;
  readonly customerClass: CustomerClass;
  readonly emergencyLine: boolean;
  readonly escalated: boolean;
  readonly preferred: string;
  readonly churnReason: string;
  readonly retentionLevel: '' | '1' | '2' | '3';
  /** An earlier order about the same issue (ATTR-07, CMPL-07). */
  readonly sameIssueAs: OrderId | null;
}

export function blank(type: OrderType, areaId: AreaId): Typed {
  return {
    type,
    areaId,
    name: '',
    phone: '',
    address: '',
    estate: '',
    previousAddress: '',
    previousEstate: '',
    previousAreaId: areaId,
    contactPerson: '',
    accessNotes: '',
    said: '',
    accountKnown: false,
    accessType: 'FTTH',
    mbps: '',
    customerClass: 'public',
    emergencyLine: false,
    escalated: false,
    preferred: '',
    churnReason: '',
    retentionLevel: '',
    sameIssueAs: null,
  };
}

/** Types with work at the customer's line, which need to know the way of access. */
export const LINE_TYPES: ReadonlySet<OrderType> = new Set<OrderType>(['install', 'move', 'fault']);

/** Facts that the type needs before dispatch and that nobody gave yet (INTK-01, INTK-06). The order is taken in all the same. */
export function lackingIn(typed: Typed): readonly string[] {
  const lacks: [string, boolean][] =
    typed.type === 'install' || typed.type === 'move'
      ? [
          ['account', !typed.accountKnown],
          ['address', typed.address.trim() === ''],
          ['contactPhone', typed.phone.trim() === ''],
        ]
      : typed.type === 'fault'
        ? [['symptom', typed.said.trim() === '']]
        : [];
  return lacks.flatMap(([field, lacking]) => (lacking ? [field] : []));
}

/** Where an estate is, by an order of it whose place is known; as uncertain as an estate is large. */
export function placeOfEstate(estate: string, orders: Iterable<Order>): OrderPlace | null {
  if (estate.trim() === '') return null;
  for (const order of orders)
    if (order.estate === estate.trim() && order.place)
      return { point: order.place.point, precision: 'community', uncertaintyM: ESTATE_M };
  return null;
}
const ESTATE_M = 200;

/** The command that takes the order in. `place` is where its estate is known to be. */
export function intakeOf(
  typed: Typed,
  given: { orderId: OrderId; number: string; place: OrderPlace | null; previousPlace: OrderPlace | null },
): Commands['order.intake'] {
  const words = (text: string) => (text.trim() === '' ? null : text.trim());
  const preferred = momentOf(typed.preferred);
  const lacking = lackingIn(typed);
  const line = LINE_TYPES.has(typed.type);
  const previousAddress = typed.type === 'move' ? words(typed.previousAddress) : null;
  return {
    orderId: given.orderId,
    number: given.number,
    areaId: typed.areaId,
    type: typed.type,
    customerClass: typed.customerClass,
    estate: words(typed.estate),
    place: given.place,
    ...(line ? { accessType: typed.accessType } : {}),
    ...(line && Number(typed.mbps) > 0 ? { subscribedMbps: Number(typed.mbps) } : {}),
    ...(typed.type === 'fault'
      ? { emergencyLine: typed.emergencyLine, detailsRecorded: words(typed.said) !== null }
      : {}),
    ...(typed.type === 'complaint' ? { escalated: typed.escalated } : {}),
    ...(preferred === null ? {} : { preferredStarts: [preferred] }),
    ...(lacking.length > 0 ? { missing: lacking } : {}),
    ...(typed.type === 'remove' && words(typed.churnReason) ? { churnReason: typed.churnReason.trim() } : {}),
    ...(typed.type === 'remove' && typed.retentionLevel !== ''
      ? { retentionLevel: Number(typed.retentionLevel) as 1 | 2 | 3 }
      : {}),
    ...(typed.type === 'move'
      ? {
          moveFrom: {
            areaId: typed.previousAreaId,
            place: given.previousPlace,
            estate: words(typed.previousEstate),
          },
        }
      : {}),
    ...(typed.sameIssueAs === null ? {} : { sameIssueAs: typed.sameIssueAs }),
    customer: {
      name: typed.name.trim(),
      phone: words(typed.phone),
      address: typed.address.trim(),
      note: typed.said.trim(),
      ...(previousAddress === null ? {} : { previousAddress }),
      ...(words(typed.contactPerson) ? { contactPerson: typed.contactPerson.trim() } : {}),
      ...(words(typed.accessNotes) ? { accessNotes: typed.accessNotes.trim() } : {}),
    },
  };
}
