import type { Queryable, Sent, Transaction } from '../client.ts';
import { chunks } from './chunks.ts';

/** One thing that was said of an order beside the log: a value of its record, or an answer of its customer. */
export interface OrderWords {
  orderId: string;
  commandId: string;
  kind: 'asset' | 'answer';
  /** The field of the record, or the question. */
  name: string;
  words: string;
  givenBy: string;
  at: number;
}

/** Sends what writes them; a correction is a row of its own. */
export function insertOrderWords(tx: Transaction, given: readonly OrderWords[]): Sent[] {
  const rows = given.map((one) => ({
    order_id: one.orderId,
    command_id: one.commandId,
    kind: one.kind,
    name: one.name,
    words: one.words,
    given_by: one.givenBy,
    at: one.at,
  }));
  return chunks(rows).map((chunk) => tx`insert into order_words ${tx(chunk)}`.execute());
}

/** Everything that was said of an order, oldest first. */
export async function orderWordsOf(sql: Queryable, orderId: string): Promise<OrderWords[]> {
  return sql<OrderWords[]>`
    select order_id as "orderId", command_id as "commandId", kind, name, words, given_by as "givenBy", at
    from order_words where order_id = ${orderId} order by at, kind, name`;
}
