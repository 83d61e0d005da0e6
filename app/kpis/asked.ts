import { KPI_IDS, type KpiId } from '#domain/kpi/kpis.ts';
import { KPI_GROUPS, type KpiGroup } from '#domain/kpi/report.ts';
import { addDays } from '#domain/time/zone.ts';

/** What the page shows; all of it stands in the address, so that a link opens the same figures. */
export interface Asked {
  /** First and last local day, YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** null = every area that the viewer may see. */
  readonly area: string | null;
  readonly by: KpiGroup;
  readonly kpi: KpiId | 'flags' | null;
}

export const PERIODS = ['today', 'yesterday', 'week', 'month', 'lastMonth'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** First and last day of a period that has a name, seen from `today`. A week begins on Monday. */
export function namedPeriod(name: PeriodName, today: string): Pick<Asked, 'from' | 'to'> {
  const first = `${today.slice(0, 8)}01`;
  const lastOfBefore = addDays(first, -1);
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'week':
      return { from: addDays(today, -mondaysDistance(today)), to: today };
    case 'month':
      return { from: first, to: today };
    case 'lastMonth':
      return { from: `${lastOfBefore.slice(0, 8)}01`, to: lastOfBefore };
  }
}

function mondaysDistance(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; what is missing or wrong there is the month until today, all areas, not told apart. */
export function askedIn(address: URLSearchParams, today: string): Asked {
  const month = namedPeriod('month', today);
  const day = (name: 'from' | 'to') => {
    const given = address.get(name) ?? '';
    return DAY.test(given) && !Number.isNaN(Date.parse(given)) ? given : month[name];
  };
  const kpi = address.get('kpi');
  return {
    from: day('from'),
    to: day('to'),
    area: address.get('area'),
    by: KPI_GROUPS.find((one) => one === address.get('by')) ?? 'all',
    kpi: kpi === 'flags' ? kpi : (KPI_IDS.find((one) => one === kpi) ?? null),
  };
}

/** The address of what is shown. */
export function addressOf({ from, to, area, by, kpi }: Asked): string {
  const query = new URLSearchParams({ from, to });
  if (area !== null) query.set('area', area);
  if (by !== 'all') query.set('by', by);
  if (kpi !== null) query.set('kpi', kpi);
  return `?${query}`;
}
