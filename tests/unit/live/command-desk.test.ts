import { describe, expect, it } from 'vitest';
import { EMPTY_BOARD } from '#app/live/board.ts';
import { type CommandDesk, createCommandDesk } from '#app/live/command-desk.ts';
import { createStore } from '#app/live/store.ts';
import { UNDO_WITHIN_MS, type Undoable } from '#app/live/undo.ts';
import type { CommandAnswer, CommandEnvelope } from '#protocol/command.ts';
import { freshOrder } from '#tests/support/live-world.ts';

const START = 900_000;

/** A desk whose server commits everything, with two orders on its board. */
function desk() {
  const sent: CommandEnvelope[] = [];
  let now = 0;
  const undoable = createStore<Undoable | null>(null);
  const told = createStore<string | null>(null);
  const orders = new Map(['o1', 'o2'].map((id) => [id, freshOrder(id, 'gulou')]));
  const area = { ...EMPTY_BOARD.areas.get('gulou'), seq: 99, orders };
  const board = { ...EMPTY_BOARD, areas: new Map([['gulou', area]]) } as unknown as typeof EMPTY_BOARD;
  const made: CommandDesk = createCommandDesk({
    line: {
      whenUp: () => Promise.resolve(),
      deliver(envelope): Promise<CommandAnswer> {
        sent.push(envelope);
        const data = { replay: false, areaId: 'gulou', seq: 9, version: 7, warnings: [], committedAt: 0 };
        return Promise.resolve({ ok: true, data });
      },
    },
    now: () => now,
    newId: () => `c${sent.length}`,
    random: () => 0,
    wait: () => Promise.resolve(),
    board: () => board,
    pending: createStore([] as never),
    undoable,
    told,
    undoReason: '撤销',
    onOutcome: () => undefined,
  });
  const dispatch = (orderId: string) => made.send('order.dispatch', { orderId, technicianId: 't1' });
  const promise = (orderId: string) =>
    made.send('appointment.confirm', { orderId, start: START, proposedBy: 'customer' });
  return { desk: made, dispatch, promise, sent, undoable, told, pass: (ms: number) => (now += ms) };
}

describe('the last step', () => {
  it('is taken back within ten seconds by a command on the version that it made', async () => {
    const { desk: made, dispatch, sent } = desk();
    await dispatch('o1');
    expect(await made.undoLast()).toMatchObject({ ok: true });
    expect(sent.at(-1)).toMatchObject({ type: 'order.unassign', version: 7 });
    expect(await made.undoLast()).toBeNull();
  });

  it('is not taken back later, and nothing is sent', async () => {
    const { desk: made, dispatch, sent, pass } = desk();
    await dispatch('o1');
    pass(UNDO_WITHIN_MS + 1);
    expect(await made.undoLast()).toBeNull();
    expect(sent).toHaveLength(1);
  });

  it('stays once a customer was told a time, and so does what came before it', async () => {
    const { desk: made, dispatch, promise, undoable, told } = desk();
    await dispatch('o1');
    await promise('o2');
    expect(undoable.get()).toBeNull();
    expect(told.get()).toBe('o2');
    expect(await made.undoLast()).toBeNull();
  });

  it('of a promised order may be taken back while the customer’s time is remembered; of another the time is forgotten', async () => {
    const { dispatch, promise, told, undoable } = desk();
    await promise('o1');
    await dispatch('o1');
    expect(told.get()).toBe('o1');
    expect(undoable.get()?.orderId).toBe('o1');
    await dispatch('o2');
    expect(told.get()).toBeNull();
  });
});
