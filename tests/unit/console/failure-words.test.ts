import { describe, expect, it } from 'vitest';
import { failureWords } from '#app/dispatch/plan/failure-words.ts';
import { dispatch } from '#app/ui/i18n/zh-cn/dispatch.ts';

const words = dispatch.plan.failure;

describe('a plan that could not be computed', () => {
  it('tells in the reader’s language what is known to happen', () => {
    expect(failureWords('interrupted', words)).toBe(words.interrupted);
    expect(failureWords('worker_gone: The planning worker ended with code 9.', words)).toBe(
      words.worker_gone,
    );
  });

  it('shows a problem that cannot be planned as it was named', () => {
    const named = 'The day cannot be planned: visit v3: durationSeconds is -60';
    expect(failureWords(named, words)).toContain(named);
  });
});
