import { verdictOf } from '#domain/base/verdict.ts';
import { judgeExport, watermark } from '#domain/privacy/judge-export.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { isoInZone } from '#domain/time/zone.ts';
import type { CommandRefused } from '#protocol/command.ts';
import type { Viewer } from '#server/access/viewer.ts';
import { refusedBy } from '../command/refusal.ts';
import type { Services } from '../context.ts';
import { writeCsv } from '../export/csv.ts';
import type { readKpiOrders } from './read-kpis.ts';

type KpiOrders = NonNullable<Awaited<ReturnType<typeof readKpiOrders>>>;

/** The orders behind a figure as a table that carries who took it and what for (PRIV-02); the log of the server keeps it, too. */
export function exportKpiOrders(
  services: Services,
  viewer: Viewer,
  { id, orders }: KpiOrders,
  reason: string | undefined,
): { ok: true; csv: string } | CommandRefused {
  const base = resolveStandard('base');
  const verdict = verdictOf(judgeExport(viewer.role, reason));
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, base);
  const tz = base.get('tz');
  const mark = watermark(viewer.name, services.now(), reason ?? '', tz);
  services.log.info(
    { person: viewer.personId, figure: id, rows: orders.length, reason },
    'a table was exported',
  );
  return {
    ok: true,
    csv: writeCsv([
      [mark],
      ['order', 'at', 'value', 'left out'],
      ...orders.map(({ orderId, number, at, value, leftOut }) => [
        number ?? orderId,
        isoInZone(at, tz),
        String(value),
        leftOut ? `${leftOut.rule} ${leftOut.reason}` : '',
      ]),
    ]),
  };
}
