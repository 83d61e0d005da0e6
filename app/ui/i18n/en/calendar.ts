import type { Messages } from '../zh-cn.ts';

/** Strings of the calendar of working days (app/settings/calendar). */
export const calendar: Messages['calendar'] = {
  title: 'Working days',
  hint: 'Limits in working days are counted by the State Council’s days off and make-up days (ARITH-04). A year that is published here wins over the one carried with the program.',
  noAccess: 'The calendar of working days is open to supervisors and the management.',
  loading: 'Reading the calendar…',
  failed: 'The calendar could not be read',
  missing: (year: number) => `The days off of ${year} are not published yet`,
  provisional: (orders: number) =>
    `${orders} running ${orders === 1 ? 'order is' : 'orders are'} counted by Monday to Friday for now; recomputed and put on record when the year is published.`,
  noneProvisional:
    'No running order has a deadline in that year yet; one that has is counted by Monday to Friday and says so.',
  publishTitle: 'Publish a year',
  year: 'Year',
  off: 'Days off',
  offHint: 'Such as 2027-01-01 2027-02-05..2027-02-11, or 2月5日至11日; weekends may be left out',
  work: 'Make-up working days',
  workHint: 'Worked days on weekends, such as 2027-02-14',
  source: 'Source',
  sourceExample: 'The notice that says so',
  publish: 'Publish',
  publishHint:
    'New orders count by it; provisional deadlines are recomputed once, each on record. A year changed later counts for new orders only.',
  published: (year: number, orders: number) =>
    orders > 0
      ? `${year} is published, deadlines of ${orders} ${orders === 1 ? 'order' : 'orders'} recomputed`
      : `${year} is published`,
  unsent: 'It did not reach the server. Try again.',
  version: (version: number, day: string, carried: boolean) =>
    `version ${version} · ${day}${carried ? ' · carried with the program' : ''}`,
  faults: {
    unreadable: (word: string) => `“${word}” is no day: write 2027-01-01 or 2027-02-05..2027-02-11`,
    other_year: (word: string) => `“${word}” is not in the chosen year`,
    too_long: (word: string) => `“${word}” is longer than any holiday`,
    worked_weekday: (word: string) => `${word} is worked anyhow: make-up days lie on weekends`,
    both: (word: string) => `${word} is among the days off, too`,
    empty: (_word: string) => 'No weekday is among the days off',
  },
  provisionalMark: 'provisional',
  provisionalWhy: (years: string) => `The days off of ${years} are not published: counted by weekdays`,
};
