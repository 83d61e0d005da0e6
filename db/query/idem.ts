import type { CommandAnswer } from '#protocol/command.ts';
import type { Queryable } from '../client.ts';

export type Claim =
  | { kind: 'new' }
  /** Answered before; `sameRequest` is false when the id came with another body or from another person. */
  | { kind: 'answered'; sameRequest: boolean; answer: CommandAnswer };

export interface CommandClaim {
  commandId: string;
  actorId: string;
  requestHash: Buffer;
  at: number;
}

/**
 * Claims a command id for this transaction. A twin that is under way in another transaction is waited for, so that of
 * two simultaneous deliveries one acts and the other reads its answer.
 */
export async function claimCommand(sql: Queryable, claim: CommandClaim): Promise<Claim> {
  const { commandId, actorId, requestHash, at } = claim;
  const claimed = await sql`
    insert into idem (command_id, actor_id, request_hash, created_at)
    values (${commandId}, ${actorId}, ${requestHash}, ${at})
    on conflict (command_id) do nothing returning 1`;
  if (claimed.length > 0) return { kind: 'new' };
  const [stored] = await sql<{ sameRequest: boolean; answer: CommandAnswer | null }[]>`
    select actor_id = ${actorId} and request_hash = ${requestHash} as "sameRequest", answer
    from idem where command_id = ${commandId}`;
  if (!stored?.answer) throw new Error(`Command ${commandId} is claimed but has no answer.`);
  return { kind: 'answered', sameRequest: stored.sameRequest, answer: stored.answer };
}

/** Keeps the answer with the claim, in the same transaction. */
export async function storeAnswer(sql: Queryable, commandId: string, answer: CommandAnswer): Promise<void> {
  await sql`update idem set answer = ${sql.json(answer as never)} where command_id = ${commandId}`;
}
