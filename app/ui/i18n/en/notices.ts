import type { AlertKind } from '#domain/order/alerts.ts';

/** Strings of the alarms of timers, and of what is told beside them (app/notices). */
export const notices = {
  title: 'Alerts',
  bell: (all: number, overdue: number) =>
    all === 0
      ? 'Alerts: none'
      : overdue === 0
        ? `Alerts: ${all}`
        : `Alerts: ${all}, ${overdue} limits overdue`,
  empty: 'No limit is close or overdue, and nothing else is to be told',
  warns: (what: string, clock: string) => `Due soon: ${what}, by ${clock}`,
  isDue: (what: string, clock: string) => `Overdue: ${what} was due by ${clock}`,
  isStillDue: (what: string, clock: string) => `Still not done, now told to you: ${what} was due by ${clock}`,
  many: (n: number) => `${n} more alerts: see the bell at the top right`,
  until: (when: string) => `by ${when}`,
  over: (minutes: string) => `${minutes} over`,
  alerts: {
    false_receipt: 'Sent back: false receipt',
    safety: 'A crew left for its safety',
    repeat_fault: 'Repeated fault',
    return_day: 'The day of return has passed',
    certificate: 'Certificate expired on the day of the visit',
    beyond_limit: 'New time past the order’s limit',
    escalated: 'Escalated complaint',
    major: 'Major complaint',
    unreached: 'Not reached for days: decide',
    urged_head: 'Urged: head of department',
    urged_branch: 'Urged: branch',
    handed_over: 'You are asked to take a matter over',
  } satisfies Record<AlertKind, string>,
};
