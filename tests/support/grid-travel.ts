import type { Place, TravelTimes } from '#domain/scheduling/model.ts';

const METRES_PER_DEGREE = 111_320;

/**
 * Travel for tests: straight metres at 15 km/h (e-bike), 25 (car) or 4.5 (on foot) and two minutes to get
 * in; `asymmetric` makes going north slower than coming back, and some detours longer than two short legs.
 */
export function gridTravel(places: readonly Place[], asymmetric = false): TravelTimes {
  const metres = (from: number, to: number): number => {
    const a = places[from]!;
    const b = places[to]!;
    const dx = (a.lng - b.lng) * METRES_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
    const dy = (a.lat - b.lat) * METRES_PER_DEGREE;
    const uphill = asymmetric && b.lat > a.lat ? 1.2 : 1;
    return Math.round(Math.hypot(dx, dy) * uphill);
  };
  const speed = { ebike: 15 / 3.6, car: 25 / 3.6, walk: 4.5 / 3.6 };
  return {
    estimated: true,
    metres,
    seconds: (from, to, mode) => {
      const bend = asymmetric && (from * 7 + to * 13) % 11 === 0 ? 400 : 0;
      return from === to ? 0 : Math.round(metres(from, to) / speed[mode]) + 120 + bend;
    },
  };
}
