import { describe, expect, it } from 'vitest';
import { faultWord } from '#domain/script/fault-word.ts';
import { beijing, Story } from '#tests/support/story.ts';

const rules = (decision: ReturnType<Story['do']>) => decision.verdict.findings.map(({ rule }) => rule);

describe('words that reach a customer', () => {
  it('[RECD-03] a forbidden phrase in the reason of a change is pointed out and does not refuse', () => {
    const story = Story.promised();
    const change = story.do('2026-03-10 09:00', 'appointment.change', {
      start: beijing('2026-03-10 17:00'),
      cause: 'company',
      reason: '你急什么,前面还没做完',
    });
    expect(change.verdict.outcome).toBe('accepted');
    expect(rules(change)).toContain('RECD-03');
  });

  it('[RECD-03] 不行 is forbidden by 铁通 and said by 天域 itself (X-26)', () => {
    for (const [standardId, found] of [
      ['tietong-fujian-2015', true],
      ['tianyu-2014', false],
    ] as const) {
      const story = Story.promised(standardId);
      const late = { eta: beijing('2026-03-10 16:30'), reason: '今天路上不行' };
      expect(rules(story.do('2026-03-10 15:00', 'appointment.late', late)).includes('RECD-03')).toBe(found);
    }
  });

  it('[ATTR-02] once the service is back nobody says that we are looking for the cause; the recorded one is told', () => {
    const fault = { ...Story.accepted('tietong-fujian-2015', 'fault').now, restoredAt: 1 };
    expect(faultWord(fault, {})).toEqual({ rendered: null, findings: [] });
    const cause = { side: 'central_office', code: 'access_line' } as never;
    expect(faultWord({ ...fault, cause }, {}).rendered?.id).toBe('S-F-OURSDONE');
  });

  it('[ATTR-02] no cause goes out before it was recorded; then the phrase of the cause does', () => {
    const fault = Story.accepted('tietong-fujian-2015', 'fault').now;
    const early = faultWord(fault, { cause: '路由器' });
    expect(early.findings[0]).toMatchObject({ rule: 'ATTR-02', kind: 'block' });
    expect(faultWord(fault, {})).toMatchObject({ findings: [], rendered: { id: 'S-F-INVEST' } });
    const cause = { side: 'customer_side' as const, code: 'customer_terminal' as const, recordedAt: 0 };
    const later = faultWord({ ...fault, cause }, { cause: '路由器' });
    expect(later.findings).toEqual([]);
    expect(later.rendered?.text).toContain('路由器');
  });

  it('[ATTR-05] an outage without its expected end does not go out: what is missing is named', () => {
    const fault = Story.accepted('mobile-2015', 'fault').now;
    const cause = { side: 'central_office' as const, code: 'egress' as const, recordedAt: 0 };
    expect(faultWord({ ...fault, cause }, {}).rendered).toMatchObject({ text: null, missing: ['eta'] });
    expect(faultWord({ ...fault, cause }, { eta: '18:00' }).rendered?.text).toContain('18:00');
  });
});
