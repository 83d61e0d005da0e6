import type { Approval } from '#domain/approval/approval.ts';
import { type ApprovalEvent, evolveApproval } from '#domain/approval/approval-event.ts';
import { decideOrder } from '#domain/order/decide.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderEvent } from '#domain/order/order-event.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { evolveTechnician, type TechnicianEvent } from '#domain/technician/technician-event.ts';
import { noticeId, type TimerNotice } from '#domain/timer/timer-notice.ts';
import type { Changes, CustomerCard, LogEvent, Snapshot } from '#protocol/live.ts';

/**
 * A server in memory: an area's log and the state folded from it, written independently of the screens' reducer.
 * Tests play events into it and hold screens against it.
 */
export class LiveWorld {
  readonly areaId = 'gulou';
  readonly log: LogEvent[] = [];
  readonly orders = new Map<string, Order>();
  readonly cards = new Map<string, CustomerCard>();
  readonly technicians = new Map<string, Technician>();
  /** Of every technician ever registered: who left and comes again goes on counting. */
  readonly versions = new Map<string, number>();
  readonly approvals = new Map<string, Approval>();
  readonly notices = new Map<string, TimerNotice>();

  get seq(): number {
    return this.log.length;
  }

  takeIn(orderId: string): void {
    this.cards.set(orderId, {
      orderId,
      name: '张*',
      phone: '138****1234',
      address: `${orderId} 号`,
      note: '',
    });
    this.order(orderId, { type: 'order.taken_in', data: { order: freshOrder(orderId, this.areaId) } });
  }

  order(orderId: string, event: OrderEvent): void {
    const after = evolveOrder(this.orders.get(orderId) ?? null, event, this.seq + 1);
    this.orders.set(orderId, after);
    this.append('order', orderId, event, after.version);
  }

  technician(technicianId: string, event: TechnicianEvent): void {
    const after = evolveTechnician(this.technicians.get(technicianId) ?? null, event, this.seq + 1);
    if (after.leftAt == null) this.technicians.set(technicianId, after);
    else this.technicians.delete(technicianId);
    this.versions.set(technicianId, after.version);
    this.append('technician', technicianId, event, after.version);
  }

  approval(approvalId: string, event: ApprovalEvent): void {
    this.approvals.set(
      approvalId,
      evolveApproval(this.approvals.get(approvalId) ?? null, event, this.seq + 1),
    );
    this.append('approval', approvalId, event, 1);
  }

  /** An alarm of an order's timer. */
  warn(orderId: string): void {
    const startedAt = this.seq;
    const alarm = { timer: 'T_ACCEPT', startedAt, level: 'warning' } as const;
    const notice: TimerNotice = {
      ...alarm,
      id: noticeId(orderId, alarm),
      rule: 'ACPT-01',
      orderId,
      areaId: this.areaId,
      at: startedAt,
      dueLiteral: startedAt,
      dueEffective: startedAt,
      audience: { roles: ['dispatcher'], technicianId: null },
      raisedAt: startedAt,
    };
    this.notices.set(notice.id, notice);
    this.append('timer', notice.id, { type: 'timer.warned', data: { notice } }, 1);
  }

  /** One event that moves many orders. */
  publish(planId: string, moves: readonly { orderId: string; events: readonly OrderEvent[] }[]): void {
    const orders = moves.map(({ orderId, events }) => {
      let order = this.orders.get(orderId) ?? null;
      for (const event of events) order = evolveOrder(order, event, this.seq + 1);
      if (!order) throw new Error(`${orderId} is not in this world`);
      this.orders.set(orderId, order);
      return { orderId, version: order.version, events };
    });
    this.append('plan', planId, { type: 'plan.published', data: { planId, orders } }, 1);
  }

  snapshot(): Snapshot {
    return {
      area: this.areaId,
      seq: this.seq,
      state: {
        area: {
          id: this.areaId,
          name: '鼓楼',
          region: 'urban',
          polygon: null,
          leadTechnicianId: null,
          standardId: 'base',
        },
        orders: [...this.orders.values()],
        cards: [...this.cards.values()],
        technicians: [...this.technicians.values()],
        approvals: [...this.approvals.values()],
        notices: [...this.notices.values()],
        outages: [],
        suggestion: null,
        cutovers: [],
        positions: [],
      },
    };
  }

  changes(from: number, to = this.seq): Changes {
    const events = this.log.slice(from, to);
    const cards = events
      .filter((event) => event.type === 'order.taken_in')
      .map((event) => this.cards.get(event.id) as CustomerCard);
    return { area: this.areaId, from, to, events, cards };
  }

  private append(
    entity: LogEvent['entity'],
    id: string,
    event: { type: string; data: unknown },
    version: number,
  ): void {
    const seq = this.seq + 1;
    this.log.push({ seq, entity, id, ...event, version, at: seq, actorId: 'd1', actorRole: 'dispatcher' });
  }
}

/** An order as it is after intake: waiting in the pool. */
export function freshOrder(id: string, areaId: string): Order {
  const { events } = decideOrder(
    null,
    {
      type: 'order.intake',
      payload: { orderId: id, number: `GD-${id}`, areaId, type: 'fault', intakeAt: 0 },
    },
    {
      now: 0,
      actor: { id: 'd1', role: 'dispatcher', areaIds: null },
      standard: resolveStandard('tietong-fujian-2015'),
      area: null,
      technician: null,
      bookings: [],
      slot: null,
      approval: null,
      sibling: null,
    },
  );
  const [takenIn] = events;
  if (!takenIn) throw new Error('A plain fault was not taken in.');
  return evolveOrder(null, takenIn, 0);
}

/** A technician at the beginning of a working day, not yet on duty. */
export function freshTechnician(id: string, areaId: string): Technician {
  return {
    id,
    number: id.toUpperCase(),
    name: '李工',
    areaId,
    skills: ['ftth'],
    vehicle: 'ebike',
    shift: { start: '08:00', end: '18:00' },
    home: null,
    certifiedUntil: null,
    onDuty: false,
    onDutySince: null,
    consent: null,
    version: 1,
  };
}
