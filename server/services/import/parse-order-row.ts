import type { AreaId, Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { AccessType, CustomerClass, OrderType, Region } from '#domain/order/order-type.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { areaOfAddress, areaOfOrder } from './area-of-row.ts';
import { readBandwidth, readPhone, readText, readWord } from './cells.ts';
import { DATE_PATTERNS, readInstant } from './date-cell.ts';
import type { OrderField } from './field-words.ts';
import type { Known, KnownArea } from './known.ts';
import { readPoint } from './point-cells.ts';
import type { Row } from './row.ts';
import { ACCESS_WORDS, CUSTOMER_WORDS, ORDER_TYPE_WORDS, REGION_WORDS } from './words.ts';

/** A row of an order file whose every value could be read. `point` is what the row itself says of the place. */
export interface OrderRow {
  readonly row: number;
  readonly number: string;
  readonly type: OrderType;
  readonly customerName: string;
  /** Digits only. */
  readonly phone: string | null;
  readonly address: string;
  /** Of a move: the address that the customer leaves, and its area. */
  readonly leaves: { readonly address: string; readonly areaId: AreaId } | null;
  readonly estate: string | null;
  readonly point: LngLat | null;
  readonly areaId: AreaId;
  readonly region: Region;
  readonly accessType: AccessType;
  readonly subscribedMbps: number | null;
  readonly customerClass: CustomerClass;
  /** Null where the file does not say: the order counts from its import. */
  readonly intakeAt: Instant | null;
  /** The same as the file writes it. */
  readonly intakeText: string;
  readonly preferredAt: Instant | null;
  /** Kept as written, also when it looks like a formula; exports make it harmless. */
  readonly note: string;
}

/** Reads one order; undefined when something in it cannot be taken, and then `row.faults` lists all of it. */
export function parseOrderRow(row: Row<OrderField>, known: Known): OrderRow | undefined {
  const number = readText(row, 'number', 40, true);
  const type = readWord(row, 'type', ORDER_TYPE_WORDS, null);
  const customerName = readText(row, 'customerName', 60, true);
  const phone = readPhone(row, 'phone');
  if (row.text('phone') === '') missingPhone(row, type);
  const address = readText(row, 'address', 200, true);
  const estate = readText(row, 'estate', 60, false);
  const point = readPoint(row, known);
  const area = areaOfOrder(row, address, point, known.areas);
  const leaves = readLeaves(row, type, area, known);
  const region = readWord(row, 'region', REGION_WORDS, area?.region ?? 'urban');
  const accessType = readWord(row, 'accessType', ACCESS_WORDS, 'FTTH');
  const subscribedMbps = readBandwidth(row, 'bandwidth');
  const customerClass = readWord(row, 'customerClass', CUSTOMER_WORDS, 'public');
  const intakeAt = readMoment(row, 'intakeAt', known);
  const preferredAt = wishOf(row, intakeAt, readMoment(row, 'preferredAt', known));
  const note = readText(row, 'note', 500, false);
  const [finding] = judgePrivateMatters(note);
  if (finding) row.warn('note', 'private_words', { facts: { words: String(finding.facts.words) } });

  if (row.faults.length > 0 || !type || !area || !region || !accessType || !customerClass) return undefined;
  return {
    row: row.number,
    number,
    type,
    customerName,
    phone,
    address,
    leaves,
    estate: estate === '' ? null : estate,
    point,
    areaId: area.id,
    region,
    accessType,
    subscribedMbps,
    customerClass,
    intakeAt,
    intakeText: row.raw('intakeAt'),
    preferredAt,
    note,
  };
}

/** Of a move the removal is at the old address; without it the removal waits (INTK-01). */
function readLeaves(
  row: Row<OrderField>,
  type: OrderType | null,
  area: KnownArea | undefined,
  { areas }: Known,
): OrderRow['leaves'] {
  const address = readText(row, 'previousAddress', 200, false);
  if (type !== 'move') {
    if (address !== '') row.warn('previousAddress', 'old_address_unused');
    return null;
  }
  if (address === '') {
    // a file that never tells old addresses would else be full of it
    if (row.has('previousAddress')) row.warn('previousAddress', 'no_old_address');
    return null;
  }
  const old = areaOfAddress(address, areas);
  if (!old && area) row.warn('previousAddress', 'old_area_assumed', { facts: { area: area.name } });
  const areaId = old?.id ?? area?.id;
  return areaId === undefined ? null : { address, areaId };
}

/** Nobody can be called about an order without a number (INTK-01); an inspection has no customer to call. */
function missingPhone(row: Row<OrderField>, type: OrderType | null): void {
  if (type === 'inspection') row.warn('phone', 'no_phone');
  else row.fault('phone', 'required');
}

function readMoment(row: Row<OrderField>, field: 'intakeAt' | 'preferredAt', { tz }: Known): Instant | null {
  const text = row.text(field);
  if (text === '') return null;
  const at = readInstant(text, tz);
  if (typeof at !== 'string') return at;
  row.fault(field, at, { expected: DATE_PATTERNS });
  return null;
}

/** A wish for a time before the order was taken in cannot be met; it is left out and said. */
function wishOf(row: Row<OrderField>, intakeAt: Instant | null, wish: Instant | null): Instant | null {
  if (wish === null || intakeAt === null || wish >= intakeAt) return wish;
  row.warn('preferredAt', 'wish_before_intake', { facts: { intakeAt: row.text('intakeAt') } });
  return null;
}
