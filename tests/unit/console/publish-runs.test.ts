import { describe, expect, it } from 'vitest';
import { changedSince, type PlanChange, pickedOf, versionsOf } from '#app/dispatch/plan/plan-proposal.ts';
import { publishRuns } from '#app/dispatch/plan/publish-runs.ts';
import type { CommandAnswer, LeftOut } from '#protocol/command.ts';
import type { PlanRun } from '#protocol/plan.ts';
import { Story } from '#tests/support/story.ts';

const OK: CommandAnswer = {
  ok: true,
  data: { replay: false, areaId: 'a', seq: 1, warnings: [], committedAt: 0 },
};
const left: LeftOut = { orderId: 'a1', number: 'N-1', code: 'stale', title: 'It has changed.' };
const run = (id: string, changed: readonly string[]) =>
  ({ id, baseSeq: 7, proposal: { changed } }) as unknown as PlanRun;

describe('publishing the proposals of several areas', () => {
  it('keeps the one that is refused open, with the orders that were named, and takes the others', async () => {
    const sent: unknown[] = [];
    const done = await publishRuns(
      [run('p1', ['a1', 'a2']), run('p2', ['b1', 'b2']), run('p3', ['c1'])],
      new Set(['a1', 'a2', 'b1']),
      async ({ id, baseSeq }, accept) => {
        sent.push([id, baseSeq, accept]);
        return id === 'p1' ? { ok: false, code: 'stale', title: '', leftOut: [left] } : OK;
      },
    );
    // The whole of a proposal is asked for without names; of which nothing is picked, nothing is sent.
    expect(sent).toEqual([
      ['p1', 7, null],
      ['p2', 7, ['b1']],
    ]);
    expect(done).toMatchObject({ moved: 1, open: [{ id: 'p1' }], left: [left], refused: [] });
  });

  it('counts no more what is published already, nor what has changed since', () => {
    const chosen = new Set(['a1', 'a2', 'a3', 'b1']);
    expect([...pickedOf([run('p1', ['a1', 'a2', 'a3'])], chosen, new Set(['a2']))]).toEqual(['a1', 'a3']);
  });

  it('tells a refusal that names no orders as it is', async () => {
    const refusal = { ok: false, code: 'retry', title: 'Not saved.' } as const;
    const done = await publishRuns([run('p1', ['a1'])], new Set(['a1']), async () => refusal);
    expect(done).toMatchObject({ moved: 0, open: [{ id: 'p1' }], left: [], refused: [{ refusal }] });
  });
});

describe('an order that somebody changes while its proposal is looked at', () => {
  it('is told apart from those that stand as they were planned', () => {
    const change = (id: string): PlanChange => ({
      order: { ...Story.promised().now, id },
      planned: null,
      kind: 'given_back',
    });
    const shown = [change('a'), change('b')];
    const seen = versionsOf(shown);
    expect(changedSince(shown, seen).size).toBe(0);
    const touched = { ...change('b').order, version: 99 };
    expect([...changedSince([change('a'), { ...change('b'), order: touched }], seen)]).toEqual(['b']);
  });
});
