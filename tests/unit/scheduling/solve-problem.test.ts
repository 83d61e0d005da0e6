import { describe, expect, it } from 'vitest';
import { readProblem, solveProblem } from '#server/cli/solve-problem.ts';
import { randomProblem } from '#tests/support/random-problem.ts';

function written(change: (problem: Record<string, unknown>) => void = () => undefined): string {
  const { travel: _, ...problem } = structuredClone({
    ...randomProblem(7, { technicians: 4, visits: 12 }),
    travel: null,
  });
  const record: Record<string, unknown> = { ...problem };
  change(record);
  return JSON.stringify(record);
}

describe('problem files of our own', () => {
  it('are planned the same for the same seed and trials', () => {
    const plan = () => solveProblem(readProblem(written()), 1, (done) => done / 512);
    expect(plan()).toEqual(plan());
    expect(plan().plan.routes.length).toBe(4);
  });

  it('may bring their own travel', () => {
    const text = written((problem) => {
      const rows = (problem.places as unknown[]).map(() => (problem.places as unknown[]).map(() => 60));
      problem.travel = { seconds: rows, metres: rows };
    });
    const { travel } = readProblem(text);
    expect(travel.seconds(0, 1, 'car', 9)).toBe(60);
  });

  it.each([
    [
      'changes that cannot be counted',
      { window: { kind: 'promised', from: 1, until: 2, changesLeft: -1 } },
      /changesLeft is -1/,
    ],
    ['no time of intake', { intakeAt: null }, /intakeAt is null/],
    ['a place in an order that is no number', { lock: { order: 'first' } }, /lock.order is first/],
    ['a duration beyond every day', { durationSeconds: 1e12 }, /durationSeconds is 1000000000000/],
    ['a class that there is not', { class: 'king' }, /class is "king"/],
  ])('are refused for a visit with %s', (_fault, change, named) => {
    const text = written(({ visits }) => Object.assign((visits as object[])[3]!, change));
    expect(() => readProblem(text)).toThrow(named);
    expect(() => readProblem(text)).toThrow(/^visit v3: /);
  });

  it.each(['NaN', 'Infinity', '-Infinity'])('are refused for a visit whose duration is %s', (number) => {
    const marked = written(({ visits }) =>
      Object.assign((visits as object[])[3]!, { durationSeconds: 'here' }),
    );
    expect(() => readProblem(marked.replace('"here"', number))).toThrow(
      new RegExp(`^visit v3: durationSeconds is ${number}; expected a whole number of seconds from 0 up`),
    );
  });

  it.each([
    ['a rank that there is not', { rankOrder: ['profit'] }, /^problem rules: rankOrder is profit/],
    ['a rule left out', { closesAt: undefined }, /^problem rules: closesAt is undefined/],
  ])('are refused for %s', (_fault, change, named) => {
    const text = written(({ rules }) => Object.assign(rules as object, change));
    expect(() => readProblem(text)).toThrow(named);
  });

  it('are refused for a plan in force without times', () => {
    const frozen = written(({ technicians }) => {
      const stop = { visit: 'v3', arrive: null, begin: null, leave: null };
      Object.assign((technicians as object[])[1]!, { frozen: [stop] });
    });
    expect(() => readProblem(frozen)).toThrow(/^technician t1: frozen is null, null, null/);
    const published = written((problem) => {
      problem.published = [{ visit: 'v3', technician: 't1', begin: null }];
    });
    expect(() => readProblem(published)).toThrow(/^visit v3: published is null/);
  });

  it('are refused with what is wrong named', () => {
    expect(() => readProblem('{')).toThrow(/not JSON/);
    expect(() => readProblem('{}')).toThrow('places: expected a list.');
    expect(() =>
      readProblem(
        written((problem) => {
          (problem.visits as { durationSeconds: number }[])[3]!.durationSeconds = -60;
        }),
      ),
    ).toThrow(/durationSeconds is -60/);
    const visit = (change: object) =>
      written((problem) => {
        Object.assign((problem.visits as object[])[3]!, change);
      });
    expect(() => readProblem(visit({ window: undefined }))).toThrow(/^visit v3: window/);
    expect(() => readProblem(visit({ skills: 'ftth' }))).toThrow(/^visit v3: skills/);
    expect(() => readProblem(visit({ id: 7 }))).toThrow(/^visit number 4: id/);
    expect(() =>
      readProblem(
        written((problem) => {
          Object.assign((problem.places as object[])[0]!, { lng: 219 });
        }),
      ),
    ).toThrow(/^place number 1: lng/);
    expect(() =>
      readProblem(
        written((problem) => {
          problem.travel = { seconds: [[0]], metres: [[0]] };
        }),
      ),
    ).toThrow(/travel.seconds: expected \d+ rows/);
  });
});
