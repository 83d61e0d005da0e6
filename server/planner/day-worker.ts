/** Keeps the running days of the areas in a worker thread: answers questions about them and looks for improvements. */
import { workerData } from 'node:worker_threads';
import { openDatabase } from '#db/client.ts';
import { improveDay } from '#domain/scheduling/improve.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import type { RouteOrder, VisitId } from '#domain/scheduling/model.ts';
import { MOVED_SECONDS } from '#domain/scheduling/objective.ts';
import type { PlannedSlot } from '#domain/visit/visit.ts';
import type { Suggestion } from '#protocol/suggestion.ts';
import { OwnDayDesk } from '#server/services/plan/day-desk.ts';
import type { PresentArea } from '#server/services/plan/present-area.ts';
import type { DayAnswer, DayAsk, Dismissed } from './day-ask.ts';
import { giveWay } from './give-way.ts';
import { suggestionOf } from './suggestion.ts';
import { type Desk, serveJobs } from './worker-desk.ts';

/** The thread has a connection of its own: what it reads is never parsed in the server's thread. */
const { databaseUrl } = workerData as { databaseUrl: string };
const { sql } = openDatabase({ url: databaseUrl, applicationName: 'zhundian-days', poolSize: 2 });
const days = new OwnDayDesk(sql);

async function answer(ask: DayAsk, desk: Desk<never>): Promise<DayAnswer> {
  switch (ask.kind) {
    case 'improve':
      return improve(ask, desk);
    case 'options':
      return { kind: 'options', options: await days.options(ask.orderId, ask.now) };
    case 'why':
      return { kind: 'why', why: await days.why(ask.orderId, ask.now) };
    case 'slots':
      return { kind: 'slots', slots: await days.slots(ask.query, ask.now) };
  }
}

/** So many are searched even when a question waits: a few milliseconds, and often enough for what is plain to see. */
const LEAST_TRIALS = 64;

async function improve(ask: Extract<DayAsk, { kind: 'improve' }>, desk: Desk<never>): Promise<DayAnswer> {
  const present = await days.areas.of(ask.areaId, ask.now);
  if (!present) return { kind: 'improve', seq: null, suggestion: null, holds: false };
  const { day, work, seq } = present;
  const faults = judgeProblem(day.promised);
  if (faults.length > 0)
    throw new Error(`The running day cannot be improved: ${JSON.stringify(faults.slice(0, 5))}`);
  const held = new Set([...heldBack(present, ask.dismissed), ...day.lockedAway]);
  const { standing } = ask;
  const from = standing && { from: orderOfWork(standing) };
  const again = from && improveDay({ day, seed: ask.seed, budget: { iterations: 0 }, held, ...from });
  const now = again ? suggestionOf(again, day, work.orders) : null;
  const started = performance.now();
  const found = improveDay({
    day,
    seed: ask.seed,
    budget: {
      spent: (trials) =>
        desk.isStopped() && trials >= LEAST_TRIALS
          ? Infinity
          : (performance.now() - started) / 1000 / ask.seconds,
    },
    held,
    ...from,
  });
  return {
    kind: 'improve',
    seq,
    suggestion: found && suggestionOf(found, day, work.orders),
    holds: standing !== undefined && now !== null && sameMoves(standing, now),
  };
}

/** The days as a suggestion has them, to go on from. */
function orderOfWork({ routes }: Suggestion): readonly RouteOrder[] {
  return routes.map(({ technicianId, stops }) => ({
    technician: technicianId,
    steps: stops.map(({ orderId }) => ({ kind: 'visit', visit: orderId })),
  }));
}

/** Whether the same orders go to the same people, none of them more than a quarter of an hour otherwise. */
function sameMoves(one: Suggestion, other: Suggestion): boolean {
  const moves = movesOf(other);
  const before = movesOf(one);
  return (
    moves.size === before.size &&
    [...before].every(([orderId, { technicianId, start }]) => {
      const now = moves.get(orderId);
      return now?.technicianId === technicianId && Math.abs(now.start - start) <= MOVED_SECONDS * 1000;
    })
  );
}

function movesOf({ routes, changed }: Suggestion): ReadonlyMap<VisitId, PlannedSlot> {
  const moved = new Set(changed);
  return new Map(
    routes
      .flatMap(({ stops }) => stops)
      .filter(({ orderId }) => moved.has(orderId))
      .map(({ orderId, planned }) => [orderId, planned]),
  );
}

/** What was dismissed is left alone until it has changed itself, or has come into trouble that it was not in. */
function heldBack({ work, day }: PresentArea, dismissed: readonly Dismissed[]): ReadonlySet<VisitId> {
  const versions = new Map(work.orders.map(({ id, version }) => [id, version]));
  const placed = new Set(day.promised.published?.map(({ visit }) => visit));
  return new Set(
    dismissed
      .filter(({ orderId, version, troubled }) => {
        const inTrouble = day.broken.has(orderId) || !placed.has(orderId);
        return versions.get(orderId) === version && (troubled || !inTrouble);
      })
      .map(({ orderId }) => orderId),
  );
}

giveWay(19);
serveJobs(answer);
