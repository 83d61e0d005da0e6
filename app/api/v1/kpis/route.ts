import { kpiQuery, readKpis } from '#server/services/kpi/read-kpis.ts';
import { reads } from '../../http/handle.ts';
import { answer, notFound } from '../../http/problem.ts';

/** The indicators of a period, with what was left out and corrected. */
export const GET = reads(kpiQuery, async ({ viewer, services, query }) => {
  const report = await readKpis(services, viewer, query);
  return report ? answer(report) : notFound('figures');
});
