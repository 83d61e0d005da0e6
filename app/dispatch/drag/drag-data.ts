import type { OrderId } from '#domain/base/brand.ts';
import type { DropPlace } from './drag-session.ts';

/** What a drag of orders carries. `graspPx`: how far from the left edge of a bar it was grasped. */
export function orderDragData(orderIds: readonly OrderId[], graspPx = 0): Record<string, unknown> {
  return { kind: 'orders', orderIds, graspPx };
}

export function draggedOrders(data: Record<string | symbol, unknown>): readonly OrderId[] | null {
  return data.kind === 'orders' ? (data.orderIds as readonly OrderId[]) : null;
}

/** What a technician's row or pin says of itself to a drag over it. */
export function dropData(place: DropPlace): Record<string, unknown> {
  return { kind: 'technician', technicianId: place.technicianId, at: place.at };
}

/** The pool takes orders back. */
export const POOL_DROP: Readonly<Record<string, unknown>> = { kind: 'pool' };

export function dropPlace(data: Record<string | symbol, unknown> | undefined): DropPlace | 'pool' | null {
  if (data?.kind === 'pool') return 'pool';
  if (data?.kind !== 'technician') return null;
  return { technicianId: data.technicianId as string, at: data.at as number | null };
}
