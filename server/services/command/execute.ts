import { hintLogGrown } from '#db/query/event.ts';
import { claimCommand, storeAnswer } from '#db/query/idem.ts';
import type { AreaId } from '#domain/base/brand.ts';
import type { CommandAnswer, CommandEnvelope, CommandRefused } from '#protocol/command.ts';
import { mayCommand } from '#server/access/may-command.ts';
import { actorOf, type Viewer } from '#server/access/viewer.ts';
import type { Services } from '../context.ts';
import { type Carried, HolderChanged, type Outcome, type Verb, type Work } from './change.ts';
import { constraintRefusal } from './constraint-refusal.ts';
import { forbidden, keyReuse, retryLater } from './refusal.ts';
import { requestHash } from './request-hash.ts';
import { withRetries } from './transient.ts';
import { verbs } from './verbs.ts';
import { writeLog, writeState } from './write-change.ts';

export interface Execution {
  envelope: CommandEnvelope;
  viewer: Viewer;
  services: Services;
}

/**
 * Carries out one command in one transaction (reliability §2) and answers when it is committed: the same id with the same
 * body is answered as before, a refusal leaves no trace but its answer, and a fault on the way to the database is tried
 * again until it is clear what became of it. Throws only for faults of the program.
 */
export async function executeCommand(execution: Execution): Promise<CommandAnswer> {
  const { envelope, viewer, services } = execution;
  if (!mayCommand(viewer, envelope.type)) return forbidden(envelope.type);
  return withRetries(services, () => once(execution), retryLater);
}

interface Done {
  answer: CommandAnswer;
  grown: readonly AreaId[];
}

async function once(execution: Execution): Promise<CommandAnswer> {
  const { services } = execution;
  const { sql } = services.database;
  try {
    const { answer, grown } = await sql.begin((tx) => transact(execution, tx));
    await services.at('after-commit');
    for (const areaId of grown) hint(services, areaId);
    return answer;
  } catch (error) {
    if (error instanceof Unfinished) return error.answer;
    if (error instanceof HolderChanged) return once(execution);
    const refusal = constraintRefusal(error);
    if (!refusal) throw error;
    return keepRefusal(execution, refusal);
  }
}

async function transact(execution: Execution, tx: Work['tx']): Promise<Done> {
  const { envelope, viewer, services } = execution;
  await services.at('after-begin');
  const earlier = await claim(execution, tx);
  if (earlier) return { answer: earlier, grown: [] };
  await services.at('after-idem');

  const work: Work = {
    tx,
    services,
    viewer,
    actor: actorOf(viewer),
    commandId: envelope.id,
    version: envelope.version,
  };
  // The registry is typed by command; the pair of one envelope always fits.
  const verb = verbs[envelope.type] as Verb<never>;
  const outcome: Outcome = await verb(work, envelope.payload as never);
  await services.at('after-decide');
  if (!outcome.ok) return { answer: await settleRefusal(execution, tx, outcome), grown: [] };
  return settleChange(execution, work, outcome);
}

async function settleChange(
  { envelope, services }: Execution,
  work: Work,
  { change, insteadOf }: Carried,
): Promise<Done> {
  const { tx } = work;
  await writeState(tx, envelope.id, change);
  await services.at('after-state');
  const seqs = await writeLog(tx, envelope.id, work.actor, change);
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
  await storeAnswer(tx, envelope.id, answer);
  await services.at('after-answer');
  return { answer, grown: [...seqs.keys()] };
}

/** The answer of an earlier delivery of the same id, if there was one. */
async function claim(
  { envelope, viewer, services }: Execution,
  tx: Work['tx'],
): Promise<CommandAnswer | null> {
  const claimed = await claimCommand(tx, {
    commandId: envelope.id,
    actorId: viewer.personId,
    requestHash: requestHash(envelope),
    at: services.now(),
  });
  if (claimed.kind === 'new') return null;
  if (!claimed.sameRequest) return keyReuse(envelope.id);
  const { answer } = claimed;
  return answer.ok ? { ok: true, data: { ...answer.data, replay: true } } : answer;
}

/** Answers that say nothing about the order itself are not kept: the same id may come again and do it. */
const PASSING: ReadonlySet<CommandRefused['code']> = new Set(['not_found', 'forbidden', 'invalid', 'retry']);

async function settleRefusal(
  { envelope }: Execution,
  tx: Work['tx'],
  refusal: CommandRefused,
): Promise<CommandRefused> {
  if (PASSING.has(refusal.code)) throw new Unfinished(refusal);
  await storeAnswer(tx, envelope.id, refusal);
  return refusal;
}

/** The database refused what the rules had let pass: its transaction is gone, so the answer is kept in another. */
async function keepRefusal(execution: Execution, refusal: CommandRefused): Promise<CommandAnswer> {
  if (PASSING.has(refusal.code)) return refusal;
  const { envelope, services } = execution;
  return services.database.sql.begin(async (tx): Promise<CommandAnswer> => {
    const earlier = await claim(execution, tx);
    if (earlier) return earlier;
    await storeAnswer(tx, envelope.id, refusal);
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
