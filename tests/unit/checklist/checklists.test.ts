import { describe, expect, it } from 'vitest';
import { CHECKLIST, checklistAt } from '#domain/checklist/checklists.ts';

describe('what software cannot see', () => {
  it('is a card in the document’s own words, once each', () => {
    expect(new Set(CHECKLIST.map(({ id }) => id)).size).toBe(CHECKLIST.length);
    for (const { id, clause } of CHECKLIST) expect(clause, id).toMatch(/\p{Script=Han}/u);
  });

  it('[SITE-15] 铁通 forbids to ask the customer for tools, 天域 has a phrase to ask (X-25)', () => {
    const ids = (standard: string) => checklistAt('on_site', standard).map(({ id }) => id);
    expect(ids('tietong-fujian-2015')).toContain('no_customer_tools');
    expect(ids('tianyu-2014')).not.toContain('no_customer_tools');
  });

  it('[TRAV-08] the door has its card for an open door and nobody home', () => {
    expect(checklistAt('door', 'base').map(({ rule }) => rule)).toContain('TRAV-08');
  });
});
