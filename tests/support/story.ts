import type { Role } from '#domain/base/role.ts';
import { decideOrder } from '#domain/order/decide.ts';
import type { Booking, Decision, DecisionContext } from '#domain/order/decision.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderCommands, OrderCommandType } from '#domain/order/order-command.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { ResolvedStandard } from '#domain/standard/resolve.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { instantOf } from '#domain/time/zone.ts';

export const TZ = 'Asia/Shanghai';

/** `2026-03-10 14:00[:ss]` in Shanghai. */
export function beijing(stamp: string): number {
  const [date, clock] = stamp.split(' ');
  return instantOf(date!, clock!, TZ);
}

export const technician: Technician = {
  id: 't1',
  number: 'T001',
  name: '陈',
  areaId: 'a1',
  skills: ['ftth', 'lan', 'xdsl'],
  vehicle: 'ebike',
  shift: { start: '08:00', end: '20:00' },
  home: null,
  certifiedUntil: '2027-12-31',
  onDuty: true,
  onDutySince: null,
  consent: null,
  version: 1,
};

type Extra = Partial<Pick<DecisionContext, 'approval' | 'technician' | 'bookings' | 'slot' | 'sibling'>> & {
  role?: Role;
};

/** One order told command by command, on a clock that only the commands move. */
export class Story {
  order: Order | null = null;
  readonly standard: ResolvedStandard;
  constructor(standardId = 'tietong-fujian-2015') {
    this.standard = resolveStandard(standardId);
  }

  do<T extends OrderCommandType>(
    at: string,
    type: T,
    payload: Omit<OrderCommands[T], 'orderId'>,
    extra: Extra = {},
  ): Decision {
    const now = beijing(at);
    const role = extra.role ?? 'dispatcher';
    const decision = decideOrder(this.order, { type, payload: { orderId: 'o1', ...payload } } as never, {
      now,
      actor: { id: role, role, areaIds: null },
      standard: this.standard,
      area: null,
      technician: extra.technician === undefined ? technician : extra.technician,
      bookings: extra.bookings ?? ([] as readonly Booking[]),
      slot: extra.slot ?? null,
      approval: extra.approval ?? null,
      sibling: extra.sibling ?? null,
    });
    for (const event of decision.events) this.order = evolveOrder(this.order, event, now);
    return decision;
  }

  get now(): Order {
    if (!this.order) throw new Error('the order was never taken in');
    return this.order;
  }

  /** An accepted install of 9 March, its content checked with the customer. */
  static accepted(standardId?: string, type: Order['type'] = 'install'): Story {
    const story = new Story(standardId);
    story.do('2026-03-09 09:00', 'order.intake', { number: '1', areaId: 'a1', type });
    story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-09 09:10', 'order.accept', { technicianId: 't1' });
    story.do('2026-03-09 09:20', 'contact.attempt', { outcome: 'connected' });
    return story;
  }

  /** The same with a promise for 10 March 16:00. */
  static promised(standardId?: string, type: Order['type'] = 'install'): Story {
    const story = Story.accepted(standardId, type);
    story.do('2026-03-09 09:21', 'appointment.confirm', {
      start: beijing('2026-03-10 16:00'),
      proposedBy: 'customer',
    });
    return story;
  }
}

/** What a decision says in short: its outcome and the ids that refuse or ask. */
export function said({ verdict }: Decision): string {
  const ids = verdict.findings.filter(({ kind }) => kind !== 'warning').map(({ rule }) => rule);
  return [verdict.outcome, ...new Set(ids)].join(' ');
}
