/** Indicators of the standard as scenarios name them; KPI-17 and KPI-23 have two parts each (§0.4 17). */
export const KPI_NAMES: readonly string[] = [
  ...Array.from({ length: 23 }, (_, index) => `KPI-${String(index + 1).padStart(2, '0')}`),
  'KPI-17a',
  'KPI-17b',
  'KPI-23a',
  'KPI-23b',
];
