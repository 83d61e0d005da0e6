import { describe, expect, it } from 'vitest';
import { Story } from '#tests/support/story.ts';

/** What the callback of a finished repair says to a score, warnings and all. */
function findingsAt(score: number) {
  const story = Story.promised('telecom', 'fault');
  story.order = { ...story.now, status: 'replied' };
  return story.do(
    '2026-03-11 09:00',
    'callback.record',
    { agent: 'c1', outcome: 'done', score },
    { role: 'callback_agent' },
  ).verdict.findings;
}

describe('a score in the callback', () => {
  // E-68
  it('[CALL-11] of eight is satisfied: nobody is asked why; of seven is', () => {
    expect(findingsAt(8)).toEqual([]);
    expect(findingsAt(7)).toMatchObject([{ rule: 'CALL-11', kind: 'warning' }]);
  });
});
