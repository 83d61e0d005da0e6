import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import { NO_WAY, pointKey, type RoadTables, UNKNOWN } from '#domain/geo/road-legs.ts';
import { RoadDesk, type RoadDeskParts } from '#server/services/travel/roads/road-desk.ts';
import type { RoadServerKind } from '#server/services/travel/roads/road-server.ts';
import { roadWay, startRoadServer, type TestRoadServer } from '#tests/support/road-server.ts';

/** So many places on a grid of 500 m. */
const places = (count: number, from = 0): LngLat[] =>
  Array.from({ length: count }, (_, i) => ({
    lng: 119.2 + ((from + i) % 20) * 0.005,
    lat: 26 + Math.floor((from + i) / 20) * 0.0045,
  }));
const cellOf = (tables: RoadTables | null, from: LngLat, to: LngLat) => {
  const table = tables!.modes.car!;
  const [i, j] = [from, to].map((point) => tables!.points.indexOf(pointKey(point)));
  const index = i! * tables!.points.length + j!;
  return { seconds: table.seconds[index]!, metres: table.decametres[index]! * 10 };
};

for (const kind of ['osrm', 'valhalla'] as const) {
  describe(`a road server that speaks ${kind}`, () => {
    let server: TestRoadServer;
    const warned: unknown[] = [];
    const clock = { ticks: 0 };
    beforeEach(async () => {
      server = await startRoadServer();
      warned.length = 0;
      clock.ticks = 0;
    });
    afterEach(() => server.close());
    const desk = (parts: Partial<RoadDeskParts> = {}) => deskAt(server.base, kind, parts);
    const deskAt = (base: string, ofKind: RoadServerKind, parts: Partial<RoadDeskParts>) =>
      new RoadDesk({
        servers: { car: { kind: ofKind, base, profile: 'driving' } },
        log: { info: () => undefined, warn: (fields) => warned.push(fields), error: () => undefined },
        now: () => 1_000,
        ticks: () => clock.ticks,
        ...parts,
      });

    it('is asked about ways once and answers between all places, in metres and seconds', async () => {
      const points = places(30);
      const asking = desk();
      const tables = await asking.tables(points, ['car', 'ebike']);
      expect(Object.keys(tables!.modes)).toEqual(['car']);
      for (const [from, to] of [
        [points[0]!, points[29]!],
        [points[17]!, points[3]!],
      ] as const) {
        const way = roadWay(from, to);
        const cell = cellOf(tables, from, to);
        expect(Math.abs(cell.seconds - way.seconds)).toBeLessThanOrEqual(0.5 + 0.1);
        expect(Math.abs(cell.metres - way.metres)).toBeLessThanOrEqual(5 + 0.1);
      }
      expect(cellOf(tables, points[5]!, points[5]!)).toEqual({ seconds: 0, metres: 0 });
      const before = server.asked.length;
      await asking.tables(points, ['car']);
      expect(server.asked).toHaveLength(before);
      expect(asking.status()).toMatchObject([{ mode: 'car', kind, state: 'well', places: 30, failed: 0 }]);
    });

    it('is asked in blocks that it takes, few at a time, and only for what is new', async () => {
      const asking = desk();
      const first = places(230);
      await asking.tables(first, ['car']);
      const side = kind === 'osrm' ? 100 : 50;
      expect(server.asked).toHaveLength(Math.ceil(230 / side) ** 2);
      for (const { sources, targets } of server.asked) {
        expect(sources).toBeLessThanOrEqual(side);
        expect(targets).toBeLessThanOrEqual(side);
      }
      expect(server.busiest()).toBeLessThanOrEqual(4);
      const pairs = server.asked.reduce((sum, { sources, targets }) => sum + sources * targets, 0);
      await asking.tables([...first, ...places(2, 230)], ['car']);
      const more = server.asked.reduce((sum, { sources, targets }) => sum + sources * targets, 0) - pairs;
      // Two new places there and back with what shares their block: far from the 53 824 pairs of a table asked for anew.
      expect(more).toBeLessThan(2_000);
    });

    it('that refuses large tables is asked for smaller ones', async () => {
      server.behave({ atMostPairs: 400 });
      const asking = desk();
      const points = places(60);
      const tables = await asking.tables(points, ['car']);
      expect([...tables!.modes.car!.seconds].filter((cell) => cell === UNKNOWN)).toEqual([]);
      expect(asking.status()).toMatchObject([{ state: 'well', failed: 0 }]);
      const taken = server.asked.filter(({ sources, targets }) => sources * targets <= 400).length;
      expect(taken).toBeGreaterThanOrEqual(9);
    });

    it('that is silent, hangs up, fails or answers something else leaves the ways unknown, and says why', async () => {
      const manners = [
        ['silent', /no answer within 0.1 s/],
        ['hangUp', /connection failed \(/],
        [{ status: 503, body: 'overloaded' }, /answered 503/],
        [{ status: 404, body: '{"message":"no such profile"}' }, /answered 404: no such profile/],
        [{ status: 200, body: '<html>' }, /missing|undefined/],
        [{ redirectTo: 'http://169.254.169.254/' }, /redirect|fetch failed/],
        [{ spoil: (answer: object) => cut(answer) }, /: expected 3 rows of 3 numbers/],
        [{ spoil: (answer: object) => negative(answer) }, /holds -7: expected a number from 0 up/],
      ] as const;
      for (const [manner, why] of manners) {
        server.behave(manner as never);
        const asking = desk(manner === 'silent' ? { askWithinMs: 100 } : {});
        const tables = await asking.tables(places(3), ['car']);
        expect(cellOf(tables, places(3)[0]!, places(3)[1]!).seconds, String(why)).toBe(UNKNOWN);
        const [status] = asking.status();
        expect(status).toMatchObject({ state: 'failing', asked: 1, failed: 1 });
        expect(status!.lastFailure!.why).toMatch(why);
        expect(JSON.stringify(warned.at(-1))).not.toContain('127.0.0.1');
      }
    });

    it('that knows no way somewhere says so for that pair alone', async () => {
      server.behave({ spoil: (answer) => without(answer, 1, 2) });
      const points = places(3);
      const tables = await desk().tables(points, ['car']);
      expect(cellOf(tables, points[1]!, points[2]!).seconds).toBe(NO_WAY);
      expect(cellOf(tables, points[2]!, points[1]!).seconds).toBeLessThan(NO_WAY);
    });

    it('rests after three failures, is tried once after a while, and is asked again when it is back', async () => {
      const asking = desk();
      server.behave({ status: 500, body: '' });
      for (let i = 0; i < 5; i++) await asking.tables(places(2), ['car']);
      expect(server.asked).toHaveLength(3);
      expect(asking.status()).toMatchObject([{ state: 'resting' }]);
      clock.ticks = 15_000;
      await asking.tables(places(2), ['car']);
      await asking.tables(places(2), ['car']);
      expect(server.asked).toHaveLength(4);
      clock.ticks += 29_999;
      await asking.tables(places(2), ['car']);
      expect(server.asked).toHaveLength(4);
      clock.ticks += 1;
      server.behave('road');
      const tables = await asking.tables(places(2), ['car']);
      expect(cellOf(tables, places(2)[0]!, places(2)[1]!).seconds).toBeLessThan(NO_WAY);
      expect(asking.status()).toMatchObject([{ state: 'well', failed: 4 }]);
    });

    it('has so long for a whole table; what is missing then stays unknown', async () => {
      server.behave('silent');
      const asking = desk({ tableWithinMs: 50 });
      const tables = await asking.tables(places(120), ['car']);
      expect(tables!.modes.car!.seconds.filter((cell) => cell === UNKNOWN)).toHaveLength(120 * 119);
    });

    it('is not asked about more places than are kept; those asked about longest ago make room', async () => {
      const asking = desk({ mostPlaces: 40 });
      await asking.tables(places(40), ['car']);
      await asking.tables(places(5, 100), ['car']);
      expect(asking.status()).toMatchObject([{ places: 40 }]);
      expect(asking.known(places(5), 'car')).toBeNull();
      expect(asking.known([places(1, 10)[0]!, places(1, 39)[0]!], 'car')?.points).toHaveLength(2);
      const many = await asking.tables(places(60), ['car']);
      expect(many!.points).toHaveLength(60);
      const known = many!.modes.car!.seconds.filter((cell) => cell < NO_WAY).length;
      expect(known).toBe(40 * 39 + 60);
    });
  });
}

it('nobody is asked where no server was named', async () => {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const desk = new RoadDesk({ servers: {}, log, now: () => 0, ticks: () => 0 });
  expect(await desk.tables(places(3), ['car', 'ebike'])).toBeNull();
  expect(desk.known(places(3), 'ebike')).toBeNull();
  expect(desk.status()).toEqual([]);
});

/** The times of an answer, whichever server's. */
function durations(answer: object): (number | null)[][] {
  const { durations: own, sources_to_targets: folded } = answer as {
    durations?: (number | null)[][];
    sources_to_targets?: { durations: (number | null)[][] };
  };
  return own ?? folded?.durations ?? [];
}
function cut(answer: object): object {
  durations(answer).pop();
  return answer;
}
function negative(answer: object): object {
  durations(answer)[0]![1] = -7;
  return answer;
}
function without(answer: object, i: number, j: number): object {
  durations(answer)[i]![j] = null;
  return answer;
}
