import type { AreaId, Instant, OrderId } from '../base/brand.ts';
import type { Alarm } from './alarm.ts';

/** An alarm that was given: who was told, of what, and when (service-standard §23). Never changed afterwards. */
export interface TimerNotice extends Alarm {
  /** Names the run of the timer and the level; the same alarm has the same id whoever notices it. */
  id: string;
  /** The order that it is about; null of one about the network. */
  orderId: OrderId | null;
  /** What else it is about (OUTG-04, CUTV-01). */
  subject?: { kind: 'outage' | 'cutover'; id: string };
  areaId: AreaId;
  /** When it was given; later than `at` after a time in which no server ran. */
  raisedAt: Instant;
}

/** What the area's log says of timers. */
export interface TimerEvent {
  type: 'timer.warned' | 'timer.breached';
  data: { notice: TimerNotice };
}

/** The name of an alarm of an order, an outage or a cutover. */
export function noticeId(
  subjectId: string,
  { timer, startedAt, level }: Pick<Alarm, 'timer' | 'startedAt' | 'level'>,
): string {
  return `${subjectId}.${timer}.${startedAt}.${level}`;
}
