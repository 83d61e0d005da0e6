import { exportKpiOrders } from '#server/services/kpi/export-kpi.ts';
import { kpiOrdersQuery, readKpiOrders } from '#server/services/kpi/read-kpis.ts';
import { reads } from '../../../../http/handle.ts';
import { answer, notFound, problem } from '../../../../http/problem.ts';

/** The orders behind one figure; as a table to take along only with a reason (PRIV-02). */
export const GET = reads(kpiOrdersQuery, async ({ viewer, services, params, query }) => {
  const found = await readKpiOrders(services, viewer, params.id ?? '', query);
  if (!found) return notFound('indicator');
  if (query.format === 'json') return answer(found);
  const table = exportKpiOrders(services, viewer, found, query.reason);
  if (!table.ok) return problem(table);
  return new Response(table.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${found.id}.csv"`,
      'cache-control': 'no-store',
    },
  });
});
