import { hintLogGrown } from '#db/query/event.ts';
import { claimCommand, storeAnswer } from '#db/query/idem.ts';
import type { AreaId, CommandId } from '#domain/base/brand.ts';
import type { CommandAnswer, CommandRefused } from '#protocol/command.ts';
import { actorOf, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { type Carried, HolderChanged, type Outcome, type Work } from './change.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import { keyReuse, retryLater } from './refusal.ts';
import { withRetries } from './transient.ts';
import { writeLog, writeState } from './write-change.ts';

export interface Task {
  services: Services;
  viewer: Viewer;
  id: CommandId;
  /** What makes two deliveries of the id the same request. */
  hash: Buffer;
  version?: number | undefined;
  /** Loads, locks and decides; may run more than once. */
  decide(work: Work): Promise<Outcome>;
}

/**
 * The one transaction in which anything changes (reliability §2): claim of the id, decision, state, log, answer. Answers
 * when it is committed; a fault on the way to the database is tried again until it is clear what became of it.
 */
export async function carryOut(task: Task): Promise<CommandAnswer> {
  return withRetries(task.services, () => once(task), retryLater);
}

interface Done {
  answer: CommandAnswer;
  grown: readonly AreaId[];
}

async function once(task: Task): Promise<CommandAnswer> {
  const { services } = task;
  for (;;) {
    try {
      const { answer, grown } = await services.database.sql.begin((tx) => transact(task, tx));
      await services.at('after-commit');
      for (const areaId of grown) hint(services, areaId);
      return answer;
    } catch (error) {
      if (error instanceof HolderChanged) continue;
      if (error instanceof Unfinished) return error.answer;
      const refusal = constraintRefusal(error);
      if (!refusal) throw error;
      return keepRefusal(task, refusal);
    }
  }
}

async function transact(task: Task, tx: Work['tx']): Promise<Done> {
  const { services, viewer, id, version } = task;
  await services.at('after-begin');
  const earlier = await claim(task, tx);
  if (earlier) return { answer: earlier, grown: [] };
  await services.at('after-idem');
  const work: Work = { tx, services, viewer, actor: actorOf(viewer), commandId: id, version };
  const outcome = await task.decide(work);
  await services.at('after-decide');
  if (outcome.ok) return settleChange(work, outcome);
  if (PASSING.has(outcome.code)) throw new Unfinished(outcome);
  await storeAnswer(tx, id, outcome);
  return { answer: outcome, grown: [] };
}

async function settleChange(work: Work, { change, insteadOf }: Carried): Promise<Done> {
  const { tx, services, commandId } = work;
  await writeState(tx, commandId, change);
  await services.at('after-state');
  const seqs = await writeLog(tx, commandId, work.actor, change);
  await services.at('after-log');
  const answer: CommandAnswer = insteadOf ?? {
    ok: true,
    data: {
      ...change.answer,
      replay: false,
      areaId: change.areaId,
      seq: seqs.get(change.areaId) ?? 0,
      committedAt: change.at,
    },
  };
  await storeAnswer(tx, commandId, answer);
  await services.at('after-answer');
  return { answer, grown: [...seqs.keys()] };
}

/** The answer of an earlier delivery of the same id, if there was one. */
async function claim({ id, hash, viewer, services }: Task, tx: Work['tx']): Promise<CommandAnswer | null> {
  const claimed = await claimCommand(tx, {
    commandId: id,
    actorId: viewer.personId,
    requestHash: hash,
    at: services.now(),
  });
  if (claimed.kind === 'new') return null;
  if (!claimed.sameRequest) return keyReuse(id);
  const { answer } = claimed;
  return answer.ok ? { ok: true, data: { ...answer.data, replay: true } } : answer;
}

/** Answers that say nothing about the order itself are not kept: the same id may come again and do it. */
const PASSING: ReadonlySet<CommandRefused['code']> = new Set(['not_found', 'forbidden', 'invalid', 'retry']);

/** The database refused what the rules had let pass: its transaction is gone, so the answer is kept in another. */
async function keepRefusal(task: Task, refusal: CommandRefused): Promise<CommandAnswer> {
  if (PASSING.has(refusal.code)) return refusal;
  return task.services.database.sql.begin(async (tx): Promise<CommandAnswer> => {
    const earlier = await claim(task, tx);
    if (earlier) return earlier;
    await storeAnswer(tx, task.id, refusal);
    return refusal;
  });
}

function hint(services: Services, areaId: AreaId): void {
  hintLogGrown(services.database.sql, areaId).catch((error: unknown) =>
    services.log.warn({ err: error, areaId }, 'the hint that a log has grown was not sent'),
  );
}

/** Rolls back everything, the claim of the id included. */
class Unfinished extends Error {
  readonly answer: CommandRefused;
  constructor(answer: CommandRefused) {
    super(answer.title);
    this.answer = answer;
  }
}
