import { describe, expect, it } from 'vitest';
import { claimStatus } from '#domain/damage/claim-states.ts';
import { beijing, Story } from '#tests/support/story.ts';

describe('[DMG-01] something of the customer’s was damaged', () => {
  it('is reported with what it was, a photo and the apology on the spot', () => {
    const story = Story.accepted();
    story.do('2026-03-09 10:00', 'damage.report', { item: 'glass door', photo: true, apologised: true });
    expect(claimStatus(story.now)).toBe('apologised');
    expect(story.now.damage).toMatchObject({
      reportedAt: beijing('2026-03-09 10:00'),
      apologisedAt: beijing('2026-03-09 10:00'),
      item: 'glass door',
      photo: true,
    });
  });

  it('is reported without words by programs that have none, and waits for the apology', () => {
    const story = Story.accepted();
    story.do('2026-03-09 10:00', 'damage.report', {});
    expect(claimStatus(story.now)).toBe('reported');
    expect(story.now.damage).toEqual({
      reportedAt: beijing('2026-03-09 10:00'),
      agreedAt: null,
      compensatedAt: null,
    });
  });

  it('keeps the words of the report until it is assessed, whose words then count', () => {
    const story = Story.accepted();
    story.do('2026-03-09 10:00', 'damage.report', { item: 'a door' });
    story.do('2026-03-09 11:00', 'damage.assess', { item: 'left glass door', amount: 180 });
    expect(story.now.damage).toMatchObject({ item: 'left glass door', amount: 180 });
  });
});
