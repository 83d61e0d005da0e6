import type { Technician } from '#domain/technician/technician.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Viewer } from './viewer.ts';

/** A technician as this viewer may see them: where a colleague's day begins and ends, mostly at home, is not for technicians (PRIV-01). */
export function technicianSeen(viewer: Viewer, technician: Technician): Technician {
  if (viewer.role !== 'technician' || viewer.technicianId === technician.id) return technician;
  return { ...technician, home: null };
}

/** The same of events that tell of technicians; the very list where it tells nothing that is not the viewer's to see. */
export function eventsSeen(viewer: Viewer, events: readonly LogEvent[]): readonly LogEvent[] {
  if (viewer.role !== 'technician' || !events.some(isRegistration)) return events;
  return events.map((event) => {
    if (!isRegistration(event)) return event;
    const { technician } = event.data as { technician: Technician };
    return { ...event, data: { technician: technicianSeen(viewer, technician) } };
  });
}

function isRegistration({ type }: LogEvent): boolean {
  return type === 'technician.registered';
}
