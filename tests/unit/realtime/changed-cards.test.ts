import { describe, expect, it } from 'vitest';
import { changedCards } from '#server/realtime/changed-cards.ts';
import { LiveWorld } from '#tests/support/live-world.ts';

describe('whose view of a customer changes', () => {
  it('a new order: everyone’s; a dispatch: the technician’s; a reassignment: both technicians’', () => {
    const world = new LiveWorld();
    world.takeIn('o1');
    world.order('o1', { type: 'order.dispatched', data: { technicianId: 't1', accompanied: false } });
    world.order('o1', {
      type: 'order.reassigned',
      data: { from: 't1', technicianId: 't2', reason: null, insideNotice: false, accompanied: false },
    });
    expect(changedCards(world.log)).toEqual({
      everyone: ['o1'],
      technicians: new Map([
        ['t1', ['o1']],
        ['t2', ['o1']],
      ]),
    });
  });

  it('a published plan: of every technician it dispatches to', () => {
    const world = new LiveWorld();
    world.takeIn('o1');
    world.takeIn('o2');
    const start = world.seq;
    world.publish('p1', [
      {
        orderId: 'o1',
        events: [{ type: 'order.dispatched', data: { technicianId: 't1', accompanied: false } }],
      },
      {
        orderId: 'o2',
        events: [{ type: 'order.dispatched', data: { technicianId: 't1', accompanied: false } }],
      },
    ]);
    expect(changedCards(world.log.slice(start))).toEqual({
      everyone: [],
      technicians: new Map([['t1', ['o1', 'o2']]]),
    });
  });

  it('a change of plan alone: nobody’s', () => {
    const world = new LiveWorld();
    world.takeIn('o1');
    const start = world.seq;
    world.order('o1', { type: 'visit.planned', data: { planned: null } });
    expect(changedCards(world.log.slice(start))).toEqual({ everyone: [], technicians: new Map() });
  });
});
