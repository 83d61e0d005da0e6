import type { Instant } from '#domain/base/brand.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Fix } from './hands.ts';

/** A journey in a slight bend, so that the pins of the demo do not fly straight as arrows. */
export interface Ride {
  from: LngLat;
  to: LngLat;
  departedAt: Instant;
  arrivesAt: Instant;
  bend: number;
}

const METRES_PER_DEGREE = 111_320;

/** Where the rider is at `now`; at the goal from `arrivesAt` on. */
export function fixOnRide(ride: Ride, now: Instant): Fix {
  const share = Math.min(1, Math.max(0, (now - ride.departedAt) / (ride.arrivesAt - ride.departedAt)));
  const here = pointAt(ride, share);
  const ahead = pointAt(ride, Math.min(1, share + 0.02));
  const east = (ahead.lng - here.lng) * Math.cos((here.lat * Math.PI) / 180);
  const north = ahead.lat - here.lat;
  const moving = share > 0 && share < 1;
  const metres = Math.hypot(east, north) * METRES_PER_DEGREE;
  const seconds = ((ride.arrivesAt - ride.departedAt) * 0.02) / 1000;
  return {
    ...here,
    at: now,
    speed: moving && seconds > 0 ? Math.round((metres / seconds) * 10) / 10 : 0,
    heading: moving ? Math.round(((Math.atan2(east, north) * 180) / Math.PI + 360) % 360) : null,
  };
}

function pointAt({ from, to, bend }: Ride, share: number): LngLat {
  const off = bend * Math.sin(Math.PI * share);
  return {
    lng: round(from.lng + (to.lng - from.lng) * share - (to.lat - from.lat) * off),
    lat: round(from.lat + (to.lat - from.lat) * share + (to.lng - from.lng) * off),
  };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
