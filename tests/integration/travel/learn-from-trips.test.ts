import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaById, areas, writeArea } from '#db/query/area.ts';
import { storeFixes } from '#db/query/position.ts';
import { travelLessons } from '#db/query/travel.ts';
import { estimateLeg, RIVER_CITY } from '#domain/geo/travel.ts';
import { PRIOR_TRIPS } from '#domain/geo/travel-lessons.ts';
import { nextNight, startTravelNights } from '#server/jobs/travel-lessons.ts';
import { learnFromTrips } from '#server/services/travel/learn-travel.ts';
import {
  DISPATCHER,
  HOUR,
  type House,
  MINUTE,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';
import { until } from '#tests/support/until.ts';

const DOOR = { lng: 119.31, lat: 26.09 };
/** 2.0 km from the door. */
const HERE = { lng: 119.31, lat: 26.072 };
const ESTIMATE_S = estimateLeg(HERE, DOOR, 'ebike', 11, RIVER_CITY).seconds;

describe('travel learned from trips', () => {
  let house: House;
  const t1 = technicianViewer('t1');
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const fix = (at: number, point = HERE, accuracyM = 10) =>
    storeFixes(house.database.sql, [
      {
        technicianId: 't1',
        seq: at,
        ...point,
        accuracyM,
        speed: null,
        heading: null,
        occurredAt: at,
        receivedAt: at,
      },
    ]);

  /** A visit that is driven to at 11:00, from where the technician then is, in so many seconds. */
  async function drive(seconds: number): Promise<void> {
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(t1, 'order.accept', { orderId });
    await house.done(t1, 'contact.attempt', { orderId, outcome: 'connected' });
    const start = house.clock.at + 3 * HOUR;
    await house.done(t1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    await house.done(t1, 'order.verify', { orderId });
    house.clock.at = start - HOUR;
    await fix(house.clock.at - MINUTE);
    await house.done(t1, 'visit.depart', { orderId });
    house.clock.at += seconds * 1000;
    await house.done(t1, 'visit.arrive', { orderId, distanceM: 10 });
  }

  it('says nothing before there were any, and of one trip a thirty-first', async () => {
    expect(await learnFromTrips(house.services)).toEqual({ gathered: 0, trips: 0, lessons: 0 });
    expect((await areaById(house.database.sql, 'gulou'))?.travel).toEqual({});

    await drive(ESTIMATE_S * 2);
    expect(await learnFromTrips(house.services)).toEqual({ gathered: 1, trips: 1, lessons: 2 });
    const [all, gulou] = await travelLessons(house.database.sql, ['gulou']);
    expect(all).toMatchObject({ areaId: null, mode: 'ebike', part: 'day', trips: 1, leftOut: 0, prior: 1 });
    expect(all?.sample).toBeCloseTo(2, 1);
    expect(all?.value).toBeCloseTo(2 ** (1 / (PRIOR_TRIPS + 1)), 3);
    expect(gulou).toMatchObject({ areaId: 'gulou', trips: 1 });
    expect(gulou!.prior).toBeCloseTo(all!.value, 3);
    expect(gulou!.untilAt).toBe(house.clock.at);

    const [gulouArea, mawei] = await areas(house.database.sql, null);
    expect(gulouArea?.travel).toEqual({ ebike: { day: expect.closeTo(gulou!.value, 3) } });
    expect(mawei?.travel).toEqual({ ebike: { day: expect.closeTo(all!.value, 3) } });
  });

  it('counts a trip once, however often it is reckoned, and keeps no place of it', async () => {
    await drive(ESTIMATE_S);
    await learnFromTrips(house.services);
    house.clock.at += HOUR;
    expect(await learnFromTrips(house.services)).toMatchObject({ gathered: 0, trips: 1 });
    const [row] = await house.database.sql`select * from trip`;
    expect(Object.keys(row!)).toEqual([
      'visit_id',
      'area_id',
      'mode',
      'departed_at',
      'arrived_at',
      'straight_m',
      'began',
    ]);
    expect(row).toMatchObject({ began: 'position', straight_m: expect.closeTo(2001, -1) });
  });

  it('does not know where a trip began without a position, and forgets trips after eight weeks', async () => {
    await drive(ESTIMATE_S);
    await house.database.sql`delete from position`;
    expect(await learnFromTrips(house.services)).toMatchObject({ gathered: 0, trips: 0 });
    await fix(house.clock.at - ESTIMATE_S * 1000);
    expect(await learnFromTrips(house.services)).toMatchObject({ gathered: 1, trips: 1 });
    house.clock.at += 57 * 24 * HOUR;
    expect(await learnFromTrips(house.services)).toMatchObject({ trips: 0, lessons: 0 });
    expect((await areaById(house.database.sql, 'gulou'))?.travel).toEqual({});
  });

  it('stays with its area when the area is written anew', async () => {
    await drive(ESTIMATE_S * 2);
    await learnFromTrips(house.services);
    const area = (await areaById(house.database.sql, 'gulou'))!;
    await writeArea(house.database.sql, { ...area, name: '鼓楼' });
    expect(await areaById(house.database.sql, 'gulou')).toMatchObject({ name: '鼓楼', travel: area.travel });
  });

  it('is reckoned by a job at half past three, and then waits for the next night', async () => {
    await drive(ESTIMATE_S);
    const night = nextNight(house.clock.at);
    expect(new Date(night).toISOString()).toBe('2026-03-10T19:30:00.000Z');
    // A clock so fast that the night comes within a second.
    const services = { ...house.services, clockRate: night - house.clock.at };
    const nights = await startTravelNights(services, house.database.url);
    try {
      house.clock.at = night;
      await until(
        'the lessons of the night',
        async () => (await travelLessons(house.database.sql, null)).length === 2,
      );
      const waiting = async () => {
        const jobs = await house.database.sql<{ state: string }[]>`
          select state from pgboss.job where name = 'travel-lessons' order by created_on`;
        return jobs.map(({ state }) => state).join(' ');
      };
      await until('the job of the next night', async () => (await waiting()).endsWith('created'));
    } finally {
      await nights.stop();
    }
  });
});
