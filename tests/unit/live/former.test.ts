import { describe, expect, it } from 'vitest';
import { EMPTY_BOARD, memberOf, nameIn } from '#app/live/board.ts';
import { reduceBoard } from '#app/live/board-reducer.ts';
import { LiveWorld } from '#tests/support/live-world.ts';
import { technician } from '#tests/support/story.ts';

describe('[RESP-02] whoever has left an area', () => {
  it('is given nothing any more and keeps the name', () => {
    const world = new LiveWorld();
    world.technician('t1', { type: 'technician.registered', data: { technician } });
    const before = reduceBoard(EMPTY_BOARD, { kind: 'snapshot', snapshot: world.snapshot() });
    const seq = before.areas.get('gulou')?.seq ?? 0;
    world.technician('t1', { type: 'technician.left', data: { successorId: null, reason: null } });
    const after = reduceBoard(before, { kind: 'changes', changes: world.changes(seq) });
    const area = after.areas.get('gulou');
    expect(area?.technicians.has('t1')).toBe(false);
    expect(area && memberOf(area, 't1')).toEqual({ id: 't1', number: 'T001', name: '陈' });
    expect(nameIn(after, 't1')).toBe('陈');
  });

  it('is known by name from a snapshot, too', () => {
    const snapshot = new LiveWorld().snapshot();
    const former = [{ id: 't9', number: 'T009', name: '吴' }];
    const board = reduceBoard(EMPTY_BOARD, {
      kind: 'snapshot',
      snapshot: { ...snapshot, state: { ...snapshot.state, former } },
    });
    expect(nameIn(board, 't9')).toBe('吴');
    expect(nameIn(board, 't8')).toBeUndefined();
  });
});
