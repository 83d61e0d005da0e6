import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '#domain/base/rule-id.ts';
import type { OrderScope } from '#domain/standard/amendments.ts';
import { BASE } from '#domain/standard/base.ts';
import {
  bookOf,
  resolveStandard,
  STANDARD_IDS,
  STANDARDS,
  standardLayer,
} from '#domain/standard/catalogue.ts';
import type { ParameterName } from '#domain/standard/parameter.ts';
import { amendStandard } from '#domain/standard/resolve.ts';

describe('the standards', () => {
  it('hold a clause and its document for everything they state, and none for a choice of ours', () => {
    for (const layer of STANDARDS)
      for (const [name, entry] of Object.entries(layer.parameters)) {
        const place = `${layer.id} ${name}`;
        expect(RULE_IDS, place).toContain(entry.rule);
        if (entry.kind === 'stated') {
          expect(entry.clause, place).toMatch(/\p{Script=Han}/u);
          expect(entry.source ?? layer.source, place).toMatch(/\p{Script=Han}/u);
        } else expect(entry.clause, place).toBeNull();
      }
  });

  it('resolve every parameter of the base under every standard', () => {
    for (const id of STANDARD_IDS)
      for (const name of Object.keys(BASE.parameters) as ParameterName[])
        expect(resolveStandard(id).get(name), `${id} ${name}`).not.toBeUndefined();
  });

  it('answer with the origin of a value: stated, inherited or our choice', () => {
    const tietong = resolveStandard('tietong-fujian-2015');
    expect(tietong.origin('change.noticeMin')).toMatchObject({ value: 120, kind: 'stated', rule: 'CHG-01' });
    expect(tietong.origin('late.maxShiftMin')).toMatchObject({ kind: 'inherited', standardId: 'base' });
    expect(resolveStandard('telecom').origin('change.max')).toMatchObject({ value: 2, kind: 'choice' });
    expect(resolveStandard('unicom-2013').origin('reply.maxHours')).toMatchObject({
      value: 20,
      kind: 'inherited',
    });
  });

  it('[ACPT-03] mark what a document does not say of acceptance as inherited', () => {
    expect(resolveStandard('tietong-fujian-2015').origin('accept.dayMin').kind).toBe('stated');
    expect(resolveStandard('mobile-2015').origin('accept.dayMin').kind).toBe('inherited');
  });

  it('[ARITH-11] an amendment is a new version and leaves the old one as it was', () => {
    const before = resolveStandard('tietong-fujian-2015');
    const after = amendStandard(before, 'accept.dayMin', 10);
    expect([after.version, after.get('accept.dayMin'), before.get('accept.dayMin')]).toEqual([2, 10, 15]);
    expect(after.origin('accept.dayMin').kind).toBe('choice');
    expect(after.origin('change.noticeMin')).toMatchObject({ value: 120, kind: 'stated', version: 2 });
  });

  it('[ARITH-11] amended, hold every version: the latest for new orders, an earlier one for those that are pinned to it', () => {
    const book = bookOf([
      { standardId: 'base', name: 'change.noticeMin', value: 150, reason: 'longer ways' },
      { standardId: 'mobile-2015', name: 'change.noticeMin', value: 90, reason: 'agreed with the branch' },
      { standardId: 'base', name: 'change.noticeMin', value: 180, reason: 'longer ways still' },
    ]);
    const mobile = [1, 2, 3].map((version) => book('mobile-2015', version).get('change.noticeMin'));
    expect(mobile).toEqual([120, 150, 90]);
    expect(book('mobile-2015').version).toBe(3);
    expect(book('base').get('change.noticeMin')).toBe(180);
    expect(book('mobile-2015', 2).origin('change.noticeMin')).toMatchObject({
      kind: 'inherited',
      standardId: 'base',
    });
    expect(book('mobile-2015').origin('change.noticeMin')).toMatchObject({
      kind: 'choice',
      standardId: 'mobile-2015',
    });
  });

  it('[ARITH-11] amended in the base, stay as they are where the document says otherwise', () => {
    const book = bookOf([
      { standardId: 'base', name: 'change.noticeMin', value: 150, reason: 'longer ways' },
    ]);
    expect(book('tietong-fujian-2015')).toMatchObject({ version: 1 });
    expect(book('tietong-fujian-2015').get('change.noticeMin')).toBe(120);
    expect(() => book('tietong-fujian-2015', 2)).toThrow(/has versions 1 to 1, not 2/);
  });

  it('name the known ones when asked for an unknown one', () => {
    expect(() => resolveStandard('tietong')).toThrow(/Known: base, mobile-2015, tietong-fujian-2015/);
    expect(() => standardLayer('x')).toThrow(/Unknown service standard "x"/);
  });
});

describe('values for some orders only', () => {
  const book = bookOf([
    { standardId: 'base', name: 'late.noticeMin', value: 20, reason: 'the branch asks' },
    {
      standardId: 'mobile-2015',
      name: 'change.noticeMin',
      value: 240,
      for: { region: 'village' },
      reason: 'long ways',
    },
    {
      standardId: 'mobile-2015',
      name: 'change.noticeMin',
      value: 60,
      for: { customerClass: 'vip' },
      reason: 'their own desk',
    },
    { standardId: 'mobile-2015', name: 'change.noticeMin', value: 150, reason: 'longer notice for all' },
  ]);
  const notice = (order: OrderScope, version?: number) =>
    book('mobile-2015', version, order).get('change.noticeMin');

  it('[ARITH-11] hold for orders with these facts, and for no other', () => {
    expect(notice({ region: 'village', type: 'fault', customerClass: 'public' })).toBe(240);
    expect(notice({ region: 'urban', type: 'fault', customerClass: 'public' })).toBe(150);
    expect(book('telecom', undefined, { region: 'village' }).get('change.noticeMin')).toBe(120);
  });

  it('[CUST-01] the customer’s class wins over the class of the region, both over the standard', () => {
    expect(notice({ region: 'village', type: 'fault', customerClass: 'vip' })).toBe(60);
  });

  it('[ARITH-11] count as versions of the standard for all its orders, so that a pinned order keeps what it has', () => {
    const village: OrderScope = { region: 'village', type: 'install', customerClass: 'vip' };
    expect([1, 2, 3, 4, 5].map((version) => notice(village, version))).toEqual([120, 120, 240, 60, 60]);
    expect([1, 2, 3, 4, 5].map((version) => notice({}, version))).toEqual([120, 120, 120, 120, 150]);
    expect(book('mobile-2015', undefined, village).version).toBe(5);
    expect(book('mobile-2015', 3, village).origin('change.noticeMin')).toMatchObject({
      kind: 'choice',
      standardId: 'mobile-2015',
      version: 3,
    });
  });
});
