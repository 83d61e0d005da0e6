import { describe, expect, it } from 'vitest';
import { faultPhaseOf } from '#domain/script/fault-phase.ts';
import { forbiddenIn } from '#domain/script/forbidden.ts';
import { renderScript, scriptFor } from '#domain/script/render-script.ts';
import { SCRIPTS } from '#domain/script/scripts.ts';
import { Story } from '#tests/support/story.ts';

describe('the phrases of the standards', () => {
  it('have one id each', () => {
    expect(new Set(SCRIPTS.map(({ id }) => id)).size).toBe(SCRIPTS.length);
  });

  it('[APPT-09] read back the agreed time in the words of the order’s own standard', () => {
    const script = scriptFor('read_back', 'tietong-fujian-2015')!;
    expect(renderScript(script, 'tietong-fujian-2015', { start: '3月10日16:00' })).toEqual({
      id: 'S-APPT-CONFIRM',
      text: '好的,我将会在3月10日16:00准时上门为您装机/检修。',
      missing: [],
    });
    expect(scriptFor('read_back', 'telecom')?.id).toBe('S-APPT-CONFIRM2');
    expect(scriptFor('door', 'unicom-2013')).toBeNull();
  });

  it('[CHG-02] are never said with a gap in them: the reason of a change has to be named', () => {
    const script = scriptFor('change', 'mobile-2015')!;
    expect(
      renderScript(script, 'mobile-2015', { name: '陈', old: '16:00', alt1: '17:00', alt2: '18:00' }),
    ).toEqual({
      id: 'S-CHANGE',
      text: null,
      missing: ['reason'],
    });
  });

  it('fill in the hot-line that the standard states', () => {
    const script = scriptFor('leaving', 'tietong-fujian-2015')!;
    expect(renderScript(script, 'tietong-fujian-2015', {}).text).toContain('10050');
  });

  it('[ATTR-05] an egress outage is announced with its expected end or not at all', () => {
    const script = scriptFor('egress_outage', 'mobile-2015')!;
    expect(renderScript(script, 'mobile-2015', {}).missing).toEqual(['eta']);
  });
});

describe('what may be said of a fault', () => {
  it('[ATTR-02] no cause is given before it was recorded', () => {
    const fault = Story.accepted('tietong-fujian-2015', 'fault').now;
    expect(faultPhaseOf(fault)).toBe('investigating');
    expect(scriptFor(faultPhaseOf(fault), 'tietong-fujian-2015')?.id).toBe('S-F-INVEST');
    const cause = { side: 'central_office' as const, recordedAt: 0 };
    expect(faultPhaseOf({ ...fault, cause })).toBe('ours_fixing');
    expect(faultPhaseOf({ ...fault, cause, restoredAt: 1 })).toBe('ours_fixed');
    expect(faultPhaseOf({ ...fault, status: 'blocked' })).toBe('unsolvable_here');
  });
});

describe('forbidden phrases', () => {
  it('[RECD-03] are found in a text for a customer', () => {
    expect(forbiddenIn('我不知道,你急什么', 'tietong-fujian-2015')).toEqual(['我不知道', '急什么']);
    expect(forbiddenIn('非常抱歉,我们马上处理', 'tietong-fujian-2015')).toEqual([]);
  });

  it('[RECD-03] differ by standard: 天域 says 不行的 itself', () => {
    expect(forbiddenIn('不行的,这样会违反规定', 'tietong-fujian-2015')).toEqual(['不行']);
    expect(forbiddenIn('不行的,这样会违反规定', 'tianyu-2014')).toEqual([]);
  });

  it('[RECD-03] no phrase of ours is forbidden under the standards that use it', () => {
    for (const { id, text, standards } of SCRIPTS)
      for (const standard of standards ?? ['base']) expect(forbiddenIn(text, standard), id).toEqual([]);
  });
});
