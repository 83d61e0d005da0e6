import { describe, expect, it } from 'vitest';
import { listsOf } from '#app/board/lists.ts';
import { tallyOf } from '#app/board/tally.ts';
import type { AreaBoard } from '#app/live/board.ts';
import { ROLES } from '#domain/base/role.ts';
import { judgeExport, watermark } from '#domain/privacy/judge-export.ts';
import { judgePrivateMatters } from '#domain/privacy/private-matters.ts';
import { seesPositions } from '#domain/privacy/sees-positions.ts';
import type { Technician } from '#domain/technician/technician.ts';
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

describe('where technicians are', () => {
  it('[PRIV-05] is told to those who dispatch and supervise, and to the desk that tells customers of lateness', () => {
    const told = ROLES.filter((role) => seesPositions(role));
    expect(told).toEqual(['csr', 'dispatcher', 'area_lead', 'supervisor', 'system']);
  });

  it('[PRIV-05] leaves nobody silent on the board of who may not see it', () => {
    const technician = {
      id: 't1',
      onDuty: true,
      onDutySince: 0,
      shift: { start: '08:00', end: '18:00' },
    } as Technician;
    const area = {
      area: { id: 'a1' },
      orders: new Map(),
      approvals: new Map(),
      technicians: new Map([['t1', technician]]),
    } as unknown as AreaBoard;
    const now = beijing('2026-03-10 09:00');
    expect(tallyOf([area], now, () => undefined).silent).toMatchObject([{ technician, lastAt: null }]);
    expect(tallyOf([area], now, null).silent).toEqual([]);
    expect(listsOf('supervisor')).toContain('silent');
    expect(listsOf('auditor')).not.toContain('silent');
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
