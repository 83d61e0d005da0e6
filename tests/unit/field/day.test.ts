import { describe, expect, it } from 'vitest';
import { dayOf } from '#app/field/day.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const NOW = beijing('2026-03-10 10:00');

// E-101
describe('the phone of whoever goes along', () => {
  const shared = () => {
    const story = Story.promised();
    const t2 = { ...technician, id: 't2' };
    story.do('2026-03-09 10:00', 'order.accompany', { technicianId: 't2' }, { technician: t2 });
    return story;
  };

  it('[DISP-08] lists the visit among the own ones, and puts the own work first', () => {
    const own = { ...Story.promised().now, id: 'o2', technicianId: 't2' };
    const day = dayOf([shared().now, own], 't2', NOW);
    expect(day.next?.id).toBe('o2');
    expect(day.later.map(({ id }) => id)).toEqual(['o1']);
    expect(dayOf([shared().now], 't3', NOW).next).toBeNull();
  });

  it('[DISP-08] shows the visit first while both are on it', () => {
    const story = shared();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    const own = { ...Story.promised().now, id: 'o2', technicianId: 't2' };
    expect(dayOf([story.now, own], 't2', NOW).next?.id).toBe('o1');
  });
});
