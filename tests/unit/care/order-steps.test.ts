import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '#app/care/steps/duplicates.ts';
import { STEP_NAMES, stepsOf } from '#app/care/steps/steps-of.ts';
import { stepOf } from '#app/field/steps.ts';
import type { AreaBoard } from '#app/live/board.ts';
import { evolveOrder } from '#domain/order/evolve.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import type { CommandType } from '#protocol/command.ts';
import { mayCommand } from '#server/access/may-command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { Story } from '#tests/support/story.ts';

const EVERYTHING: ReadonlySet<CommandType> = new Set(STEP_NAMES);
const seat = (role: Viewer['role']): ReadonlySet<CommandType> =>
  new Set(STEP_NAMES.filter((name) => mayCommand({ role } as Viewer, name)));

function fault(): Story {
  const story = new Story();
  story.do('2026-03-10 09:00', 'order.intake', { number: '1', areaId: 'a1', type: 'fault' });
  return story;
}

describe('what else may be done about an order', () => {
  it('[DISP-03] offers the remote fix to the expert seat until the fault has been handed on', () => {
    const story = fault();
    expect(stepsOf(story.now, seat('expert_agent'))).toEqual(['order.remote']);
    story.do('2026-03-10 09:02', 'order.remote', { result: 'started' }, { role: 'expert_agent' });
    expect(stepsOf(story.now, seat('csr'))).toContain('order.remote');
    story.do('2026-03-10 09:30', 'order.remote', { result: 'unsolved' }, { role: 'expert_agent' });
    expect(stepsOf(story.now, seat('expert_agent'))).toEqual([]);
  });

  it('[DISP-04] [VRFY-01] offers the correction before anybody went, and wherever something was found wrong', () => {
    const story = Story.promised();
    expect(stepsOf(story.now, seat('csr'))).toContain('order.verify');
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:50', 'visit.arrive', {});
    expect(stepsOf(story.now, seat('csr'))).not.toContain('order.verify');
    story.do('2026-03-10 15:55', 'order.mismatch', { field: 'address', causedBy: 'company' });
    expect(stepsOf(story.now, seat('csr'))).toContain('order.verify');
  });

  it('[OUTG-02] offers the merge to whoever may send it, and only before somebody has the order', () => {
    const story = fault();
    expect(stepsOf(story.now, seat('dispatcher'))).toContain('order.merge');
    expect(stepsOf(story.now, seat('csr'))).not.toContain('order.merge');
    story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
    expect(stepsOf(story.now, seat('dispatcher'))).not.toContain('order.merge');
  });

  it('[DISP-07] offers a colleague to go along once somebody has the order, until the work is done', () => {
    const story = fault();
    expect(stepsOf(story.now, seat('dispatcher'))).not.toContain('order.accompany');
    story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
    expect(stepsOf(story.now, seat('dispatcher'))).toContain('order.accompany');
    expect(stepsOf(story.now, seat('csr'))).not.toContain('order.accompany');
    expect(stepsOf({ ...story.now, completedAt: 1 }, seat('dispatcher'))).not.toContain('order.accompany');
  });

  it('[CHG-05] offers another time, and no first one, for a promise that nobody came to', () => {
    const story = Story.promised('tietong-fujian-2015', 'fault');
    const at = Date.parse('2026-03-10T17:00:00+08:00');
    const missed = evolveOrder(
      story.now,
      { type: 'appointment.ended', data: { outcome: 'missed_company' } },
      at,
    );
    expect(stepsOf(missed, EVERYTHING)).toContain('appointment.change');
    expect(stepsOf(missed, EVERYTHING)).not.toContain('appointment.confirm');
    expect(stepOf({ ...missed, verifiedAt: at })).toBe('depart');
  });

  it('offers to change, take back or cancel a promise only where there is one', () => {
    const story = fault();
    story.do('2026-03-10 09:05', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-10 09:05', 'order.accept', { technicianId: 't1' });
    const without = stepsOf(story.now, EVERYTHING);
    expect(without).toContain('appointment.confirm');
    expect(without).not.toContain('appointment.change');
    expect(without).not.toContain('appointment.withdraw');
    story.do('2026-03-10 09:06', 'contact.attempt', { outcome: 'connected', contentConfirmed: true });
    story.do('2026-03-10 09:07', 'appointment.confirm', {
      start: Date.parse('2026-03-10T14:00:00+08:00'),
      proposedBy: 'customer',
    });
    expect(stepsOf(story.now, EVERYTHING)).toEqual(
      expect.arrayContaining(['appointment.change', 'appointment.cancel', 'hold.start', 'order.cancel']),
    );
  });

  it('offers nothing about an order that is over', () => {
    const story = fault();
    story.do('2026-03-10 09:05', 'order.cancel', { by: 'customer', reason: '客户已自行修好' });
    expect(stepsOf(story.now, EVERYTHING)).toEqual([]);
  });
});

describe('what an order may be the same as', () => {
  const one = (id: string, more: Partial<Order> = {}): Order => ({
    ...fault().now,
    id,
    number: `GD-${id}`,
    estate: '湖前小区',
    ...more,
  });
  const card = (orderId: string, name: string, address: string) =>
    [orderId, { orderId, name, phone: '', address, note: '' }] as const;
  const outage = (id: string, estates: readonly string[]): Outage => ({
    id,
    areaId: 'a1',
    status: 'confirmed',
    cause: null,
    reach: { estates, polygon: null },
    openedAt: 0,
    restoredAt: null,
    etas: [],
    version: 1,
  });
  const orders = [
    one('same-estate'),
    one('same-address', { estate: null }),
    one('same-customer'),
    one('elsewhere', { estate: '金源花园' }),
    one('over', { status: 'closed' }),
  ];
  const board = {
    orders: new Map([one('own'), ...orders].map((order) => [order.id, order])),
    cards: new Map([
      card('own', '林国栋', '3号楼501'),
      card('same-customer', '林国栋', ''),
      card('same-address', '林太太', '3号楼501'),
      card('elsewhere', '陈明', '1号楼'),
      card('over', '林国栋', '3号楼501'),
    ]),
    outages: new Map([outage('here', ['湖前小区']), outage('there', ['金源花园'])].map((o) => [o.id, o])),
  } as Pick<AreaBoard, 'orders' | 'cards' | 'outages'> as AreaBoard;

  it('names the same customer first, then the address, then the estate, and no order that is over', () => {
    const found = duplicatesOf(one('own'), board, '');
    expect(found.orders.map(({ order }) => order.id)).toEqual([
      'same-customer',
      'same-address',
      'same-estate',
    ]);
  });

  it('finds any other open order by its number', () => {
    expect(duplicatesOf(one('own'), board, 'gd-else').orders.map(({ order }) => order.id)).toEqual([
      'elsewhere',
    ]);
  });

  it('[OUTG-02] names the outages that reach a fault, and none for other work', () => {
    expect(duplicatesOf(one('own'), board, '').outages.map(({ id }) => id)).toEqual(['here']);
    expect(duplicatesOf(one('own', { type: 'install' }), board, '').outages).toEqual([]);
  });
});
