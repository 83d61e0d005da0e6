import type { Sql } from '#db/client.ts';
import {
  countRefusedFixes,
  moveLastPositions,
  reportersOf,
  storeFixes,
  storeQuarantined,
} from '#db/query/position.ts';
import type { Instant, TechnicianId } from '#domain/base/brand.ts';
import type { PositionFix } from '#protocol/live.ts';
import { type DropReason, siftFixes } from './sift-fixes.ts';

/** The fixes of one technician, in any order. */
export interface PositionReport {
  technicianId: TechnicianId;
  fixes: readonly PositionFix[];
}

export interface PositionsTaken {
  /** Fixes that joined the track. */
  taken: number;
  dropped: Partial<Record<DropReason | 'clock_ahead' | 'too_old', number>>;
}

/**
 * Takes position reports in, of one technician or of many at once: what may not be stored is left out, the rest goes to
 * the track, and the newest position of each technician moves on. Whoever watches learns of it from there, whichever
 * road it came by. The caller has made sure that the sender may speak for these technicians.
 */
export async function takePositions(
  sql: Sql,
  reports: readonly PositionReport[],
  receivedAt: Instant,
): Promise<PositionsTaken> {
  const fixesOf = new Map<TechnicianId, PositionFix[]>();
  for (const { technicianId, fixes } of reports)
    fixesOf.set(technicianId, [...(fixesOf.get(technicianId) ?? []), ...fixes]);
  const answer: PositionsTaken = { taken: 0, dropped: {} };
  const drop = (reason: keyof PositionsTaken['dropped'], count = 1) => {
    answer.dropped[reason] = (answer.dropped[reason] ?? 0) + count;
  };

  const reporters = await reportersOf(sql, [...fixesOf.keys()]);
  const known = new Set(reporters.map((reporter) => reporter.technicianId));
  for (const [technicianId, fixes] of fixesOf)
    if (!known.has(technicianId)) drop('unknown_technician', fixes.length);

  const sifted = reporters.map((reporter) => ({
    reporter,
    ...siftFixes(reporter, fixesOf.get(reporter.technicianId) ?? [], receivedAt),
  }));
  for (const { dropped, quarantined } of sifted) {
    for (const reason of dropped) drop(reason);
    for (const { fault } of quarantined) drop(fault);
  }
  const track = sifted.flatMap((one) => one.track);
  answer.taken = track.length;
  await storeQuarantined(
    sql,
    sifted.flatMap((one) => one.quarantined),
  );
  if (track.length > 0) {
    await sql.begin(async (tx) => {
      await storeFixes(tx, track);
      await moveLastPositions(
        tx,
        sifted.flatMap(({ moved, reporter, refusedInARow }) =>
          moved ? { ...moved, areaId: reporter.areaId, refusedInARow } : [],
        ),
      );
    });
  }
  await countRefusedFixes(
    sql,
    sifted
      .filter(({ reporter, refusedInARow }) => refusedInARow !== reporter.refusedInARow)
      .map(({ reporter, refusedInARow }) => ({ technicianId: reporter.technicianId, refusedInARow })),
  );
  return answer;
}
