import { promisedBetween } from '#db/query/order.ts';
import { unannounced } from '#domain/timer/predicted-lateness.ts';
import type { Services } from '../context.ts';
import { expectedOf } from '../order/expected-now.ts';
import { raiseNotices } from './raise-notices.ts';

const HOUR = 3_600_000;
/** Promises of so long ago and so far ahead are looked at; who is told of which is the standard's to say. */
const BACK_MS = HOUR;
const AHEAD_MS = 2 * HOUR;

/**
 * TRAV-03: whoever will be late hears of it while there is time to tell the customer. Looks at what the running day lets expect of every
 * promise that is near and gives the alarms, each once. Returns how many this call gave.
 */
export async function watchLateness(services: Services): Promise<number> {
  const now = services.now();
  const near = await promisedBetween(services.database.sql, now - BACK_MS, now + AHEAD_MS);
  const untold = near.filter((order) => unannounced(order) !== null);
  if (untold.length === 0) return 0;
  const expected = await expectedOf(services, untold);
  let given = 0;
  for (const order of untold) given += await raiseNotices(services, order, expected.get(order.id));
  return given;
}
