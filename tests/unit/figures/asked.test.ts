import { describe, expect, it } from 'vitest';
import { addressOf, askedIn, namedPeriod } from '#app/kpis/asked.ts';
import { standing } from '#app/kpis/words.ts';
import type { ReportedFigure } from '#domain/kpi/report.ts';

describe('the period of the figures', () => {
  it('has names that count from the standard’s day', () => {
    // a Wednesday; the week began on Monday
    expect(namedPeriod('week', '2026-03-11')).toEqual({ from: '2026-03-09', to: '2026-03-11' });
    expect(namedPeriod('week', '2026-03-15')).toEqual({ from: '2026-03-09', to: '2026-03-15' });
    expect(namedPeriod('week', '2026-03-09')).toEqual({ from: '2026-03-09', to: '2026-03-09' });
    expect(namedPeriod('yesterday', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(namedPeriod('lastMonth', '2026-01-31')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(namedPeriod('month', '2026-03-11')).toEqual({ from: '2026-03-01', to: '2026-03-11' });
  });

  it('stands in the address with everything else, and what is wrong there is left out', () => {
    const asked = {
      from: '2026-03-01',
      to: '2026-03-10',
      area: 'gulou',
      by: 'technician',
      kpi: 'KPI-07b',
    } as const;
    expect(askedIn(new URLSearchParams(addressOf(asked)), '2026-03-11')).toEqual(asked);
    expect(askedIn(new URLSearchParams('from=2026-13-99&by=weather&kpi=KPI-99'), '2026-03-11')).toEqual({
      from: '2026-03-01',
      to: '2026-03-11',
      area: null,
      by: 'all',
      kpi: null,
    });
  });
});

describe('a figure beside its marks', () => {
  const figure = (value: number | null, targets: number[], unit: 'rate' | 'hours' = 'rate') =>
    standing({ value, targets, unit } as unknown as ReportedFigure);

  it('[KPI-08] is judged by base and challenge, both reached at the mark itself', () => {
    expect(figure(0.989, [99, 99.6])).toBe('missed');
    expect(figure(0.99, [99, 99.6])).toBe('met');
    expect(figure(0.996, [99, 99.6])).toBe('challenge');
  });

  it('[KPI-10] is an average that may not be longer', () => {
    expect(figure(24, [24], 'hours')).toBe('met');
    expect(figure(24.1, [24], 'hours')).toBe('missed');
  });

  it('[KPI-06] with nothing to judge, or no mark, stands nowhere', () => {
    expect(figure(null, [90])).toBeNull();
    expect(figure(0.5, [])).toBeNull();
  });
});
