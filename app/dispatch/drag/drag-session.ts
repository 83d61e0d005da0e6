import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { createStore, type Store } from '../../live/store.ts';
import { type DayGround, judgeTarget, ranked, type TargetVerdict } from './target-verdict.ts';

/** Where the orders would land: a technician, at a time or (null) at the best place. */
export interface DropPlace {
  readonly technicianId: string;
  readonly at: Instant | null;
}

/** Orders lifted by pointer or by keys, with the verdict of every technician. */
export interface Lifted {
  readonly by: 'pointer' | 'keys';
  readonly orderIds: readonly OrderId[];
  readonly orders: readonly Order[];
  /** By technician. */
  readonly verdicts: ReadonlyMap<string, TargetVerdict>;
  /** Technicians, best place first; empty until all are judged. */
  readonly ranked: readonly string[];
  /** Who was on duty when they were lifted. */
  readonly onDuty: ReadonlySet<string>;
}

export interface Over extends DropPlace {
  readonly verdict: TargetVerdict;
}

/** The verdict that a row shows, in words and as its shading: of the place aimed at while that is in it, else of its best place. */
export function shownVerdict(
  technicianId: string,
  lifted: Lifted | null,
  over: Over | null,
): TargetVerdict | null {
  if (!lifted) return null;
  return over?.technicianId === technicianId ? over.verdict : (lifted.verdicts.get(technicianId) ?? null);
}

/**
 * One lift at a time. `lifted` changes some times a second at its beginning and once at its end, `over` once a quarter hour
 * crossed: nothing renders per frame.
 */
export interface DragSession {
  readonly lifted: Store<Lifted | null>;
  readonly over: Store<Over | null>;
  /**
   * Begins: judges every technician, those of `first` at once. By keys all before it returns, since the best comes first;
   * by pointer the others over the next frames, so that no frame is missed.
   */
  lift(lift: Lift): void;
  /** Moves over a place (null = over nothing); judges the very time when one is meant. */
  moveOver(place: DropPlace | null): void;
  /** Ends; the caller has read what it needs. */
  end(): void;
}

export interface Lift {
  readonly orders: readonly Order[];
  readonly by: Lifted['by'];
  readonly technicians: Iterable<Technician>;
  /** What the verdicts of the time aimed at depend on; of the best place with null. */
  readonly groundAt: (at: Instant | null) => DayGround;
  /** Technicians in sight. */
  readonly first: readonly string[];
}

/** What a lift needs of the machine: a clock, milliseconds, and a way to go on in the next frame; returns how to call that off. */
export interface Frames {
  now(): number;
  next(work: () => void): () => void;
}

/** So long may verdicts hold up one frame, milliseconds: half of what a frame has. */
const SLICE_MS = 8;
/** So often what has been judged meanwhile is shown, milliseconds: who is in sight has been from the first. */
const TELL_MS = 250;

export function createDragSession(frames: Frames): DragSession {
  const lifted = createStore<Lifted | null>(null);
  const over = createStore<Over | null>(null);
  let judge: (place: DropPlace) => TargetVerdict | null = () => null;
  let callOff: () => void = () => undefined;

  return {
    lifted,
    over,
    lift({ orders, by, technicians, groundAt, first }) {
      const ground = groundAt(null);
      const people = new Map([...technicians].map((technician) => [technician.id, technician]));
      const verdicts = new Map<string, TargetVerdict>();
      const judged = (id: string) => {
        const known = verdicts.get(id);
        const technician = people.get(id);
        if (known || !technician) return known ?? null;
        const verdict = judgeTarget(orders, technician, ground);
        verdicts.set(id, verdict);
        return verdict;
      };
      judge = ({ technicianId, at }) => {
        const technician = people.get(technicianId);
        if (!technician || at === null) return judged(technicianId);
        return judgeTarget(orders, technician, groundAt(at), at);
      };
      const waiting = [...new Set([...first, ...people.keys()])];
      const onDuty = new Set([...people.values()].flatMap((one) => (one.onDuty ? [one.id] : [])));
      const tell = () =>
        lifted.set({
          by,
          orders,
          orderIds: orders.map(({ id }) => id),
          onDuty,
          verdicts: new Map(verdicts),
          ranked: waiting.length > 0 ? [] : ranked(verdicts.values()).map(({ technicianId }) => technicianId),
        });
      let told = Number.NEGATIVE_INFINITY;
      const step = () => {
        const began = frames.now();
        while (waiting.length > 0 && (by === 'keys' || frames.now() < began + SLICE_MS))
          judged(waiting.shift()!);
        if (waiting.length === 0 || began >= told + TELL_MS) {
          told = began;
          tell();
        }
        if (waiting.length > 0) callOff = frames.next(step);
      };
      step();
    },
    moveOver(place) {
      const before = over.get();
      if (!place || !lifted.get()) {
        over.set(null);
        return;
      }
      if (before?.technicianId === place.technicianId && before.at === place.at) return;
      const verdict = judge(place);
      over.set(verdict && { ...place, verdict });
    },
    end() {
      callOff();
      callOff = () => undefined;
      judge = () => null;
      over.set(null);
      lifted.set(null);
    },
  };
}

/** Frames of the browser. */
export const BROWSER_FRAMES: Frames = {
  now: () => performance.now(),
  next(work) {
    const frame = requestAnimationFrame(work);
    return () => cancelAnimationFrame(frame);
  },
};
