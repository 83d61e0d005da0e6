import type { ConsoleVerbs } from '../state/console.ts';
import { type Ground, liftable, ordersOf } from './ground.ts';

/** Lifting orders, moving them over places, dropping them or letting go. */
export function liftingVerbs(
  ground: Ground,
  assign: ConsoleVerbs['assign'],
): Pick<ConsoleVerbs, 'lift' | 'moveOver' | 'drop' | 'cancelLift'> {
  const { live, messages, console, voice } = ground;
  const { session, board } = console;
  return {
    lift(orderIds, by) {
      const orders = liftable(ground, ordersOf(ground, orderIds));
      const [first] = orders;
      if (!first) return false;
      session.lift({
        orders,
        by,
        technicians: board.get().technicians.values(),
        groundAt: (at) => console.ground(first.id, at),
        first: rowsInSight(),
      });
      live.drag(orders.map(({ id }) => id));
      return true;
    },
    moveOver(place) {
      const before = session.over.get()?.technicianId ?? null;
      session.moveOver(place);
      const after = place?.technicianId ?? null;
      const lifted = session.lifted.get();
      if (before !== after && lifted) live.drag(lifted.orderIds, after);
    },
    drop() {
      const lifted = session.lifted.get();
      const over = session.over.get();
      session.end();
      live.drag([]);
      if (!lifted || !over) return voice.say(messages().dispatch.drag.cancelled);
      const technician = board.get().technicians.get(over.technicianId);
      // What was aimed at is no longer what it was: nothing is done behind the dispatcher's back.
      if (technician && lifted.onDuty.has(technician.id) && !technician.onDuty)
        return voice.refuse(messages().tools.outcome.wentOff(technician.name));
      void assign(lifted.orders, { technicianId: over.technicianId, at: over.at });
    },
    cancelLift() {
      if (!session.lifted.get()) return;
      session.end();
      live.drag([]);
      voice.say(messages().dispatch.drag.cancelled);
    },
  };
}

function rowsInSight(): readonly string[] {
  const rows = document.querySelectorAll<HTMLElement>('li[data-technician]');
  return [...rows].flatMap((row) => row.dataset.technician ?? []);
}
