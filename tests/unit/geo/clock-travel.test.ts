import { describe, expect, it } from 'vitest';
import { clockTravel } from '#domain/geo/clock-travel.ts';
import { straightLegs } from '#domain/geo/quiet-legs.ts';
import { CITY } from '#domain/geo/travel.ts';
import type { Place } from '#domain/scheduling/model.ts';

const HOUR = 3600;
const HOME = { lng: 119.289, lat: 26.092 };
// 5.56 km further: 7378 m of road, 29.5 minutes by e-bike and 14.8 by car in a quiet hour, then five at the door.
const FAR = { lng: 119.289, lat: 26.142 };
const minutes = (seconds: number) => seconds / 60;

describe('ways by the clock', () => {
  const places: Place[] = [HOME, FAR];
  const travel = clockTravel(places, straightLegs(places), CITY);
  const { leaving, arriving } = travel.byTheClock!;

  it('take longer at five than at three', () => {
    expect(minutes(leaving(0, 1, 'car', 15 * HOUR))).toBe(20);
    // 14.8 × 30/22 = 20.1 minutes on the move, then five
    expect(minutes(leaving(0, 1, 'car', 17 * HOUR))).toBe(26);
    expect(minutes(leaving(0, 1, 'ebike', 15 * HOUR))).toBe(35);
    expect(minutes(leaving(0, 1, 'ebike', 17 * HOUR))).toBe(39);
  });

  it('are driven partly in the rush by those who set out before it', () => {
    // Ten minutes quiet, the other 4.8 quiet ones at 30/22
    expect(minutes(leaving(0, 1, 'car', 17 * HOUR - 600))).toBe(22);
    expect(minutes(arriving(0, 1, 'car', 17 * HOUR))).toBe(20);
  });

  it('end in the rush as slowly as they are driven in it', () => {
    expect(minutes(arriving(0, 1, 'car', 18 * HOUR))).toBe(26);
    expect(minutes(arriving(0, 1, 'car', 17 * HOUR + 600))).toBe(22);
  });

  it('answer with the slowest hour of the window where no instant is known', () => {
    const windowed: Place[] = [
      HOME,
      { ...FAR, arrival: { from: 15 * HOUR, until: 15 * HOUR } },
      { ...FAR, arrival: { from: 16 * HOUR, until: 17.5 * HOUR } },
      { ...FAR, arrival: { from: 10 * HOUR, until: 16 * HOUR } },
      FAR,
    ];
    const day = clockTravel(windowed, straightLegs(windowed), CITY);
    expect([1, 2, 3, 4].map((to) => minutes(day.seconds(0, to, 'car', 0)))).toEqual([20, 26, 20, 26]);
  });

  it('drive once to two visits at one rough place', () => {
    const rough = { ...FAR, uncertaintyMetres: 1500 };
    const twice: Place[] = [HOME, rough, { ...rough, arrival: { from: 15 * HOUR, until: 16 * HOUR } }];
    const day = clockTravel(twice, straightLegs(twice), CITY);
    expect(day.metres(1, 2, 'ebike')).toBe(0);
    expect(day.seconds(1, 2, 'ebike', 0)).toBe(0);
    expect(day.metres(0, 2, 'ebike')).toBe(day.metres(0, 1, 'ebike'));
  });

  it('take over midnight the hours of the next day', () => {
    expect(leaving(0, 1, 'car', 24 * HOUR + 7 * HOUR)).toBe(leaving(0, 1, 'car', 7 * HOUR));
    expect(leaving(0, 1, 'ebike', -600)).toBe(leaving(0, 1, 'ebike', 23 * HOUR));
  });

  it('name a factor that is not one', () => {
    const learned = { car: { evening: 0 } };
    const broken = clockTravel(places, straightLegs(places), { ...CITY, learned });
    expect(() => broken.byTheClock!.leaving(0, 1, 'car', 0)).toThrow('The rate of car in hour 17 is 0');
  });
});
