import { describe, expect, it } from 'vitest';
import { responsibilityLog } from '#domain/responsibility/responsibility-log.ts';
import { beijing, Story } from '#tests/support/story.ts';

describe('who answers for what', () => {
  it('[RESP-05] an order given back is on the log with unit and person', () => {
    const story = new Story();
    story.do(
      '2026-03-09 09:00',
      'order.intake',
      { number: '1', areaId: 'a1', type: 'fault' },
      { role: 'csr' },
    );
    story.do('2026-03-09 09:05', 'order.dispatch', { technicianId: 't1' });
    story.do('2026-03-09 09:10', 'order.return', { reason: 'wrong area' });
    expect(responsibilityLog(story.now, story.standard, beijing('2026-03-09 09:11'))).toEqual([
      {
        at: beijing('2026-03-09 09:10'),
        kind: 'returned',
        rule: 'ACPT-02',
        timer: null,
        unit: 'a1',
        personId: 't1',
      },
    ]);
  });

  it('[RESP-05] a limit that passed names who had the order then; the desk answers for its own', () => {
    const story = new Story();
    story.do(
      '2026-03-09 09:00',
      'order.intake',
      { number: '1', areaId: 'a1', type: 'fault' },
      { role: 'csr' },
    );
    story.do('2026-03-09 09:15', 'order.dispatch', { technicianId: 't1' });
    const log = responsibilityLog(story.now, story.standard, beijing('2026-03-09 09:31'));
    expect(log.map(({ timer, personId }) => [timer, personId])).toEqual([
      ['T_DISPATCH_FAULT', 'csr'],
      ['T_ACCEPT', 't1'],
    ]);
  });

  it('[RESP-05] nothing is on it while every limit is kept', () => {
    const story = Story.accepted();
    expect(responsibilityLog(story.now, story.standard, beijing('2026-03-09 09:30'))).toEqual([]);
  });
});
