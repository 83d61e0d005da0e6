import { describe, expect, it } from 'vitest';
import type { Technician } from '#domain/technician/technician.ts';
import type { LogEvent } from '#protocol/live.ts';
import { eventsSeen, technicianSeen } from '#server/access/technician-seen.ts';
import type { Viewer } from '#server/access/viewer.ts';

const HOME = { lng: 119.3, lat: 26.08 };
const technician = (id: string) => ({ id, home: HOME }) as Technician;
const registered = (id: string) =>
  ({
    type: 'technician.registered',
    entity: 'technician',
    id,
    data: { technician: technician(id) },
  }) as unknown as LogEvent;
const onDuty = {
  type: 'technician.on_duty',
  entity: 'technician',
  id: 't1',
  data: {},
} as unknown as LogEvent;
const t1: Viewer = { personId: 'p', name: 'p', role: 'technician', areaIds: ['gulou'], technicianId: 't1' };

describe('[PRIV-01] where a technician lives', () => {
  it('is told to the technician and to the desks, not to colleagues', () => {
    expect(technicianSeen(t1, technician('t1')).home).toEqual(HOME);
    expect(technicianSeen(t1, technician('t2')).home).toBeNull();
    expect(technicianSeen({ ...t1, role: 'dispatcher' }, technician('t2')).home).toEqual(HOME);
  });

  it('is left out of the log that a colleague is sent, which else stays as it is', () => {
    const seen = eventsSeen(t1, [registered('t1'), onDuty, registered('t2')]);
    const homes = seen.map(({ data }) => (data as { technician?: Technician }).technician?.home);
    expect(homes).toEqual([HOME, undefined, null]);
    const quiet = [onDuty];
    expect(eventsSeen(t1, quiet)).toBe(quiet);
    const all = [registered('t2')];
    expect(eventsSeen({ ...t1, role: 'supervisor' }, all)).toBe(all);
  });
});
