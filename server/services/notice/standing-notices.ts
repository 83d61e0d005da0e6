import { noticesAbout } from '#db/query/timer-notice.ts';
import type { Instant } from '#domain/base/brand.ts';
import { openRunsOf, openRunsOnNetwork, runOf } from '#domain/timer/open-runs.ts';
import type { TimerNotice } from '#domain/timer/timer-notice.ts';
import type { AreaState } from '#protocol/live.ts';
import type { Services } from '../context.ts';

/**
 * The notices that a screen needs of an area: those of the last days, and the older ones that still wait for their act. An alarm is not
 * over because it is old.
 */
export async function standingNotices(
  { database: { sql }, now }: Services,
  { area, orders, outages, cutovers, notices }: Omit<AreaState, 'cards'>,
): Promise<readonly TimerNotice[]> {
  const at: Instant = now();
  const runs = new Map<string, () => ReadonlySet<string>>();
  for (const order of orders)
    runs.set(
      order.id,
      once(() => openRunsOf(order, at)),
    );
  for (const state of outages)
    runs.set(
      state.id,
      once(() => openRunsOnNetwork({ kind: 'outage', state }, area.standardId, at)),
    );
  for (const state of cutovers)
    runs.set(
      state.id,
      once(() => openRunsOnNetwork({ kind: 'cutover', state }, area.standardId, at)),
    );
  const known = new Set(notices.map(({ id }) => id));
  const about = await noticesAbout(sql, area.id, [...runs.keys()]);
  const standing = about.filter(
    (notice) =>
      !known.has(notice.id) &&
      runs
        .get(notice.orderId ?? notice.subject?.id ?? '')?.()
        .has(runOf(notice)) === true,
  );
  return [...standing, ...notices];
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
