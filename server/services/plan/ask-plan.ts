import { areaById } from '#db/query/area.ts';
import { insertPlan, type PlanRow, planById } from '#db/query/plan.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { PlanAsk, PlanProposal, PlanRun } from '#protocol/plan.ts';
import { mayCommand } from '#server/access/may-command.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';

const SECONDS = 5;

/** Asks for a proposal of an area's day; it is computed by whichever node is free. Null when the viewer has no such area. */
export async function askPlan(services: Services, viewer: Viewer, ask: PlanAsk): Promise<PlanRun | null> {
  const { sql } = services.database;
  if (!plans(viewer, ask.areaId) || !(await areaById(sql, ask.areaId))) return null;
  const id = services.newId();
  await insertPlan(sql, {
    id,
    areaId: ask.areaId,
    date: ask.date,
    seconds: ask.seconds ?? SECONDS,
    requestedBy: viewer.personId,
    requestedAt: services.now(),
    baseSeq: null,
  });
  return readPlan(services, viewer, id);
}

/** One plan run as it stands. Null when there is none that the viewer may see. */
export async function readPlan(services: Services, viewer: Viewer, id: string): Promise<PlanRun | null> {
  const row = await planById(services.database.sql, id);
  return row && plans(viewer, row.areaId) ? planRun(row) : null;
}

/** Whoever may publish a plan may ask for one and read it. */
function plans(viewer: Viewer, areaId: AreaId): boolean {
  return seesArea(viewer, areaId) && mayCommand(viewer, 'plan.publish');
}

function planRun(row: PlanRow): PlanRun {
  return {
    id: row.id,
    areaId: row.areaId,
    date: row.date,
    status: row.status,
    progress: row.progress as PlanRun['progress'],
    requestedAt: row.requestedAt,
    finishedAt: row.finishedAt,
    baseSeq: row.baseSeq,
    proposal: row.proposal as PlanProposal | null,
    failure: row.failure,
  };
}
