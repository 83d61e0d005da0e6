import { describe, expect, it } from 'vitest';
import { failureFaults, failureWords, faultWords } from '#app/dispatch/plan/failure-words.ts';
import { dispatch as en } from '#app/ui/i18n/en/dispatch.ts';
import { dispatch } from '#app/ui/i18n/zh-cn/dispatch.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import { DayRefused } from '#server/planner/day-refused.ts';
import { at, openVisit, promisedVisit, streetDay, technician } from '#tests/support/small-day.ts';

const words = dispatch.plan.failure;

describe('a plan that could not be computed', () => {
  it('tells in the reader’s language what is known to happen', () => {
    expect(failureWords('interrupted', words)).toBe(words.interrupted);
    expect(failureWords('dismissed', words)).toBe(words.dismissed);
    expect(failureWords('worker_gone: The planning worker ended with code 9.', words)).toBe(
      words.worker_gone,
    );
  });

  it('shows anything else as it was said', () => {
    const said = 'The plan breaks its own rules.';
    expect(failureWords(said, words)).toContain(said);
    expect(failureFaults(said)).toEqual([]);
  });

  it('names each value that cannot be meant, and whose it is', () => {
    const problem = streetDay(
      [technician('t', { shiftStart: at('18:00'), shiftEnd: at('08:00') })],
      [
        openVisit('nowhere', 99),
        openVisit('short', 1, { durationSeconds: -600 }),
        promisedVisit('backwards', 2, '10:00', '09:00'),
        openVisit('odd', 3, { skills: ['welding'] }),
      ],
      { knownSkills: ['ftth', 'work'] },
    );
    const failure = `refused: ${new DayRefused(judgeProblem(problem)).message}`;
    expect(failureWords(failure, words)).toBe(words.refused(5));
    const said = failureFaults(failure).map((fault) => [
      fault.subject.id,
      faultWords(fault, en.plan.failure),
    ]);
    expect(said).toEqual([
      ['t', 'shift ends before it begins, or is no time (08:00)'],
      ['nowhere', 'no usable coordinates; place it on the map'],
      ['short', 'length of the work cannot be -600 s'],
      ['backwards', 'promised time ends before it begins, or is no time (10:00–09:00)'],
      ['odd', 'unknown skill “welding”'],
    ]);
  });
});
