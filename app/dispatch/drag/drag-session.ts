import type { Instant, OrderId } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { createStore, type Store } from '../../live/store.ts';
import { type DayGround, judgeTarget, rankTargets, type TargetVerdict } from './target-verdict.ts';

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
  /** Technicians, best place first. */
  readonly ranked: readonly string[];
}

export interface Over extends DropPlace {
  readonly verdict: TargetVerdict;
}

/** One lift at a time. `lifted` changes twice a drag, `over` once a quarter hour crossed: nothing renders per frame. */
export interface DragSession {
  readonly lifted: Store<Lifted | null>;
  readonly over: Store<Over | null>;
  /** Begins: judges every technician. */
  lift(
    orders: readonly Order[],
    by: Lifted['by'],
    technicians: Iterable<Technician>,
    ground: DayGround,
  ): void;
  /** Moves over a place (null = over nothing); judges the very time when one is meant. */
  moveOver(place: DropPlace | null): void;
  /** Ends; the caller has read what it needs. */
  end(): void;
}

export function createDragSession(): DragSession {
  const lifted = createStore<Lifted | null>(null);
  const over = createStore<Over | null>(null);
  let judge: (place: DropPlace) => TargetVerdict | null = () => null;

  return {
    lifted,
    over,
    lift(orders, by, technicians, ground) {
      const people = new Map([...technicians].map((technician) => [technician.id, technician]));
      const ranked = rankTargets(orders, people.values(), ground);
      const verdicts = new Map(ranked.map((verdict) => [verdict.technicianId, verdict]));
      judge = ({ technicianId, at }) => {
        const technician = people.get(technicianId);
        if (!technician || at === null) return verdicts.get(technicianId) ?? null;
        return judgeTarget(orders, technician, ground, at);
      };
      lifted.set({
        by,
        orders,
        orderIds: orders.map(({ id }) => id),
        verdicts,
        ranked: ranked.map(({ technicianId }) => technicianId),
      });
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
      judge = () => null;
      over.set(null);
      lifted.set(null);
    },
  };
}
