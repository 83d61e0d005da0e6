import type { ResolvedStandard } from '../standard/resolve.ts';
import { MINUTE } from '../time/zone.ts';
import type { Armed } from '../timer/timer.ts';
import type { Outage } from './outage.ts';

/** T_OUTAGE_ETA (OUTG-04): each new expected end reaches every customer of the outage within thirty minutes (our choice). */
export function armOutage(outage: Outage, standard: ResolvedStandard): readonly Armed[] {
  return outage.etas.map(({ at, deliveredAt }, index): Armed => {
    const due = at + standard.get('outage.etaPushMin') * MINUTE;
    return {
      name: 'T_OUTAGE_ETA',
      rule: 'OUTG-04',
      startedAt: at,
      dueLiteral: due,
      dueEffective: due,
      warnAt: at + (due - at) / 2,
      doneAt: deliveredAt,
      cancelledAt: outage.etas[index + 1]?.at ?? outage.restoredAt,
      paused: false,
    };
  });
}
