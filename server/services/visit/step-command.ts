import { orderHolder, orderIdOfVisit } from '#db/query/order.ts';
import type { OrderId } from '#domain/base/brand.ts';
import type { OrderCommandType } from '#domain/order/order-command.ts';
import { visitSchemas } from '#protocol/schema-visit.ts';
import type { Services } from '../context.ts';

export type StepCommand =
  | { ok: true; type: OrderCommandType; orderId: OrderId }
  | { ok: false; code: 'invalid' | 'not_found'; title: string };

const STEPS = Object.keys(visitSchemas) as (keyof typeof visitSchemas)[];

/** The command that a step of the visit wizard is. Steps are named as in the scenarios, with or without `visit.`. */
export async function stepCommand(services: Services, id: string, step: unknown): Promise<StepCommand> {
  const type = STEPS.find((known) => known === step || known === `visit.${String(step)}`);
  if (!type) {
    const names = STEPS.map((known) => known.slice('visit.'.length)).join(', ');
    return { ok: false, code: 'invalid', title: `is ${JSON.stringify(step)}: expected one of ${names}` };
  }
  const { sql } = services.database;
  const orderId = (await orderHolder(sql, id)) ? id : await orderIdOfVisit(sql, id);
  return orderId ? { ok: true, type, orderId } : { ok: false, code: 'not_found', title: 'No such visit.' };
}
