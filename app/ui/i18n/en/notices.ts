/** Strings of the alarms of timers (app/notices). */
export const notices = {
  title: 'Time limits',
  bell: (all: number, overdue: number) =>
    all === 0
      ? 'Time limits: none'
      : overdue === 0
        ? `Time limits: ${all}`
        : `Time limits: ${all}, ${overdue} of them overdue`,
  empty: 'No limit is close or overdue',
  warns: (what: string, clock: string) => `Due soon: ${what}, by ${clock}`,
  isDue: (what: string, clock: string) => `Overdue: ${what} was due by ${clock}`,
  many: (n: number) => `${n} more time limits: see the bell at the top right`,
  until: (when: string) => `by ${when}`,
  over: (minutes: string) => `${minutes} over`,
};
