import { describe, expect, it } from 'vitest';
import { checklistAt } from '#domain/checklist/checklists.ts';
import { STANDARD_IDS } from '#domain/standard/catalogue.ts';

describe('cards are offered at their step, under every standard', () => {
  it.each([
    ['[APPT-15] at call', 'APPT-15', 'call'],
    ['[APPT-13] at call', 'APPT-13', 'call'],
    ['[INTK-03] at call', 'INTK-03', 'call'],
    ['[VRFY-03] at shift_start', 'VRFY-03', 'shift_start'],
    ['[VRFY-02] at departure', 'VRFY-02', 'departure'],
    ['[VRFY-04] at departure', 'VRFY-04', 'departure'],
    ['[INTK-04] at departure', 'INTK-04', 'departure'],
    ['[TRAV-05] at arrival', 'TRAV-05', 'arrival'],
    ['[TRAV-06] at door', 'TRAV-06', 'door'],
    ['[TRAV-07] at door', 'TRAV-07', 'door'],
    ['[TRAV-09] at door', 'TRAV-09', 'door'],
  ] as const)('%s', (_title, rule, moment) => {
    for (const id of STANDARD_IDS)
      expect(
        checklistAt(moment, id).map((card) => card.rule),
        id,
      ).toContain(rule);
  });

  it('[TRAV-06] knocking and ringing are two cards', () => {
    expect(
      checklistAt('door', 'base')
        .filter(({ rule }) => rule === 'TRAV-06')
        .map(({ id }) => id),
    ).toEqual(['knock', 'doorbell']);
  });
});
