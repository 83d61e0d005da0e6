import { describe, expect, it } from 'vitest';
import { dayScale } from '#app/dispatch/timeline/day-scale.ts';
import { hoursOf, instantAt, labelStep, snapped, xOf } from '#app/dispatch/timeline/scale.ts';
import { instantOf } from '#domain/time/zone.ts';

const TZ = 'Asia/Shanghai';
const at = (date: string, clock: string) => instantOf(date, clock, TZ);
const scaleOf = (zoom: 'day' | 'half' | 'days', width: number) => dayScale('2026-03-10', TZ, [], width, zoom);

describe('the hours of the timeline', () => {
  it('of a day fill the room, of half a day twice the room', () => {
    const day = scaleOf('day', 1400);
    expect([day.from, day.to]).toEqual([at('2026-03-10', '07:00'), at('2026-03-10', '21:00')]);
    expect(xOf(day, day.to)).toBeCloseTo(1400);
    expect(xOf(scaleOf('half', 1400), day.to)).toBeCloseTo(2800);
  });

  it('of three days go from the first morning to the third evening and fill the room as well', () => {
    const days = scaleOf('days', 1400);
    expect([days.from, days.to]).toEqual([at('2026-03-10', '07:00'), at('2026-03-12', '21:00')]);
    expect(days.midnights).toEqual([
      at('2026-03-10', '00:00'),
      at('2026-03-11', '00:00'),
      at('2026-03-12', '00:00'),
    ]);
    expect(xOf(days, days.to)).toBeCloseTo(1400);
  });

  it('keep a least width in a narrow room, so that a visit can still be hit', () => {
    expect(scaleOf('day', 300).pxPerMin).toBe(0.9);
    expect(scaleOf('days', 300).pxPerMin).toBe(0.3);
  });

  it('are labelled as closely as they can be read, midnights among them', () => {
    expect(labelStep(scaleOf('day', 1400))).toBe(1);
    const days = scaleOf('days', 1400);
    expect(labelStep(days)).toBe(2);
    expect(hoursOf(days)[0]).toBe(at('2026-03-10', '08:00'));
    expect(hoursOf(days)).toContain(days.midnights[1]);
  });

  it('answer a point of the third day with a quarter hour of that day', () => {
    const days = scaleOf('days', 1400);
    const start = at('2026-03-12', '14:15');
    expect(snapped(instantAt(days, xOf(days, start) + 1))).toBe(start);
  });
});
