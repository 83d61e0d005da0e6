import { inTransaction, type Sent, type Transaction } from '#db/client.ts';
import { hintLogGrown } from '#db/query/event.ts';
import { type CommandClaim, claimCommand, type EarlierAnswer, storeAnswer } from '#db/query/idem.ts';
import type { AreaId, CommandId } from '#domain/base/brand.ts';
import type { CommandAnswer, CommandRefused } from '#protocol/command.ts';
import { actorOf, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { type Carried, HolderChanged, type Outcome, type Work } from './change.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import { keyReuse, retryLater } from './refusal.ts';
import { withRetries } from './transient.ts';
import { type LogSent, writeLog, writeState } from './write-change.ts';

export interface Task {
  services: Services;
  viewer: Viewer;
  id: CommandId;
  /** What makes two deliveries of the id the same request. */
  hash: Buffer;
  version?: number | undefined;
  /** Loads, locks and decides, and writes nothing; may run more than once, also for an id that was answered before. */
  decide(work: Work): Promise<Outcome>;
}

/**
 * The one transaction in which anything changes (reliability §2): claim of the id, decision, state, log, answer. Answers
 * when it is committed; a fault on the way to the database is tried again until it is clear what became of it.
 * It exchanges words with the database twice: what is claimed, locked and read, and what is written with the commit.
 */
export async function carryOut(task: Task): Promise<CommandAnswer> {
  return withRetries(task.services, () => once(task), retryLater);
}

interface Done {
  answer: CommandAnswer;
  /** What answers with the new seq of each log that grows. */
  heads: LogSent['heads'];
}

const NO_HEADS: Done['heads'] = new Map();

async function once(task: Task): Promise<CommandAnswer> {
  const { services } = task;
  for (;;) {
    try {
      const done = await inTransaction(services.database.sql, (tx, unanswered) =>
        transact(task, tx, unanswered),
      );
      await services.at('after-commit');
      for (const areaId of done.heads.keys()) hint(services, areaId);
      return withSeq(done);
    } catch (error) {
      if (error instanceof HolderChanged) continue;
      if (error instanceof Unfinished) return error.answer;
      const refusal = constraintRefusal(error);
      if (!refusal) throw error;
      return keepRefusal(task, refusal);
    }
  }
}

async function transact(task: Task, tx: Transaction, unanswered: Sent[]): Promise<Done> {
  const { services, viewer, id, version } = task;
  await services.at('after-begin');
  // Not waited for: what the decision locks and reads travels with it, and nothing is written before it is answered.
  const claimed = claimCommand(tx, claimOf(task));
  await services.at('after-idem');
  const work: Work = { tx, services, viewer, actor: actorOf(viewer), commandId: id, version };
  const outcome = await task.decide(work);
  const earlier = answeredBefore(id, await claimed);
  if (earlier) return { answer: earlier, heads: NO_HEADS };
  await services.at('after-decide');
  if (outcome.ok) return settleChange(task, work, outcome, unanswered);
  if (PASSING.has(outcome.code)) throw new Unfinished(outcome);
  unanswered.push(keepAnswer(task, tx, outcome));
  return { answer: outcome, heads: NO_HEADS };
}

async function settleChange(
  task: Task,
  { tx, services, commandId, actor }: Work,
  { change, insteadOf }: Carried,
  unanswered: Sent[],
): Promise<Done> {
  unanswered.push(...writeState(tx, commandId, change));
  await services.at('after-state');
  const { sent, heads } = writeLog(tx, commandId, actor, change);
  unanswered.push(...sent);
  await services.at('after-log');
  const { areaId, at: committedAt } = change;
  const answer: CommandAnswer = insteadOf ?? {
    ok: true,
    data: { ...change.answer, replay: false, areaId, seq: 0, committedAt },
  };
  unanswered.push(keepAnswer(task, tx, answer, answer.ok && heads.has(areaId) ? areaId : null));
  await services.at('after-answer');
  return { answer, heads };
}

/** The answer with the seq that its area has come to, as the database has kept it. */
async function withSeq({ answer, heads }: Done): Promise<CommandAnswer> {
  const head = answer.ok ? await heads.get(answer.data.areaId) : undefined;
  return answer.ok && head?.[0] ? { ok: true, data: { ...answer.data, seq: head[0].seq } } : answer;
}

function claimOf({ id, viewer, hash }: Task): CommandClaim {
  return { commandId: id, actorId: viewer.personId, requestHash: hash };
}

function keepAnswer(task: Task, tx: Transaction, answer: CommandAnswer, grownArea?: AreaId | null): Sent {
  return storeAnswer(tx, { ...claimOf(task), at: task.services.now() }, answer, grownArea);
}

/** The answer of an earlier delivery of the same id, if there was one. */
function answeredBefore(id: CommandId, [earlier]: readonly EarlierAnswer[]): CommandAnswer | null {
  if (!earlier) return null;
  if (!earlier.sameRequest) return keyReuse(id);
  const { answer } = earlier;
  return answer.ok ? { ok: true, data: { ...answer.data, replay: true } } : answer;
}

/** Answers that say nothing about the order itself are not kept: the same id may come again and do it. */
const PASSING: ReadonlySet<CommandRefused['code']> = new Set(['not_found', 'forbidden', 'invalid', 'retry']);

/** The database refused what the rules had let pass: its transaction is gone, so the answer is kept in another. */
async function keepRefusal(task: Task, refusal: CommandRefused): Promise<CommandAnswer> {
  if (PASSING.has(refusal.code)) return refusal;
  return inTransaction(task.services.database.sql, async (tx, unanswered): Promise<CommandAnswer> => {
    const earlier = answeredBefore(task.id, await claimCommand(tx, claimOf(task)));
    if (!earlier) unanswered.push(keepAnswer(task, tx, refusal));
    return earlier ?? refusal;
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
