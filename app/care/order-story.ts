import type { Block, Hold, Pause } from '#domain/order/order.ts';
import type { OrderEvents } from '#domain/order/order-event.ts';
import type { TimerName } from '#domain/timer/timer.ts';
import type { Visit } from '#domain/visit/visit.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { clock, isoDay } from '../ui/time.ts';
import { blockReasonWords, departmentWords } from './block-words.ts';

/** One line of an order's history, in words. */
export interface StoryLine {
  seq: number;
  at: number;
  what: string;
  detail: string;
  by: string;
}

/** An instant of the HTTP surface: ISO 8601 there, epoch ms inside. */
export function instantIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** An event with the name of the person behind it, where one is known. */
export type ToldEvent = LogEvent & { readonly actorName?: string | null };

/** Events that put right what was on record; what they put right stays in the log (RECD-01). */
const CORRECTS: ReadonlySet<string> = new Set(['appointment.cause_ruled', 'order.times_confirmed']);
const isCorrection = ({ type, data }: LogEvent) =>
  CORRECTS.has(type) ||
  (type === 'order.verified' && ((data as { fields?: readonly string[] }).fields?.length ?? 0) > 0);

/** The events of an order as people read them, newest first. `nameOf` gives a technician's name. */
export function storyOf(
  events: readonly ToldEvent[],
  nameOf: (technicianId: string) => string,
  m: Messages,
): readonly StoryLine[] {
  const names: Readonly<Record<string, string>> = m.order.event;
  const roles: Readonly<Record<string, string>> = m.common.roles;
  return events
    .flatMap((event) => {
      const at = instantIn(event.at);
      if (at === null) return [];
      return {
        seq: event.seq,
        at,
        what: isCorrection(event)
          ? m.order.ledger.correction(names[event.type] ?? event.type)
          : (names[event.type] ?? event.type),
        detail: detailOf(event, nameOf, m),
        by: [roles[event.actorRole] ?? event.actorRole, event.actorName].filter(Boolean).join(' '),
      };
    })
    .reverse();
}

/** A step of a visit: the state that it led to, and what was said at a door that did not open or at closing time. */
function stepWords(step: string, visit: Visit | undefined, m: Messages): string {
  if (!visit) return '';
  const { turnedAway, pastHours } = visit;
  if (step === 'visit.turned_away' && turnedAway)
    return [m.onSite.turnedAway.told, m.onSite.turnedAway.who[turnedAway.by], turnedAway.reason].join(' · ');
  if (step === 'visit.past_hours' && pastHours) {
    const { toldGoesOn, toldEnds } = m.onSite.pastHours;
    return [pastHours.goesOn ? toldGoesOn : toldEnds, pastHours.reason].join(' · ');
  }
  return m.order.visit[visit.status];
}

/** A time as the line of an event of `at` tells it: with its day where that is another. */
const timeBeside = (time: number | null, at: number) =>
  time === null ? '' : isoDay(time) === isoDay(at) ? clock(time) : `${isoDay(time).slice(5)} ${clock(time)}`;
const told = (...words: readonly string[]) => words.filter(Boolean).join(' · ');

function detailOf(event: LogEvent, nameOf: (id: string) => string, m: Messages): string {
  const data = event.data as Readonly<Record<string, unknown>>;
  const at = instantIn(event.at) ?? 0;
  const untilWords = (until: unknown) => {
    const end = instantIn(until);
    return end === null ? '' : m.order.ledger.until(timeBeside(end, at));
  };
  const text = (name: string) => (typeof data[name] === 'string' ? (data[name] as string) : '');
  switch (event.type) {
    case 'order.dispatched':
    case 'order.accepted':
      return nameOf(text('technicianId'));
    case 'order.reassigned':
      return [`${nameOf(text('from'))} → ${nameOf(text('technicianId'))}`, text('reason')]
        .filter(Boolean)
        .join(' · ');
    case 'visit.stepped': {
      return stepWords(text('step'), data.visit as Visit | undefined, m);
    }
    case 'visit.blocked': {
      const { reason = '', department = '' } = (data.block ?? {}) as Partial<Block>;
      return [blockReasonWords(reason, m), departmentWords(department, m)].filter(Boolean).join(' · ');
    }
    case 'contact.attempted': {
      const outcomes: Readonly<Record<string, string>> = m.field.call.outcomes;
      const ways: Readonly<Record<string, string>> = m.order.ledger.by;
      return told(ways[text('channel')] ?? '', outcomes[text('outcome')] ?? '');
    }
    case 'appointment.confirmed':
    case 'appointment.changed': {
      const promise = data.appointment as
        | { start?: unknown; change?: { cause?: keyof Messages['order']['cause']; reason?: string } | null }
        | undefined;
      return told(
        timeBeside(instantIn(promise?.start), at),
        promise?.change?.cause ? m.order.cause[promise.change.cause] : '',
        blockReasonWords(promise?.change?.reason ?? '', m),
      );
    }
    case 'appointment.change_requested': {
      const request = data.request as {
        start?: unknown;
        cause?: keyof Messages['order']['cause'];
        reason?: string;
      };
      return told(
        timeBeside(instantIn(request.start), at),
        request.cause ? m.order.cause[request.cause] : '',
        request.reason ?? '',
      );
    }
    case 'appointment.cause_ruled': {
      const { from, to, approval } = data as unknown as OrderEvents['appointment.cause_ruled'];
      return told(`${m.order.cause[from]} → ${m.order.cause[to]}`, approval.reason);
    }
    case 'order.times_confirmed':
    case 'order.excluded':
      return (data as unknown as OrderEvents['order.excluded']).approval.reason;
    case 'hold.started': {
      const { reason, until } = data as unknown as Pick<Hold, 'reason' | 'until'>;
      return told(m.steps.hold.reasons[reason] ?? reason, untilWords(until));
    }
    case 'clock.paused': {
      const { reason, until } = (data as unknown as { pause: Pause }).pause;
      return told(m.steps.hold.reasons[reason] ?? reason, untilWords(until));
    }
    case 'timer.warned':
    case 'timer.breached': {
      const { timer } = (data.notice ?? {}) as { timer?: TimerName };
      return timer ? m.dispatch.timers[timer] : '';
    }
    case 'appointment.late_declared': {
      return told(timeBeside(instantIn(data.eta), at), text('reason'));
    }
    case 'appointment.ended': {
      const outcomes: Readonly<Record<string, string>> = m.order.appointmentOutcome;
      return outcomes[text('outcome')] ?? '';
    }
    case 'visit.planned': {
      const planned = data.planned as { technicianId?: string; start?: unknown } | null;
      const start = instantIn(planned?.start);
      return planned && start !== null
        ? `${nameOf(planned.technicianId ?? '')} ${timeBeside(start, at)}`
        : m.order.ledger.unplanned;
    }
    case 'order.reopened': {
      const reasons: Readonly<Record<string, string>> = m.order.reopened;
      return reasons[text('reason')] ?? text('reason');
    }
    case 'callback.recorded': {
      const outcomes: Readonly<Record<string, string>> = m.order.callbackOutcome;
      const { outcome, score } = (data.callback ?? {}) as { outcome?: string; score?: number | null };
      return told(
        outcome ? (outcomes[outcome] ?? outcome) : '',
        typeof score === 'number' ? m.order.ledger.score(score) : '',
      );
    }
    default:
      return text('reason');
  }
}
