import type { Instant } from '../base/brand.ts';
import type { Cutover, CutoverEvent } from './cutover.ts';

/** Folds one event into a cutover. Throws when it reaches one that was never planned: a broken log, never a business answer. */
export function evolveCutover(
  cutover: Cutover | null,
  id: string,
  event: CutoverEvent,
  at: Instant,
): Cutover {
  if (event.type === 'cutover.planned') {
    return {
      id,
      ...event.data,
      status: 'planned',
      plannedAt: at,
      announcedAt: null,
      asked: null,
      approval: null,
      endedAt: null,
      version: 1,
    };
  }
  if (!cutover) throw new Error(`Event ${event.type} for cutover ${id} that was never planned`);
  return { ...cutover, ...changeOf(event, at), version: cutover.version + 1 };
}

function changeOf(event: Exclude<CutoverEvent, { type: 'cutover.planned' }>, at: Instant): Partial<Cutover> {
  switch (event.type) {
    case 'cutover.moved': {
      const { start, end, announceAnew } = event.data;
      // what was asked, allowed and announced was for the later start
      return announceAnew
        ? { start, end, status: 'planned', plannedAt: at, announcedAt: null, asked: null, approval: null }
        : { start, end };
    }
    case 'cutover.asked':
      return { asked: { ...event.data, at }, approval: null };
    case 'cutover.approved':
      return { approval: event.data.approval };
    case 'cutover.rejected':
      return { asked: null, approval: null };
    case 'cutover.announced':
      return { status: 'announced', announcedAt: event.data.announcedAt };
    case 'cutover.begun':
      return { status: 'running' };
    case 'cutover.finished':
      return { status: 'done', endedAt: at };
    case 'cutover.cancelled':
      return { status: 'cancelled', endedAt: at };
  }
}
