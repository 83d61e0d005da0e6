import { ordersById } from '#db/query/order.ts';
import { type ContactRow, contactsOf } from '#db/query/order-contact.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { customerCard } from '#server/access/customer-card.ts';
import { openPhone } from '#server/access/phone.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

/** The customers of those of these orders that the viewer may see, masked for the viewer. */
export async function cardsFor(
  services: Services,
  viewer: Viewer,
  orderIds: readonly OrderId[],
): Promise<CustomerCard[]> {
  return cardsOf(services, viewer, await ordersById(services.database.sql, orderIds));
}

/** The same for orders that have been read. */
export async function cardsOf(
  services: Services,
  viewer: Viewer,
  read: readonly Order[],
): Promise<CustomerCard[]> {
  const orders = new Map(read.map((order) => [order.id, order]));
  const contacts = await contactsOf(services.database.sql, [...orders.keys()]);
  return contacts.flatMap((contact) => {
    const order = orders.get(contact.orderId);
    const card = order && customerCard(viewer, order, unsealed(services, contact));
    return card ? [card] : [];
  });
}

function unsealed({ phoneKeys }: Services, { orderId, phoneCipher, ...known }: ContactRow) {
  const phone = phoneCipher ? openPhone(phoneKeys, phoneCipher, orderId) : null;
  return { ...known, phone };
}
