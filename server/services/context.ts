import type { Database } from '#db/client.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Access } from '#server/access/access.ts';
import type { PhoneKeys } from '#server/access/phone.ts';
import type { PhotoStore } from './photo/photo-store.ts';
import type { DayDesk } from './plan/day-desk.ts';
import type { RoadDesk } from './travel/roads/road-desk.ts';

/** Places in a command's transaction at which a fault test may stop the process. */
export const BREAKPOINTS = [
  'after-begin',
  'after-idem',
  'after-locks',
  'after-decide',
  'after-state',
  'after-log',
  'after-answer',
  'after-commit',
] as const;
export type Breakpoint = (typeof BREAKPOINTS)[number];

/** What every service works with; clock, ids and chance come from here and from nowhere else. */
export interface Services {
  database: Database;
  access: Access;
  phoneKeys: PhoneKeys;
  /** Origins beside the server's own from which pages may change something. */
  allowedOrigins: readonly string[];
  now(): Instant;
  /** How fast `now` runs; 1 except in a demo. Screens show the same clock. */
  clockRate: number;
  /** The invented city and its accounts, offered on the sign-in page. */
  demo: boolean;
  newId(): string;
  /** From 0 up to, not including, 1. */
  random(): number;
  log: ServiceLog;
  /** Answers questions about running days. */
  days: DayDesk;
  /** Where images lie. */
  photos: PhotoStore;
  /** Where ways are asked about, if the operator has named a road server. */
  roads: RoadDesk;
  /** Does nothing unless a fault test has put something here. */
  at(breakpoint: Breakpoint): Promise<void>;
}

export interface ServiceLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

// The server's own modules and the screens' bundled ones are two copies in one process; they meet here.
const SHARED = Symbol.for('zhundian.services');
type Meeting = { [SHARED]?: Services };

/** Makes the services known to every module of this process. Called once, by the composition root. */
export function shareServices(services: Services): void {
  (globalThis as Meeting)[SHARED] = services;
}

/** The services that the composition root made. Throws when there are none, as while the screens are being built. */
export function sharedServices(): Services {
  const services = (globalThis as Meeting)[SHARED];
  if (!services)
    throw new Error('No services in this process: server/main.ts makes them and calls shareServices().');
  return services;
}
