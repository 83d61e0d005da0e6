import { describe, expect, it } from 'vitest';
import { companionTime } from '#domain/scheduling/companion-time.ts';
import { dayProblem } from '#domain/scheduling/day-problem.ts';
import { beijing, Story, TZ, technician } from '#tests/support/story.ts';

const t2 = { ...technician, id: 't2' };
const HOUR = 3600;

/** A visit of t1 and t2, planned from 16:00 to 17:30, half an hour away. */
function visitOfTwo() {
  const story = Story.promised();
  story.do('2026-03-09 10:00', 'order.accompany', { technicianId: 't2' }, { technician: t2 });
  const [start, end] = [beijing('2026-03-10 16:00'), beijing('2026-03-10 17:30')];
  story.order = {
    ...story.now,
    planned: { technicianId: 't1', start, end, travelSeconds: 1800, travelMetres: 5000 },
  };
  return story;
}
const timeOf = (story: Story, who: string, now: string, date = '2026-03-10') => {
  const origin = beijing(`${date} 00:00`);
  const toMinute = (at: number) => Math.ceil((at - origin) / 60_000) * 60;
  return companionTime(who, [story.now], { date, tz: TZ, nowSeconds: toMinute(beijing(now)), toMinute });
};

// E-101
describe('[DISP-08] the time of whoever goes along', () => {
  it('is taken from setting out until the work is done, on that day alone', () => {
    const story = visitOfTwo();
    expect(timeOf(story, 't2', '2026-03-10 08:00')).toEqual({
      breaks: [{ from: 15.5 * HOUR, until: 15.5 * HOUR, durationSeconds: 2 * HOUR }],
      until: 0,
    });
    expect(timeOf(story, 't1', '2026-03-10 08:00').breaks).toEqual([]);
    expect(timeOf(story, 't2', '2026-03-10 08:00', '2026-03-11').breaks).toEqual([]);
  });

  it('is taken already while the visit runs, and free again once it is over', () => {
    const story = visitOfTwo();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    expect(timeOf(story, 't2', '2026-03-10 15:31')).toEqual({ breaks: [], until: 17.5 * HOUR });
    story.order = { ...story.now, status: 'resolved', visits: [] };
    expect(timeOf(story, 't2', '2026-03-10 15:31')).toEqual({ breaks: [], until: 0 });
  });

  it('is nobody’s to plan over, and the visit stays with whom and where both expect it', () => {
    const { problem } = dayProblem({
      date: '2026-03-10',
      now: beijing('2026-03-10 08:00'),
      technicians: [technician, t2],
      orders: [visitOfTwo().now],
      standard: Story.promised().standard,
    });
    expect(problem.technicians.map(({ breaks }) => breaks.length)).toEqual([0, 1]);
    expect(problem.visits[0]?.lock).toEqual({ technician: 't1', begin: 16 * HOUR });
  });
});
