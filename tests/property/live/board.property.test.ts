import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Board, EMPTY_BOARD } from '#app/live/board.ts';
import { type BoardMessage, reduceBoard } from '#app/live/board-reducer.ts';
import { contents, happen, happening } from '#tests/support/live-happenings.ts';
import { LiveWorld } from '#tests/support/live-world.ts';

const boardOf = (world: LiveWorld): Board =>
  reduceBoard(EMPTY_BOARD, { kind: 'snapshot', snapshot: world.snapshot() });

describe('reduceBoard', () => {
  it('comes to the same board whatever is doubled, reordered or cut into other pieces on the way', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 40 }),
        fc.nat(40),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (happenings, snapshotAfter, pieces, order) => {
          const world = new LiveWorld();
          let early = world.snapshot();
          happenings.forEach((one, index) => {
            happen(world, one);
            if (index === snapshotAfter) early = world.snapshot();
          });
          // Arbitrary stretches of the log, some of them twice, and singly everything, so that nothing is missing.
          const stretches = [
            ...pieces.map(([a, b]) => [Math.min(a, b, world.seq), Math.min(Math.max(a, b), world.seq)]),
            ...world.log.map(({ seq }) => [seq - 1, seq]),
          ].filter(([from = 0, to = 0]) => to > from);
          const messages: BoardMessage[] = [
            { kind: 'snapshot', snapshot: early },
            ...stretches.map(
              ([from = 0, to = 0]): BoardMessage => ({
                kind: 'changes',
                changes: world.changes(from, to),
              }),
            ),
          ];
          const shuffled = messages
            .map((message) => ({ message, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ message }) => message);
          const board = shuffled.reduce(reduceBoard, EMPTY_BOARD);
          expect(contents(board, world.areaId)).toEqual(contents(boardOf(world), world.areaId));
          expect(board.early.size).toBe(0);
        },
      ),
    );
  });

  it('waits at a gap, however much comes behind it', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 3, maxLength: 30 }), fc.nat(), (happenings, pick) => {
        const world = new LiveWorld();
        const start = world.snapshot();
        for (const one of happenings) happen(world, one);
        const missing = 1 + (pick % world.seq);
        let board = reduceBoard(EMPTY_BOARD, { kind: 'snapshot', snapshot: start });
        for (const { seq } of world.log)
          if (seq !== missing)
            board = reduceBoard(board, { kind: 'changes', changes: world.changes(seq - 1, seq) });
        expect(board.areas.get(world.areaId)?.seq).toBe(missing - 1);
        board = reduceBoard(board, { kind: 'changes', changes: world.changes(missing - 1, missing) });
        expect(contents(board, world.areaId)).toEqual(contents(boardOf(world), world.areaId));
      }),
    );
  });
});
