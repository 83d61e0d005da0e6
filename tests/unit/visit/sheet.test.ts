import { describe, expect, it } from 'vitest';
import { anomaliesOf, repeatedSignatures } from '#domain/kpi/anomalies.ts';
import type { Decision } from '#domain/order/decision.ts';
import { photosOf } from '#domain/photo/photo.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { commandSchemas, parse } from '#protocol/schema.ts';
import { beijing, Story } from '#tests/support/story.ts';

const SIGNED = '2026-03-10 16:40';
const image = (letter: string) => ({
  id: `00000000-0000-4000-8000-00000000000${letter}`,
  hash: letter.repeat(64),
  of: 'signature' as const,
});

/** A repair that has been tested; the customer is asked to sign. */
function tested(standardId: 'mobile-2015' | 'telecom' = 'mobile-2015'): Story {
  const story = Story.promised(standardId, 'fault');
  story.do('2026-03-10 15:30', 'visit.depart', {});
  story.do('2026-03-10 15:58', 'visit.arrive', {});
  story.do('2026-03-10 16:00', 'visit.enter', {});
  story.do('2026-03-10 16:05', 'visit.work', {});
  story.do('2026-03-10 16:20', 'visit.activate', {});
  story.do('2026-03-10 16:30', 'visit.test', {});
  return story;
}
const refusedBy = ({ verdict }: Decision) =>
  verdict.findings.filter(({ kind }) => kind === 'block').map(({ rule }) => rule);
const signatureOf = (story: Story) => story.now.visits.at(-1)?.signature;

describe('the confirmation sheet', () => {
  it('[DONE-02] keeps what the customer wrote as it was written, and who gets the three copies', () => {
    const story = tested();
    story.do(SIGNED, 'visit.sign', { filledBy: 'customer', rating: 'neutral', opined: true });
    expect(signatureOf(story)).toMatchObject({
      filledBy: 'customer',
      answer: { scale: 'text', rating: 'neutral', opined: true },
      copies: ['customer', 'technician', 'maintenance'],
    });
  });

  it('[DONE-02] an answer in numbers stays one in numbers, on its own scale', () => {
    const story = tested('telecom');
    story.do(SIGNED, 'visit.sign', { filledBy: 'customer', score: 8 });
    expect(signatureOf(story)?.answer).toEqual({ scale: '1-10', score: 8 });
    expect(story.now.visits.at(-1)?.satisfied, '8 counts as satisfied').toBeUndefined();
  });

  // E-80
  it('[DONE-02] is not the technician’s to fill in, not even as a refusal with a rating', () => {
    const story = tested();
    const rating = { rating: 'satisfied' as const };
    expect(refusedBy(story.do(SIGNED, 'visit.sign', { filledBy: 'technician', ...rating }))).toEqual([
      'DONE-02',
    ]);
    const refused = { filledBy: 'technician' as const, refused: true, reason: '客户赶时间' };
    for (const more of [rating, { score: 10 }, { opined: true }, { signatureHash: 'a'.repeat(64) }])
      expect(refusedBy(story.do(SIGNED, 'visit.sign', { ...refused, ...more }))).toEqual(['DONE-02']);
    expect(signatureOf(story)).toBeNull();
  });

  // E-79
  it('[DONE-03] a refusal is on record with its reason, has no copies, and is followed up', () => {
    const story = tested();
    expect(refusedBy(story.do(SIGNED, 'visit.sign', { filledBy: 'technician', refused: true }))).toEqual([
      'DONE-03',
    ]);
    const refusal = { filledBy: 'technician' as const, refused: true, reason: '客户赶时间' };
    const decision = story.do(SIGNED, 'visit.sign', refusal);
    expect(decision.events).toContainEqual({
      type: 'follow_up.noted',
      data: { rule: 'DONE-02', reason: '客户赶时间' },
    });
    expect(signatureOf(story)).toEqual({ filledBy: 'technician', refused: true, reason: '客户赶时间' });
  });

  it('[SITE-23] a customer who rates a repair as bad is not satisfied, and says why', () => {
    for (const [standardId, bad] of [
      ['mobile-2015', { rating: 'dissatisfied' }],
      ['telecom', { score: 7 }],
    ] as const) {
      const story = tested(standardId);
      const sheet = { filledBy: 'customer' as const, satisfied: true, ...bad };
      expect(refusedBy(story.do(SIGNED, 'visit.sign', sheet))).toEqual(['SITE-23']);
      const decision = story.do(SIGNED, 'visit.sign', { ...sheet, opined: true });
      expect(decision.verdict.outcome).toBe('accepted');
      expect(story.now.visits.at(-1)?.satisfied).toBe(false);
      expect(decision.events).toContainEqual({
        type: 'follow_up.noted',
        data: { rule: 'SITE-23', reason: '' },
      });
    }
  });
});

describe('the signature', () => {
  it('[DONE-03] is an image among those of the visit, and its hash that of the sheet', () => {
    const story = tested();
    story.do(SIGNED, 'visit.sign', { filledBy: 'customer', photos: [image('a')] });
    expect(signatureOf(story)?.hash).toBe('a'.repeat(64));
    expect(photosOf(story.now)).toMatchObject([{ ...image('a'), at: beijing(SIGNED) }]);
  });

  it('[DONE-02] a sheet that names another hash than its image has is refused', () => {
    const story = tested();
    const sheet = { filledBy: 'customer' as const, photos: [image('a')] };
    expect(refusedBy(story.do(SIGNED, 'visit.sign', { ...sheet, signatureHash: 'b'.repeat(64) }))).toEqual([
      'DONE-02',
    ]);
    story.do(SIGNED, 'visit.sign', { ...sheet, signatureHash: 'a'.repeat(64) });
    expect(signatureOf(story)?.hash).toBe('a'.repeat(64));
  });

  it('[RECD-02] the same image under two sheets marks both orders', () => {
    const signed = (id: string, letter: string) => {
      const story = tested();
      story.do(SIGNED, 'visit.sign', { filledBy: 'customer', photos: [image(letter)] });
      return { ...story.now, id };
    };
    const orders = [signed('o1', 'a'), signed('o2', 'a'), signed('o3', 'b')];
    expect([...repeatedSignatures(orders).keys()]).toEqual(['o1', 'o2']);
    for (const order of orders)
      expect(anomaliesOf(order, standardOf(order), beijing(SIGNED)).map(({ kind }) => kind)).toEqual([]);
  });

  it('[DONE-02] is drawn where the customer signs and at no other step', () => {
    const photos = [image('a')];
    expect(
      parse(commandSchemas['visit.sign'], { orderId: 'o1', filledBy: 'customer', photos }),
    ).toMatchObject({ ok: true });
    expect(parse(commandSchemas['visit.test'], { orderId: 'o1', photos })).toMatchObject({ ok: false });
    expect(
      parse(commandSchemas['visit.sign'], { orderId: 'o1', filledBy: 'customer', score: 11 }),
    ).toMatchObject({ ok: false });
  });
});
