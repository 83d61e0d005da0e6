import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '#domain/base/rule-id.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { clauseOf } from '#domain/standard/clause.ts';

const tietong = resolveStandard('tietong-fujian-2015');
const telecom = resolveStandard('telecom');

describe('the words that a rule stands on', () => {
  it('[WIN-01] are those of the value that the standard applies', () => {
    expect(clauseOf('WIN-01', tietong)).toBe(tietong.origin('visit.window').clause);
  });

  it('[CHG-01] are those of the standard’s own document where several speak of it', () => {
    expect(clauseOf('CHG-02', telecom)).toBe('取得客户理解并根据客户的具体情况重新约定上门服务时间');
    expect(clauseOf('CHG-05', telecom)).toBe('若因特殊原因无法准时到达的,应及时通知客户并取得客户的谅解');
    expect(clauseOf('TRAV-07', resolveStandard('mobile-2015'))).toContain('中国移动');
    expect(clauseOf('TRAV-07', tietong)).toBe('经用户同意后方可进门');
  });

  it('[CHG-10] are those of the rule that it follows from', () => {
    expect(clauseOf('CHG-10', tietong)).toBe(clauseOf('CHG-03', tietong));
    expect(clauseOf('CHG-10', tietong)).toContain('除非用户原因');
  });

  it('[SCHD-13] are none for a rule of our own choice', () => {
    expect(clauseOf('SCHD-13', tietong)).toBe('');
  });

  it('stand behind two rules in three', () => {
    const without = RULE_IDS.filter((rule) => !rule.startsWith('KPI-') && clauseOf(rule, tietong) === '');
    expect(without.length).toBeLessThan(RULE_IDS.length / 4);
  });
});
