import { describe, expect, it } from 'vitest';
import { cascadeOf } from '#app/dispatch/drag/cascade.ts';
import { createDragSession, type Frames, shownVerdict } from '#app/dispatch/drag/drag-session.ts';
import { rankTargets } from '#app/dispatch/drag/target-verdict.ts';
import { seededRandom } from '#domain/base/random.ts';
import { instantOf } from '#domain/time/zone.ts';
import { consoleDay } from '#tests/support/console-day.ts';

/** A machine on which each look at the clock takes a millisecond and frames come when they are asked for. */
function machine() {
  let now = 0;
  let waiting: (() => void) | null = null;
  const frames: Frames = {
    now() {
      now += 1;
      return now;
    },
    next(work) {
      waiting = work;
      return () => {
        waiting = null;
      };
    },
  };
  const frame = () => {
    const work = waiting;
    waiting = null;
    work?.();
    return work !== null;
  };
  return { frames, frame };
}

const day = consoleDay({ technicians: 40, orders: 240, random: seededRandom(5) });
const orders = day.pool.slice(0, 1);
const lift = { orders, technicians: day.technicians, groundAt: () => day.ground, first: ['t39', 't38'] };

describe('a lift', () => {
  it('by pointer judges who is in sight first and the rest over the next frames, with the same verdicts', () => {
    const { frames, frame } = machine();
    const session = createDragSession(frames);
    session.lift({ ...lift, by: 'pointer' });
    const first = session.lifted.get()!;
    expect([...first.verdicts.keys()].slice(0, 2)).toEqual(['t39', 't38']);
    expect(first.verdicts.size).toBeLessThan(40);
    expect(first.ranked).toEqual([]);
    while (frame());
    const all = rankTargets(orders, day.technicians, day.ground);
    expect(session.lifted.get()!.ranked).toEqual(all.map(({ technicianId }) => technicianId));
    expect(session.lifted.get()!.verdicts.get('t7')).toEqual(
      all.find(({ technicianId }) => technicianId === 't7'),
    );
  });

  it('by keys judges all at once, since the best comes first', () => {
    const session = createDragSession(machine().frames);
    session.lift({ ...lift, by: 'keys' });
    expect(session.lifted.get()!.ranked).toHaveLength(40);
  });

  it('judges a row that is aimed at before its turn, and nothing more once it has ended', () => {
    const { frames, frame } = machine();
    const session = createDragSession(frames);
    session.lift({ ...lift, by: 'pointer' });
    session.moveOver({ technicianId: 't20', at: null });
    expect(session.over.get()?.verdict.technicianId).toBe('t20');
    session.end();
    expect(frame()).toBe(false);
    expect(session.lifted.get()).toBeNull();
  });
});

describe('what a row shows of a lift', () => {
  const shown = (session: ReturnType<typeof createDragSession>, id: string) =>
    shownVerdict(id, session.lifted.get(), session.over.get());

  it('is the verdict of the place aimed at while that is in it, and of its best place otherwise', () => {
    const session = createDragSession(machine().frames);
    session.lift({ ...lift, by: 'keys' });
    const best = session.lifted.get()!.verdicts.get('t7')!;
    expect(best.outcome).toBe('accepted');
    expect(shown(session, 't7')).toBe(best);

    const night = instantOf('2026-03-10', '20:30', 'Asia/Shanghai');
    session.moveOver({ technicianId: 't7', at: night });
    expect(shown(session, 't7')?.outcome).toBe('refused');
    expect(shown(session, 't7')?.findings.map(({ rule }) => rule)).toContain('APPT-10');
    expect(shown(session, 't8')).toBe(session.lifted.get()!.verdicts.get('t8'));

    session.moveOver({ technicianId: 't8', at: null });
    expect(shown(session, 't7')).toBe(best);
    session.end();
    expect(shown(session, 't7')).toBeNull();
  });
});

describe('what a drop would move', () => {
  const [best] = rankTargets(orders, day.technicians, day.ground);
  const orderOf = (id: string) => [...day.visits.values()].flat().find((order) => order.id === id);

  it('names every other visit that gets another time and none that keeps its own', () => {
    const stops = day.visits.get(best!.technicianId)!;
    const slots = new Map(
      stops.map(({ id, planned }, index) => [
        id,
        { ...planned!, start: planned!.start + (index === 1 ? 900_000 : 0) },
      ]),
    );
    const moved = cascadeOf({ ...best!, slots, late: [] }, [orders[0]!.id], orderOf);
    expect(moved.map(({ order }) => order.id)).toEqual([stops[1]!.id]);
    expect(moved[0]).toMatchObject({ lateMin: 0, mustCall: false });
  });

  it('puts who would be late first, and says nothing where the drop is refused', () => {
    const stops = day.visits.get(best!.technicianId)!;
    const slots = new Map(
      stops.map(({ id, planned }) => [id, { ...planned!, start: planned!.start + 900_000 }]),
    );
    const late = [{ orderId: stops[2]!.id, minutes: 12, promised: false }];
    const verdict = { ...best!, slots, late };
    expect(cascadeOf(verdict, [], orderOf)[0]).toMatchObject({ lateMin: 12, order: { id: stops[2]!.id } });
    expect(cascadeOf({ ...verdict, outcome: 'refused' }, [], orderOf)).toEqual([]);
  });
});
