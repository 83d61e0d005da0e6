import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { areaSnapshot } from '#db/query/area-snapshot.ts';
import { finishPlan, writePlanProgress } from '#db/query/plan.ts';
import { type ClaimedPlan, claimPlan, failAbandonedPlans, setPlanBase } from '#db/query/plan-claim.ts';
import { middleOf } from '#domain/geo/centre.ts';
import { freshnessOf } from '#domain/geo/freshness.ts';
import type { RoadTables } from '#domain/geo/road-legs.ts';
import { planRules } from '#domain/scheduling/day-problem.ts';
import { compareRanks } from '#domain/scheduling/objective.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { localDate } from '#domain/time/zone.ts';
import type { PlanProposal } from '#protocol/plan.ts';
import type { Services } from '#server/services/context.ts';
import { DAY_REFUSED } from './day-refused.ts';
import { runPortfolio } from './portfolio.ts';
import type { ProposalReport, ProposalRequest } from './proposal-worker.ts';
import type { ProposalAsk } from './propose.ts';
import { WorkerPool, WorkFailed } from './worker-pool.ts';

export interface PlanRuns {
  /** Ends what is being computed; its run is marked as interrupted. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 250;
const SEED = 1;
/** More searchers than this find little that is better and hold memory. */
const MOST_SEARCHERS = 4;

/** One core stays with the server. */
function searchers(): number {
  return Math.max(1, Math.min(MOST_SEARCHERS, availableParallelism() - 1));
}

type Proposers = WorkerPool<ProposalRequest, ProposalReport, PlanProposal>;

function proposers(size: number): Proposers {
  return new WorkerPool({ script: new URL('./proposal-worker.ts', import.meta.url), size });
}

/**
 * Computes the plan runs that people ask for: takes them from the database one after another, so that any node may ask
 * and any node may compute, and keeps the search in worker threads: as many seeds at once as there are `size`, of which the best counts.
 */
export function startPlanRuns(services: Services, size = searchers(), pool = proposers(size)): PlanRuns {
  const name = services.newId();
  const ending = new AbortController();
  const desk = serve();

  async function serve(): Promise<void> {
    while (!ending.signal.aborted) {
      const claimed = await next();
      if (claimed) await compute(claimed);
      else await wait(LOOK_EVERY_MS, undefined, { signal: ending.signal, ref: false }).catch(stopped);
    }
  }

  async function next(): Promise<ClaimedPlan | null> {
    const { sql } = services.database;
    try {
      const at = services.now();
      await failAbandonedPlans(sql, at);
      return await claimPlan(sql, name, at);
    } catch (error) {
      if (!ending.signal.aborted) services.log.warn({ err: error }, 'plan runs: the database is away');
      return null;
    }
  }

  async function compute(plan: ClaimedPlan): Promise<void> {
    const { sql } = services.database;
    const calledOff = new AbortController();
    const failed = (failure: string) => finishPlan(sql, plan.id, { at: services.now(), failure });
    try {
      const ask = await askOf(services, plan);
      if (!ask) return await failed('no_area');
      await setPlanBase(sql, plan.id, ask.seq);
      const roads = await roadsFor(services, ask.ask);
      const rules = planRules(resolveStandard(ask.ask.standardId));
      let telling: Promise<unknown> = Promise.resolve();
      const tell = async (report: ProposalReport) => {
        if (!(await writePlanProgress(sql, plan.id, report))) calledOff.abort();
      };
      const search = () =>
        runPortfolio(
          pool,
          {
            asks: Array.from({ length: size }, (_, i) => ({
              ask: { ...ask.ask, roads, seed: SEED + i },
              seconds: plan.seconds,
            })),
            compare: (one, other) => compareRanks(one.after.ranks, other.after.ranks, rules),
          },
          {
            signal: AbortSignal.any([ending.signal, calledOff.signal]),
            onReport: (report) => {
              telling = telling.then(() => tell(report)).catch(warn);
            },
          },
        );
      const proposal = await search().catch((error: unknown) => {
        // Workers that died are replaced, and the search begins once more; what it found before is only a proposal less.
        if (!(error instanceof WorkFailed && error.why === 'gone') || ending.signal.aborted) throw error;
        services.log.warn({ err: error, planId: plan.id }, 'a plan is computed again by new workers');
        return search();
      });
      await telling;
      if (ending.signal.aborted) await failed('interrupted');
      else
        await finishPlan(sql, plan.id, {
          at: services.now(),
          proposal: { ...proposal, ...roadsAway(services, ask.ask, proposal) },
        });
    } catch (error) {
      services.log.error({ err: error, planId: plan.id }, 'a plan could not be computed');
      await failed(reasonOf(error)).catch(warn);
    }
  }

  function warn(error: unknown): void {
    services.log.warn({ err: error }, 'plan runs: the database is away');
  }

  function stopped(error: unknown): void {
    if (!ending.signal.aborted) throw error;
  }

  return {
    async stop() {
      ending.abort();
      await desk;
      await pool.close();
    },
  };
}

/** Begins with a word that screens have words of their own for, where it is known what happened. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof WorkFailed)) return message;
  if (error.why === 'gone') return `worker_gone: ${message}`;
  if (error.code === DAY_REFUSED) return `refused: ${message}`;
  // Where it was thrown is for the log.
  return message.split('\n', 1)[0] ?? message;
}

/** The area's day as it stands, with the seq that it was read at. */
async function askOf(
  services: Services,
  plan: ClaimedPlan,
): Promise<{ ask: ProposalAsk; seq: number } | null> {
  const now = services.now();
  const read = await areaSnapshot(services.database.sql, plan.areaId, now);
  if (!read) return null;
  const { area, orders, outages, technicians, positions } = read.state;
  const ring = area.polygon?.coordinates[0];
  // Where people are now says nothing of where another day begins.
  const isToday = plan.date === localDate(now, resolveStandard(area.standardId).get('tz'));
  return {
    seq: read.seq,
    ask: {
      areaId: plan.areaId,
      date: plan.date,
      now,
      standardId: area.standardId,
      technicians,
      orders,
      outages,
      positions: positions
        .filter((position) => isToday && freshnessOf(now - position.receivedAt) !== 'stale')
        .map(({ technicianId, lng, lat }) => [technicianId, { lng, lat }] as const),
      centre: ring ? (middleOf(ring.map(([lng, lat]) => ({ lng, lat }))) ?? null) : null,
      seed: SEED,
      learned: area.travel ?? null,
    },
  };
}

/** The road servers of the day's vehicles that have not answered: what they do not tell is estimated, and said to be. */
function roadsAway(
  { roads }: Services,
  { technicians }: ProposalAsk,
  { legs }: PlanProposal,
): Pick<PlanProposal, 'roadsAway'> {
  // Ways that were told before are known still, however the server does now.
  if (legs?.estimated === 0) return {};
  const away = roads
    .status()
    .filter(({ mode, state }) => technicians.some(({ vehicle }) => vehicle === mode) && state !== 'well')
    .map(({ mode, kind }) => ({ mode, kind }));
  return away.length === 0 ? {} : { roadsAway: away };
}

/** Ways between all places of the day by the vehicles of its technicians, as far as road servers tell; null where none was named. */
function roadsFor(
  { roads }: Services,
  { technicians, orders, positions, centre }: ProposalAsk,
): Promise<RoadTables | null> {
  const points = [
    ...orders.map((order) => order.place?.point),
    ...technicians.map((technician) => technician.home),
    ...positions.map(([, point]) => point),
    centre,
  ];
  return roads.tables(
    // One without coordinates is for the day's judge to name.
    points
      .filter((point) => point != null)
      .filter(({ lng, lat }) => Number.isFinite(lng) && Number.isFinite(lat)),
    [...new Set(technicians.map(({ vehicle }) => vehicle))],
  );
}
