import { kpiOrdersQuery, readKpiOrders } from '#server/services/kpi/read-kpis.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound } from '../../../../http/problem.ts';

/** The orders behind one figure. */
export const GET = reads(kpiOrdersQuery, async ({ viewer, services, params, query }) => {
  const found = await readKpiOrders(services, viewer, params.id ?? '', query);
  return found ? answer(found) : notFound('indicator');
});
