import type { Order } from '#domain/order/order.ts';
import type { OrderStatus } from '#domain/order/order-status.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { seesOrder } from './may-command.ts';
import { maskPhone } from './phone.ts';
import type { Viewer } from './viewer.ts';

/** Who the customer is, unmasked; only this file decides how much of it leaves the server (PRIV-01). */
export interface CustomerKnown {
  name: string;
  phone: string | null;
  address: string;
  note: string;
  /** Whom to speak with when it is not the account's holder (INTK-05). */
  contactPerson?: string;
  /** How one gets in: gate, parking, papers (TRAV-05). */
  accessNotes?: string;
}

/** While an accepted order is unfinished its technician may call the customer. */
const IN_HAND: ReadonlySet<OrderStatus> = new Set<OrderStatus>([
  'accepted',
  'appointed',
  'in_progress',
  'blocked',
  'pending_appointment',
  'on_hold_customer',
]);

/** Roles that speak with customers and send people to their door. */
const AT_THE_DESK: ReadonlySet<Viewer['role']> = new Set<Viewer['role']>([
  'csr',
  'expert_agent',
  'duty_supervisor',
  'cs_manager',
  'callback_agent',
  'dispatcher',
  'area_lead',
  'supervisor',
  'retention_agent',
]);

/**
 * The customer as this viewer may see them: the technician who has accepted the order everything until it is finished, who goes along
 * all but the digits of the phone, the
 * desk all but the digits of the phone, everybody else who sees the order a masked name and the building. `revealed`: the
 * viewer has given a reason to see the digits, and that is on record.
 */
export function customerCard(
  viewer: Viewer,
  order: Order,
  known: CustomerKnown,
  revealed = false,
): CustomerCard | null {
  if (!seesOrder(viewer, order)) return null;
  const phone = known.phone ?? '';
  const card = {
    orderId: order.id,
    name: known.name,
    address: known.address,
    note: known.note,
    ...(known.contactPerson ? { contactPerson: known.contactPerson } : {}),
    ...(known.accessNotes ? { accessNotes: known.accessNotes } : {}),
  };
  if (viewer.role === 'technician' && IN_HAND.has(order.status))
    return { ...card, phone: order.technicianId === viewer.technicianId ? phone : maskPhone(phone) };
  if (AT_THE_DESK.has(viewer.role)) return { ...card, phone: revealed ? phone : maskPhone(phone) };
  return {
    orderId: order.id,
    name: maskName(known.name),
    phone: maskPhone(phone),
    address: buildingOf(known.address),
    note: '',
  };
}

/** May the viewer look orders up by the customer's name, address or number? Whoever sees them masked could try them out letter by letter. */
export function searchesCustomers({ role }: Pick<Viewer, 'role'>): boolean {
  return AT_THE_DESK.has(role) || role === 'system';
}

/** 张三 → 张*. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(rest.length);
}

/** The address up to the building: …6号楼3单元3002室 → …6号楼. */
export function buildingOf(address: string): string {
  const building = /^.*?(?:号楼|栋|幢|座|号院|弄)/u.exec(address)?.[0];
  return building ?? address.replace(/[0-9０-９A-Za-z-]+(?:单元|室|房|层|楼).*$/u, '');
}
