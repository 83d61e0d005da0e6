import type { AreaId, OrderId } from '#domain/base/brand.ts';
import type { Presence } from '#protocol/live.ts';

/** One screen at work: who, where, what they hold in their hand and what they have open. */
export interface Seat {
  socketId: string;
  personId: string;
  name: string;
  areaIds: ReadonlySet<AreaId>;
  orderIds: readonly OrderId[];
  over: string | null;
  looksAt: OrderId | null;
}

/**
 * Who is at work in an area. One entry a person however many windows they have open; the window that holds something
 * says what is held, the first that has an order open what is looked at.
 */
export function presentIn(areaId: AreaId, seats: Iterable<Seat>): Presence[] {
  const people = new Map<string, Presence>();
  for (const seat of seats) {
    if (!seat.areaIds.has(areaId)) continue;
    const { personId, name } = seat;
    const known = people.get(personId);
    const { orderIds, over } =
      known && (known.orderIds.length > 0 || seat.orderIds.length === 0) ? known : seat;
    people.set(personId, { personId, name, areaId, orderIds, over, looksAt: known?.looksAt ?? seat.looksAt });
  }
  return [...people.values()].sort((a, b) => (a.personId < b.personId ? -1 : 1));
}

export interface PresenceBoard {
  /** Someone looks at these areas (none: they have left), lifts or drops something, opens or closes an order. */
  set(socketId: string, change: Partial<Omit<Seat, 'socketId'>>): void;
  leave(socketId: string): void;
  stop(): void;
}

const TELL_EVERY_MS = 200;

/** Keeps who is present and tells each area of changes, at most five times a second. Nothing of it is stored. */
export function createPresenceBoard(tell: (areaId: AreaId, present: Presence[]) => void): PresenceBoard {
  const seats = new Map<string, Seat>();
  const changed = new Set<AreaId>();
  const timer = setInterval(() => {
    for (const areaId of changed) tell(areaId, presentIn(areaId, seats.values()));
    changed.clear();
  }, TELL_EVERY_MS);
  timer.unref();
  const touch = (seat: Seat | undefined) => {
    for (const areaId of seat?.areaIds ?? []) changed.add(areaId);
  };
  return {
    set(socketId, change) {
      const before = seats.get(socketId);
      const seat = {
        socketId,
        personId: '',
        name: '',
        areaIds: new Set<AreaId>(),
        orderIds: [],
        over: null,
        looksAt: null,
        ...before,
        ...change,
      };
      touch(before);
      touch(seat);
      seats.set(socketId, seat);
    },
    leave(socketId) {
      touch(seats.get(socketId));
      seats.delete(socketId);
    },
    stop: () => clearInterval(timer),
  };
}
