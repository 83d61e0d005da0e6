import { areaById } from '#db/query/area.ts';
import type { ContactWrite } from '#db/query/order-contact.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { CustomerGiven } from '#protocol/command.ts';
import { sealPhone } from '#server/access/phone.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Verb } from '../command/change.ts';
import { notFound, refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import type { Services } from '../context.ts';
import { orderRow, promisesIn } from './order-change.ts';

/** Takes an order in; the customer's name, phone, address and note go beside the log. */
export const intake: Verb<'order.intake'> = async (work, { customer, ...payload }) => {
  const { tx, services, viewer, actor } = work;
  const area = seesArea(viewer, payload.areaId) ? await areaById(tx, payload.areaId) : null;
  if (!area) return notFound('area');
  const now = services.now();
  const standard = resolveStandard(area.standardId);
  const command = {
    type: 'order.intake' as const,
    payload: { ...payload, ...(customer ? { hasPhone: customer.phone !== null } : {}) },
  };
  const { verdict, events } = decideOrder(null, command, {
    now,
    actor,
    standard,
    area,
    technician: null,
    bookings: [],
    slot: null,
    approval: null,
    sibling: null,
  });
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  const { order, log } = takenIn(events, now);
  return {
    ok: true,
    change: {
      areaId: area.id,
      at: now,
      log,
      takenIn: [order],
      contacts: [contactOf(services, order, customer)],
      promises: promisesIn(order, events),
      answer: {
        orderId: order.id,
        version: order.version,
        warnings: refusalRules(verdict.findings, standard),
      },
    },
  };
};

function takenIn(events: readonly OrderEvent[], now: number) {
  let order: Order | null = null;
  const log = events.map((event) => {
    order = evolveOrder(order, event, now);
    return { areaId: order.areaId, row: orderRow(order, event) };
  });
  if (!order) throw new Error('An intake was accepted without an event.');
  return { order: order as Order, log };
}

/** The row that keeps who the customer is; empty where nothing was told. */
export function contactOf(
  services: Services,
  order: Order,
  customer: CustomerGiven | undefined,
): ContactWrite {
  return {
    orderId: order.id,
    areaId: order.areaId,
    name: customer?.name ?? '',
    phone: customer?.phone ? sealPhone(services.phoneKeys, customer.phone, order.id) : null,
    address: customer?.address ?? '',
    note: customer?.note ?? '',
  };
}
