import { describe, expect, it } from 'vitest';
import { CITY, estimateLeg } from '#domain/geo/travel.ts';
import { learnedOf, learnTravel, PRIOR_TRIPS, type Trip } from '#domain/geo/travel-lessons.ts';
import { beijing } from '#tests/support/story.ts';

const TZ = 'Asia/Shanghai';
const HOME = { lng: 119.289, lat: 26.092 };
const THERE = { lng: 119.289, lat: 26.117 };
const STRAIGHT_M = 2779.87;

/** So many trips of 2.8 km that took `factor` times what is estimated at that hour. */
function trips(count: number, factor: number, at = '10:00', fields: Partial<Trip> = {}): Trip[] {
  const mode = fields.mode ?? 'ebike';
  const estimate = estimateLeg(HOME, THERE, mode, Number(at.slice(0, 2)), CITY).seconds;
  return Array.from({ length: count }, (_, i) => {
    const departedAt = beijing(`2026-03-${String(2 + (i % 20)).padStart(2, '0')} ${at}`);
    const arrivedAt = departedAt + Math.round(estimate * factor * 1000);
    return { areaId: 'gulou', mode, departedAt, arrivedAt, straightM: STRAIGHT_M, ...fields };
  });
}

const lessonOf = (given: readonly Trip[], areaId: string | null = 'gulou', part = 'day') =>
  learnTravel(given, CITY, TZ).find((lesson) => lesson.areaId === areaId && lesson.part === part);

describe('what trips teach about ways', () => {
  it('is nothing without trips', () => {
    expect(learnTravel([], CITY, TZ)).toEqual([]);
    expect(learnedOf([], 'gulou')).toEqual({});
  });

  it('is half of what they say when there are as many as the prior is worth', () => {
    const house = lessonOf(trips(PRIOR_TRIPS, 1.21), null)!;
    expect(house).toMatchObject({ trips: PRIOR_TRIPS, leftOut: 0, prior: 1 });
    expect(house.sample).toBeCloseTo(1.21, 2);
    // √1.21
    expect(house.value).toBeCloseTo(1.1, 2);
  });

  it('is for a new area what all areas say, until its own trips outweigh it', () => {
    const known = trips(3000, 1.5, '10:00', { areaId: 'jinan' });
    const first = lessonOf([...known, ...trips(1, 1)])!;
    expect(first.prior).toBeCloseTo(1.49, 1);
    expect(first.value).toBeCloseTo(1.47, 1);
    const later = lessonOf([...known, ...trips(600, 1)])!;
    expect(later.value).toBeCloseTo(1.02, 1);
  });

  it('keeps the rush, the modes and the areas apart', () => {
    const lessons = learnTravel(
      [...trips(200, 1.4, '17:30'), ...trips(200, 0.9), ...trips(200, 1.2, '10:00', { mode: 'car' })],
      CITY,
      TZ,
    );
    const { ebike, car } = learnedOf(lessons, 'gulou');
    expect(ebike?.evening).toBeGreaterThan(1.3);
    expect(ebike?.day).toBeLessThan(0.95);
    expect(ebike?.morning).toBeUndefined();
    expect(car?.day).toBeGreaterThan(1.1);
    expect(learnedOf(lessons, 'mawei').ebike?.evening).toBeLessThan(ebike!.evening!);
  });

  it('leaves out what no trip can be, and says how many', () => {
    const odd = [
      ...trips(2, 1, '10:00', { straightM: 120 }),
      ...trips(1, 20),
      ...trips(1, 0.02),
      ...trips(1, 4.5),
    ];
    expect(lessonOf([...trips(40, 1.1), ...odd])).toMatchObject({ trips: 40, leftOut: 5 });
    expect(lessonOf(odd)).toMatchObject({ trips: 0, leftOut: 5, sample: null, value: 1 });
  });
});
