import type { Queryable, Sent, Transaction } from '../client.ts';
import { chunks } from './chunks.ts';
import type { SealedPhone } from './technician.ts';

/** Who the customer of an order is, with the phone still sealed. */
export interface ContactRow {
  orderId: string;
  areaId: string;
  name: string;
  phoneCipher: Buffer | null;
  address: string;
  note: string;
  contactPerson: string;
  accessNotes: string;
}

export interface ContactWrite {
  orderId: string;
  areaId: string;
  name: string;
  phone: SealedPhone | null;
  address: string;
  note: string;
  contactPerson?: string;
  accessNotes?: string;
}

/** What is to be put right; what is left out stays. */
export type ContactCorrection = Pick<ContactWrite, 'orderId'> &
  Partial<Omit<ContactWrite, 'orderId' | 'areaId'>>;

const columns = (sql: Queryable) =>
  sql`order_id as "orderId", area_id as "areaId", name, phone_cipher as "phoneCipher", address, note,
    contact_person as "contactPerson", access_notes as "accessNotes"`;

/** The contacts of the orders named, by order. */
export async function contactsOf(sql: Queryable, orderIds: readonly string[]): Promise<ContactRow[]> {
  return sql<ContactRow[]>`
    select ${columns(sql)} from order_contact where order_id = any(${orderIds as string[]}) order by order_id`;
}

/** Writes the contacts of orders just taken in. */
export function insertContacts(tx: Transaction, contacts: readonly ContactWrite[]): Sent[] {
  const rows = contacts.map((contact) => ({
    order_id: contact.orderId,
    area_id: contact.areaId,
    name: contact.name,
    phone_cipher: contact.phone?.cipher ?? null,
    phone_index: contact.phone?.index ?? null,
    address: contact.address,
    note: contact.note,
    contact_person: contact.contactPerson ?? '',
    access_notes: contact.accessNotes ?? '',
  }));
  return chunks(rows).map((chunk) => tx`insert into order_contact ${tx(chunk)}`.execute());
}

/** Sends what puts an order's contact right. */
export function correctContact(tx: Transaction, { orderId, phone, ...told }: ContactCorrection): Sent {
  const row = {
    ...(told.name === undefined ? {} : { name: told.name }),
    ...(told.address === undefined ? {} : { address: told.address }),
    ...(told.note === undefined ? {} : { note: told.note }),
    ...(told.contactPerson === undefined ? {} : { contact_person: told.contactPerson }),
    ...(told.accessNotes === undefined ? {} : { access_notes: told.accessNotes }),
    ...(phone ? { phone_cipher: phone.cipher, phone_index: phone.index } : {}),
  };
  return tx`update order_contact set ${tx(row)} where order_id = ${orderId}`.execute();
}
