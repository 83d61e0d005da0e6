import { describe, expect, it } from 'vitest';
import { questionnaireOf, questionsOf } from '#domain/callback/questionnaires.ts';
import { beijing } from '#tests/support/story.ts';

const ids = (type: Parameters<typeof questionnaireOf>[0], standard = 'tietong-fujian-2015') =>
  questionnaireOf(type, standard)?.questions.map(({ id }) => id);

describe('what a callback asks', () => {
  it('[CALL-06] an install: working, on time, conduct, overall, suggestions', () => {
    expect(ids('install')).toEqual(['working', 'on_time', 'conduct', 'overall', 'suggestions']);
  });

  it('[CALL-07] [CALL-10] [CALL-11] 中国电信 asks a repaired customer two questions more', () => {
    expect(ids('fault')?.[0]).toBe('working');
    expect(ids('fault', 'telecom')?.slice(0, 3)).toEqual(['repairedOnDay', 'score', 'working']);
  });

  it('[CALL-08] a complaint: satisfied, how often, timely, why not', () => {
    expect(ids('complaint')).toEqual(['satisfied', 'how_often', 'timely', 'why_not', 'suggestions']);
  });

  it('[CALL-09] a removal: the true reason and whether they may return', () => {
    expect(ids('remove')?.slice(0, 2)).toEqual(['true_reason', 'may_return']);
  });

  it('[RECD-04] what only ends with an answer or a look: the judgement and what the customer wants to say', () => {
    for (const type of ['suggestion', 'consult', 'business', 'inspection'] as const)
      expect(questionnaireOf(type, 'base')).toMatchObject({
        rule: 'RECD-04',
        questions: [{ id: 'overall' }, { id: 'suggestions' }],
      });
  });
});

describe('what is asked about one order', () => {
  const asked = (type: 'install' | 'remove', parentOrderId: string | null) =>
    questionsOf({
      type,
      parentOrderId,
      standardId: 'tietong-fujian-2015',
      restoredAt: null,
      repliedAt: null,
    }).map(({ id }) => id);

  it('[CALL-04] [CALL-09] a removal of its own asks why the customer leaves', () => {
    expect(asked('remove', null)).toContain('true_reason');
  });

  it('[CALL-01] [CALL-06] the old line of a move is asked about as the visit that it was', () => {
    expect(asked('remove', 'o1')).toEqual(['on_time', 'conduct', 'overall', 'suggestions']);
    expect(asked('install', 'o1')).toContain('working');
  });

  it('[CALL-10] names the local day of the repair, not the day of the reply', () => {
    const [first] = questionsOf({
      type: 'fault',
      parentOrderId: null,
      standardId: 'telecom',
      restoredAt: beijing('2026-03-10 00:20'),
      repliedAt: beijing('2026-03-11 09:00'),
    });
    expect(first?.clause).toBe('请问您的障碍是在3月10号修复的吗');
  });
});
