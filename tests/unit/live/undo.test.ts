import { describe, expect, it } from 'vitest';
import { UNDO_WITHIN_MS, undoableOf } from '#app/live/undo.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { freshOrder } from '#tests/support/live-world.ts';

const NOW = 5_000;
const inPool = freshOrder('o1', 'gulou');
const planned = { technicianId: 't1', start: 900, end: 960, travelSeconds: 0, travelMetres: 0 };
const withT1 = { ...inPool, technicianId: 't1', planned };
const ok: CommandAnswer = {
  ok: true,
  data: { replay: false, areaId: 'gulou', seq: 9, version: 7, warnings: [], committedAt: 0 },
};
const command = (type: CommandEnvelope['type'], payload: object): CommandEnvelope => ({
  id: 'c1',
  type,
  payload: { orderId: 'o1', ...payload } as CommandEnvelope['payload'],
});

describe('taking back', () => {
  it('a dispatch: into the pool again, on the version that the dispatch made', () => {
    const undoable = undoableOf(command('order.dispatch', { technicianId: 't1' }), inPool, ok, NOW, '撤销');
    expect(undoable).toEqual({
      orderId: 'o1',
      inverse: { type: 'order.unassign', payload: { orderId: 'o1', reason: '撤销' }, version: 7 },
      until: NOW + UNDO_WITHIN_MS,
    });
  });

  it('a reassignment: to whom and when it was before', () => {
    const undoable = undoableOf(command('order.reassign', { technicianId: 't2' }), withT1, ok, NOW, '撤销');
    expect(undoable?.inverse).toEqual({
      type: 'order.reassign',
      payload: { orderId: 'o1', technicianId: 't1', at: 900, reason: '撤销' },
      version: 7,
    });
  });

  it('an unassignment: to whom and when it was before', () => {
    const undoable = undoableOf(command('order.unassign', { reason: 'r' }), withT1, ok, NOW, '撤销');
    expect(undoable?.inverse).toEqual({
      type: 'order.dispatch',
      payload: { orderId: 'o1', technicianId: 't1', at: 900 },
      version: 7,
    });
  });

  it.each([
    [
      'what was refused',
      command('order.dispatch', {}),
      { ok: false, code: 'stale', title: '' } as CommandAnswer,
    ],
    ['a confirmed promise', command('appointment.confirm', {}), ok],
  ])('not %s', (_what, envelope, answer) => {
    expect(undoableOf(envelope, withT1, answer, NOW, '撤销')).toBeNull();
  });
});
