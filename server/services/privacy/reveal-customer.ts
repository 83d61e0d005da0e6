import { looksOf, wasToldOften } from '#db/query/customer-reveal.ts';
import type { LogRow } from '#db/query/event.ts';
import { orderById } from '#db/query/order.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import { judgeReveal, type Reveal, type RevealEvents, tooMany } from '#domain/privacy/reveal.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import { HOUR } from '#domain/time/zone.ts';
import { seesOrder } from '#server/access/may-command.ts';
import type { Verb } from '../command/change.ts';
import { notFound, refusedBy } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';

/**
 * Shows the sender a customer's full number for a quarter of an hour, and writes down that it was shown and why (PRIV-01). The answer
 * does not hold the number: answers are kept. Whoever looks often is told of.
 */
export const revealCustomer: Verb<'customer.reveal'> = async (work, { orderId, reason }) => {
  const { tx, services, viewer } = work;
  const order = await orderById(tx, orderId);
  if (!order || !seesOrder(viewer, order)) return notFound('order');
  const standard = standardOf(order);
  const findings = judgeReveal(reason);
  const verdict = verdictOf(findings);
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  const at = services.now();
  const { areaId } = order;
  const { personId, role } = viewer;
  const reveal: Reveal = { id: work.commandId, orderId, areaId, personId, role, at, reason };
  const count = tooMany([...(await looksOf(tx, personId, at - HOUR)), at], at);
  const rows: LogRow[] = [row('customer.revealed', reveal.id, { orderId }, [orderId])];
  if (count !== null && !(await wasToldOften(tx, personId, at - HOUR))) {
    rows.push(row('customer.revealed_often', personId, { personId, count }, []));
    services.log.warn({ personId, count }, 'somebody looks at many numbers of customers');
  }
  return {
    ok: true,
    change: {
      areaId,
      at,
      reveals: [reveal],
      log: rows.map((one) => ({ areaId, row: one })),
      answer: { orderId, version: order.version, warnings: refusalRules(findings, standard) },
    },
  };
};

function row<T extends keyof RevealEvents>(
  type: T,
  id: string,
  data: RevealEvents[T],
  orders: readonly string[],
): LogRow {
  return { type, entity: 'reveal', id, version: 1, data, orders };
}
