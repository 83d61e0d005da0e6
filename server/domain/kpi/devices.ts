import type { Instant, OrderId } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { DeviceHash } from '../visit/device.ts';
import type { Anomaly } from './anomalies.ts';

/** A customer's word on the work, and the device that it came from. */
interface Rating {
  at: Instant;
  device: DeviceHash;
  /** On the technician's phone, handed over (DONE-02); on the customer's own link; asked by the callback desk. */
  by: 'hand_over' | 'link' | 'callback';
}

/** What a customer is taken to have said of the order, with the device that said it. A refusal that the technician notes is none. */
function ratingsOf({ visits, callbacks }: Order): readonly Rating[] {
  return [
    ...visits.flatMap(({ signature, signedAt }): readonly Rating[] =>
      signature?.device && !signature.refused && signedAt !== null
        ? [{ at: signedAt, device: signature.device, by: signature.via ?? 'hand_over' }]
        : [],
    ),
    ...callbacks.flatMap(({ at, device, outcome }): readonly Rating[] =>
      device && outcome === 'done' ? [{ at, device, by: 'callback' }] : [],
    ),
  ];
}

function workDevicesOf({ visits }: Order): ReadonlySet<DeviceHash> {
  return new Set(visits.flatMap(({ devices }) => devices ?? []));
}

/**
 * RECD-02, E-80: the device that worked through the visit also gave the customer's word, where that should have come from another one: over the
 * customer's link, or in the callback. Handing the phone over is meant to be the same.
 */
export function ratedOnWorkDevice(order: Order): readonly Anomaly[] {
  const worked = workDevicesOf(order);
  return ratingsOf(order)
    .filter(({ by, device }) => by !== 'hand_over' && worked.has(device))
    .map(({ at }) => ({ kind: 'rated_on_work_device', at }));
}

/**
 * RECD-02, E-80: one device, not the one that worked through the visit, gave the word of several customers. Whoever calls back
 * speaks with many from one desk; the two halves of a move are one customer's. By order.
 */
export function sharedDevices(orders: readonly Order[]): ReadonlyMap<OrderId, readonly Anomaly[]> {
  const foreign = orders.flatMap((order) => {
    const worked = workDevicesOf(order);
    return ratingsOf(order)
      .filter(
        ({ by, device }) => by === 'link' || (by === 'hand_over' && worked.size > 0 && !worked.has(device)),
      )
      .map(({ at, device }) => ({ id: order.id, household: order.parentOrderId ?? order.id, at, device }));
  });
  const found = new Map<OrderId, readonly Anomaly[]>();
  for (const one of foreign) {
    if (!foreign.some(({ device, household }) => device === one.device && household !== one.household))
      continue;
    found.set(one.id, [...(found.get(one.id) ?? []), { kind: 'device_rates_several', at: one.at }]);
  }
  return found;
}
