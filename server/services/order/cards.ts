import { ordersRevealed } from '#db/query/customer-reveal.ts';
import { ordersById } from '#db/query/order.ts';
import { type ContactRow, contactsOf } from '#db/query/order-contact.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { REVEALED_FOR } from '#domain/privacy/reveal.ts';
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
  return cardsKnowing(services, viewer, read, new Set());
}

/**
 * The customer of one order with the full number, where the viewer has asked for it with a reason not long ago (PRIV-01); else masked.
 * For that viewer alone: cards for a room of viewers are never made here.
 */
export async function revealedCard(
  services: Services,
  viewer: Viewer,
  orderId: OrderId,
): Promise<CustomerCard | null> {
  const { sql } = services.database;
  const since = services.now() - REVEALED_FOR;
  const revealed = await ordersRevealed(sql, viewer.personId, [orderId], since);
  const [card] = await cardsKnowing(services, viewer, await ordersById(sql, [orderId]), revealed);
  return card ?? null;
}

async function cardsKnowing(
  services: Services,
  viewer: Viewer,
  read: readonly Order[],
  revealed: ReadonlySet<OrderId>,
): Promise<CustomerCard[]> {
  const orders = new Map(read.map((order) => [order.id, order]));
  const contacts = await contactsOf(services.database.sql, [...orders.keys()]);
  return contacts.flatMap((contact) => {
    const order = orders.get(contact.orderId);
    const card = order && customerCard(viewer, order, unsealed(services, contact), revealed.has(order.id));
    return card ? [card] : [];
  });
}

function unsealed({ phoneKeys }: Services, { orderId, phoneCipher, ...known }: ContactRow) {
  const phone = phoneCipher ? openPhone(phoneKeys, phoneCipher, orderId) : null;
  return { ...known, phone };
}
