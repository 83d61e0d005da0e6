import type { Block } from '#domain/order/order.ts';
import type { TimerName } from '#domain/timer/timer.ts';
import type { Visit } from '#domain/visit/visit.ts';
import type { LogEvent } from '#protocol/live.ts';
import type { Messages } from '../ui/i18n/zh-cn.ts';
import { clock } from '../ui/time.ts';
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

/** The events of an order as people read them, newest first. `nameOf` gives a technician's name. */
export function storyOf(
  events: readonly LogEvent[],
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
        what: names[event.type] ?? event.type,
        detail: detailOf(event, nameOf, m),
        by: roles[event.actorRole] ?? event.actorRole,
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

function detailOf(event: LogEvent, nameOf: (id: string) => string, m: Messages): string {
  const data = event.data as Readonly<Record<string, unknown>>;
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
      return outcomes[text('outcome')] ?? '';
    }
    case 'appointment.confirmed':
    case 'appointment.changed': {
      const promise = data.appointment as
        | { start?: unknown; change?: { cause?: keyof Messages['order']['cause']; reason?: string } | null }
        | undefined;
      const start = instantIn(promise?.start);
      return [
        start === null ? '' : clock(start),
        promise?.change?.cause ? m.order.cause[promise.change.cause] : '',
        blockReasonWords(promise?.change?.reason ?? '', m),
      ]
        .filter(Boolean)
        .join(' · ');
    }
    case 'timer.warned':
    case 'timer.breached': {
      const { timer } = (data.notice ?? {}) as { timer?: TimerName };
      return timer ? m.dispatch.timers[timer] : '';
    }
    case 'appointment.late_declared': {
      const eta = instantIn(data.eta);
      return [eta === null ? '' : clock(eta), text('reason')].filter(Boolean).join(' · ');
    }
    case 'appointment.ended': {
      const outcomes: Readonly<Record<string, string>> = m.order.appointmentOutcome;
      return outcomes[text('outcome')] ?? '';
    }
    case 'visit.planned': {
      const planned = data.planned as { technicianId?: string; start?: unknown } | null;
      const start = instantIn(planned?.start);
      return planned && start !== null ? `${nameOf(planned.technicianId ?? '')} ${clock(start)}` : '';
    }
    case 'order.reopened': {
      const reasons: Readonly<Record<string, string>> = m.order.reopened;
      return reasons[text('reason')] ?? text('reason');
    }
    case 'callback.recorded': {
      const outcomes: Readonly<Record<string, string>> = m.order.callbackOutcome;
      const { outcome } = (data.callback ?? {}) as { outcome?: string };
      return outcome ? (outcomes[outcome] ?? outcome) : '';
    }
    default:
      return text('reason');
  }
}
