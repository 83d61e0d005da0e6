import type { LogRow } from '#db/query/event.ts';
import type { Instant } from '#domain/base/brand.ts';

/** Folds the events of one outage or cutover and turns each into a row of the area's log. */
export function foldLog<State extends { version: number }, Event extends Pick<LogRow, 'type' | 'data'>>(
  subject: Pick<LogRow, 'entity' | 'id'>,
  before: State | null,
  events: readonly Event[],
  evolve: (before: State | null, id: string, event: Event, at: Instant) => State,
  now: Instant,
): { after: State | null; log: LogRow[] } {
  let after = before;
  const log: LogRow[] = [];
  for (const event of events) {
    after = evolve(after, subject.id, event, now);
    log.push({ ...subject, type: event.type, version: after.version, data: event.data, orders: [] });
  }
  return { after, log };
}
