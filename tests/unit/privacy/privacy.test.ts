import { describe, expect, it } from 'vitest';
import { judgeExport, watermark } from '#domain/privacy/judge-export.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { commandSchemas, parse } from '#protocol/schema.ts';
import { customer } from '#protocol/schema-base.ts';
import { beijing, Story } from '#tests/support/story.ts';

describe('what leaves the house', () => {
  it('[PRIV-02] needs the right to it and a reason', () => {
    expect(judgeExport('supervisor', 'monthly report')).toEqual([]);
    expect(judgeExport('supervisor', ' ').map(({ facts }) => facts)).toEqual([{ missing: 'reason' }]);
    expect(judgeExport('technician', 'curious').map(({ facts }) => facts)).toEqual([
      { role: 'technician', permitted: false },
    ]);
  });

  it('[PRIV-02] carries who took it, when and what for', () => {
    expect(watermark('黄', beijing('2026-03-10 09:00'), '月报', 'Asia/Shanghai')).toBe(
      '内部资料 黄 2026-03-10T09:00:00+08:00 月报',
    );
  });
});

describe('what is asked and kept', () => {
  it('[PRIV-04] of a customer: who is called, where, and how to get in, and nothing else', () => {
    const more = parse(customer, { name: '张三', idCard: '350102199001011234' });
    expect(more).toMatchObject({ ok: false, fault: { field: 'idCard' } });
    expect(Object.keys(customer.shape).toSorted()).toEqual([
      'accessNotes',
      'address',
      'contactPerson',
      'name',
      'note',
      'phone',
      'previousAddress',
    ]);
  });

  it('[PRIV-04] no command takes a password: what the customer’s own is nobody writes down', () => {
    expect(JSON.stringify(Object.keys(commandSchemas))).not.toMatch(/password/i);
    const sign = parse(commandSchemas['visit.sign'], { orderId: 'o1', filledBy: 'customer', password: 'x' });
    expect(sign).toMatchObject({ ok: false, fault: { field: 'password' } });
  });

  it('[PRIV-06] a note on private matters is pointed out, one on the order is not', () => {
    expect(judgePrivateMatters('客户刚离婚,工资不高')[0]?.facts).toEqual({ words: ['离婚', '工资'] });
    expect(judgePrivateMatters('家里没人,下午再来')).toEqual([]);
    const story = Story.accepted();
    const asked = story.do('2026-03-09 10:00', 'question.ask', { question: '问及收入情况' });
    expect(asked.verdict.outcome).toBe('accepted');
    expect(asked.verdict.findings.map(({ rule }) => rule)).toContain('PRIV-06');
  });
});
