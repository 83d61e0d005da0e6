import fc from 'fast-check';
import type { Board } from '#app/live/board.ts';
import { freshTechnician, type LiveWorld } from '#tests/support/live-world.ts';

/** One thing that happens in the world; numbers choose among orders and technicians. */
export const happening = fc.tuple(fc.nat(7), fc.nat(9), fc.nat(3));
type Happening = [kind: number, order: number, technician: number];

/** Plays a happening; what is not possible at that moment becomes another that is. */
export function happen(world: LiveWorld, [kind, orderNo, technicianNo]: Happening): void {
  const orderId = `o${orderNo}`;
  const technicianId = `t${technicianNo}`;
  const order = world.orders.get(orderId);
  const technician = world.technicians.get(technicianId);
  const planned = { technicianId, start: world.seq, end: world.seq + 60, travelSeconds: 60, travelMetres: 9 };
  if (!technician) {
    const version = (world.versions.get(technicianId) ?? 0) + 1;
    const registered = { ...freshTechnician(technicianId, world.areaId), version };
    world.technician(technicianId, { type: 'technician.registered', data: { technician: registered } });
  } else if (!order) {
    world.takeIn(orderId);
  } else if (kind === 0) {
    world.technician(
      technicianId,
      technician.onDuty
        ? { type: 'technician.off_duty', data: {} }
        : { type: 'technician.on_duty', data: { since: world.seq } },
    );
  } else if (kind === 1) {
    world.publish(`p${world.seq}`, [
      { orderId, events: [{ type: 'order.dispatched', data: { technicianId, accompanied: false } }] },
      ...[...world.orders.keys()].slice(0, 2).map((other) => ({
        orderId: other,
        events: [{ type: 'visit.planned' as const, data: { planned } }],
      })),
    ]);
  } else if (kind === 2) {
    world.order(orderId, { type: 'visit.planned', data: { planned } });
  } else if (kind === 6) {
    world.warn(orderId);
  } else if (kind === 7 && orderNo === 0) {
    world.technician(technicianId, { type: 'technician.left', data: { successorId: null, reason: null } });
  } else if (order.technicianId) {
    world.order(orderId, { type: 'order.unassigned', data: { from: order.technicianId, reason: 'r' } });
  } else {
    world.order(orderId, { type: 'order.dispatched', data: { technicianId, accompanied: false } });
  }
}

/** Everything that two boards must agree on. */
export function contents(board: Board, areaId: string) {
  const area = board.areas.get(areaId);
  return (
    area && {
      seq: area.seq,
      orders: Object.fromEntries([...area.orders].sort()),
      cards: Object.fromEntries([...area.cards].sort()),
      technicians: Object.fromEntries([...area.technicians].sort()),
      approvals: Object.fromEntries([...area.approvals].sort()),
      notices: Object.fromEntries([...area.notices].sort()),
      outages: Object.fromEntries([...area.outages].sort()),
      cutovers: Object.fromEntries([...area.cutovers].sort()),
    }
  );
}
