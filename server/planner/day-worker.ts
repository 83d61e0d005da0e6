/** Keeps the running days of the areas in a worker thread: answers questions about them and looks for improvements. */
import { workerData } from 'node:worker_threads';
import { openDatabase } from '#db/client.ts';
import { improveDay } from '#domain/scheduling/improve.ts';
import { judgeProblem } from '#domain/scheduling/judge-problem.ts';
import type { VisitId } from '#domain/scheduling/model.ts';
import { OwnDayDesk } from '#server/services/plan/day-desk.ts';
import type { PresentArea } from '#server/services/plan/present-area.ts';
import type { DayAnswer, DayAsk, Dismissed } from './day-ask.ts';
import { suggestionOf } from './suggestion.ts';
import { type Desk, serveJobs } from './worker-desk.ts';

/** The thread has a connection of its own: what it reads is never parsed in the server's thread. */
const { databaseUrl } = workerData as { databaseUrl: string };
const { sql } = openDatabase({ url: databaseUrl, applicationName: 'zhundian-days', poolSize: 2 });
const days = new OwnDayDesk(sql);

async function answer(ask: DayAsk, desk: Desk<never>): Promise<DayAnswer> {
  if (ask.kind === 'improve') return improve(ask, desk);
  return { kind: 'options', options: await days.options(ask.orderId, ask.now) };
}

async function improve(ask: Extract<DayAsk, { kind: 'improve' }>, desk: Desk<never>): Promise<DayAnswer> {
  const present = await days.areas.of(ask.areaId, ask.now);
  if (!present) return { kind: 'improve', seq: null, suggestion: null };
  const { day, state, seq } = present;
  const faults = judgeProblem(day.promised);
  if (faults.length > 0)
    throw new Error(`The running day cannot be improved: ${JSON.stringify(faults.slice(0, 5))}`);
  const started = performance.now();
  const found = improveDay({
    day,
    seed: ask.seed,
    budget: {
      spent: () => (desk.isStopped() ? 1 : (performance.now() - started) / 1000 / ask.seconds),
    },
    held: heldBack(present, ask.dismissed),
    ...(ask.from ? { from: ask.from } : {}),
  });
  return { kind: 'improve', seq, suggestion: found && suggestionOf(found, day, state.orders) };
}

/** What was dismissed is left alone until it has changed itself, or has come into trouble that it was not in. */
function heldBack({ state, day }: PresentArea, dismissed: readonly Dismissed[]): ReadonlySet<VisitId> {
  const versions = new Map(state.orders.map(({ id, version }) => [id, version]));
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

serveJobs(answer);
