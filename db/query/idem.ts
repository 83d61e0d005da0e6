import type { CommandAnswer } from '#protocol/command.ts';
import type { Sent, Transaction } from '../client.ts';

/** The answer that an id was given before; `sameRequest` is false when it came with another body or from another person. */
export interface EarlierAnswer {
  sameRequest: boolean;
  answer: CommandAnswer;
}

/** A command as its id is claimed. */
export interface CommandClaim {
  commandId: string;
  actorId: string;
  requestHash: Buffer;
}

/**
 * Claims a command id for this transaction and answers with what the id was answered before, if anything. A twin that is
 * under way in another transaction is waited for, so that of two simultaneous deliveries one acts and the other reads
 * its answer.
 */
export function claimCommand(tx: Transaction, claim: CommandClaim): Sent<EarlierAnswer> {
  const { commandId, actorId, requestHash } = claim;
  tx`select pg_advisory_xact_lock(hashtextextended(${commandId}, 0))`.execute();
  // A statement of its own: it sees what the twin has committed while it was waited for.
  return tx<EarlierAnswer[]>`
    select actor_id = ${actorId} and request_hash = ${requestHash} as "sameRequest", answer
    from idem where command_id = ${commandId}`.execute();
}

/**
 * Keeps the answer with the id, in the same transaction. `grownArea`: the area whose new seq the answer tells; it stands
 * in the area's head, which this transaction holds.
 */
export function storeAnswer(
  tx: Transaction,
  claim: CommandClaim & { at: number },
  answer: CommandAnswer,
  grownArea: string | null = null,
): Sent {
  const told = tx.json(answer as never);
  return tx`
    insert into idem (command_id, actor_id, request_hash, created_at, answer)
    values (${claim.commandId}, ${claim.actorId}, ${claim.requestHash}, ${claim.at},
      ${grownArea === null ? told : tx`jsonb_set(${told}::jsonb, '{data,seq}', (${seqOf(tx, grownArea)}))`})`.execute();
}

const seqOf = (tx: Transaction, areaId: string) =>
  tx`select to_jsonb(seq) from area_head where area_id = ${areaId}`;
