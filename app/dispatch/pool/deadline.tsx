import type { Instant } from '#domain/base/brand.ts';
import type { Timer } from '#domain/timer/timer.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import { useMessages } from '../../ui/i18n/provider.tsx';
import { slaStep } from '../../ui/sla-bar.tsx';
import { clock } from '../../ui/time.ts';
import css from './pool.module.css';

/** How long until (or since) a limit, in the two largest units. */
export function leftWords(dueAt: Instant, now: Instant, m: Messages): string {
  const d = m.dispatch.deadline;
  const minutes = Math.floor(Math.abs(dueAt - now) / 60_000);
  const text =
    minutes < 60
      ? d.minutes(minutes)
      : minutes < 24 * 60
        ? d.hours(Math.floor(minutes / 60), minutes % 60)
        : d.days(Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60));
  return dueAt >= now ? d.left(text) : d.over(text);
}

/** The share of a limit that is used up; 1 = due. */
export function usedShare(timer: Timer, now: Instant): number {
  return (now - timer.startedAt) / Math.max(1, timer.dueEffective - timer.startedAt);
}

/** The card says itself whether it is an install or a fault: 派单（修障） is 派单 there. */
function withoutKind(name: string): string {
  return name.replace(/\s*[（(][^）)]*[）)]$/, '');
}

/** The countdown of a limit: what it is, how long is left, and the colour of its SLA step with the words beside it. */
export function DeadlineTag({ timer, now }: { timer: Timer | null; now: Instant }) {
  const m = useMessages();
  if (!timer) return null;
  const name = m.dispatch.timers[timer.name] ?? timer.name;
  const words = leftWords(timer.dueEffective, now, m);
  return (
    <span
      className={css.deadline}
      data-step={slaStep(usedShare(timer, now), timer.state === 'paused')}
      title={`${name} · ${m.dispatch.detail.effective(clock(timer.dueEffective))} · ${timer.rule}${
        timer.provisional ? ` · ${m.calendar.provisionalWhy(timer.provisional.join('、'))}` : ''
      }`}
    >
      <span className={css.deadlineName}>{withoutKind(name)}</span>
      {words}
    </span>
  );
}
