import type { Reach } from '../area/reach.ts';
import { reachOf } from '../area/reach.ts';
import type { Instant, OrderId } from '../base/brand.ts';
import { blocks } from '../base/finding.ts';
import type { Finding, Verdict } from '../base/verdict.ts';
import { verdictOf } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { OrderEvent } from '../order/order-event.ts';
import { TERMINAL_STATUSES } from '../order/order-status.ts';
import type { Outage, OutageCommand, OutageEvent } from './outage.ts';
import { OUTAGE_STEPS } from './outage.ts';
import { isOutageChild } from './outage-child.ts';

/** What a command does to the outage and to the lines linked to it; nothing of it when it is not accepted. */
export interface OutageDecision {
  verdict: Verdict;
  events: readonly OutageEvent[];
  lines: readonly { orderId: OrderId; events: readonly OrderEvent[] }[];
}

interface Proposed {
  findings: readonly Finding[];
  events: readonly OutageEvent[];
  lines: OutageDecision['lines'];
}

const NOTHING: Proposed = { findings: [], events: [], lines: [] };

/**
 * The gate of an outage (OUTG-01…04). `linked`: the orders that belong to it, or that the command names. A step that the table does not
 * allow is refused with the state and with what it would need.
 */
export function decideOutage(
  outage: Outage | null,
  command: OutageCommand,
  linked: readonly Order[],
  now: Instant,
): OutageDecision {
  const { from } = OUTAGE_STEPS[command.type];
  const status = outage?.status ?? 'none';
  const proposed = from.includes(status)
    ? propose(command, linked, now)
    : { ...NOTHING, findings: [blocks('STATE', { step: command.type, status, needs: from.join(' or ') })] };
  const verdict = verdictOf(proposed.findings);
  return verdict.outcome === 'accepted'
    ? { verdict, events: proposed.events, lines: proposed.lines }
    : { verdict, events: [], lines: [] };
}

const each = (orders: readonly Order[], event: OrderEvent): OutageDecision['lines'] =>
  orders.map(({ id }) => ({ orderId: id, events: [event] }));

function propose(command: OutageCommand, linked: readonly Order[], now: Instant): Proposed {
  switch (command.type) {
    case 'outage.suspect':
      return happens({
        type: 'outage.suspected',
        data: { areaId: command.payload.areaId, ...reachIn(command.payload) },
      });
    case 'outage.open': {
      const { outageId, areaId, cause } = command.payload;
      return {
        findings: [],
        events: [
          { type: 'outage.opened', data: { areaId, cause: cause ?? null, ...reachIn(command.payload) } },
        ],
        lines: each(linked, { type: 'order.outage_linked', data: { outageId } }),
      };
    }
    case 'outage.reach':
      return happens({
        type: 'outage.reach_changed',
        data: { reach: reachOf(command.payload) },
      });
    case 'outage.repair':
      return happens({ type: 'outage.repair_started', data: {} });
    case 'outage.eta': {
      const { eta } = command.payload;
      if (eta <= now)
        return { ...NOTHING, findings: [blocks('OUTG-04', { etaAt: eta, nowAt: now }, 'choose_future')] };
      return happens({ type: 'outage.eta_changed', data: { eta } });
    }
    case 'outage.notify': {
      const { outageId, orderIds } = command.payload;
      const told = linked.filter(({ id }) => orderIds === undefined || orderIds.includes(id));
      const all = waiting(linked).every((line) => told.includes(line));
      return {
        findings: told.length === 0 ? [blocks('OUTG-04', { missing: 'orderIds' }, 'name_lines')] : [],
        events: all ? [{ type: 'outage.eta_delivered', data: {} }] : [],
        lines: each(told, { type: 'order.outage_noticed', data: { outageId } }),
      };
    }
    case 'outage.restore':
      return {
        findings: [],
        events: [{ type: 'outage.restored', data: {} }],
        lines: each(linked, { type: 'order.outage_restored', data: {} }),
      };
    case 'outage.verify': {
      const open = waiting(linked)
        .filter(({ status, restoredAt }) => status !== 'resolved' && restoredAt !== null)
        .map(({ id }) => id);
      if (open.length > 0)
        return { ...NOTHING, findings: [blocks('OUTG-03', { orders: open }, 'verify_lines')] };
      return happens({ type: 'outage.verified', data: {} });
    }
    case 'outage.close':
      return happens({ type: 'outage.closed', data: {} });
  }
}

/** A reach as an event keeps it: left out where nothing was said. */
function reachIn(given: Parameters<typeof reachOf>[0]): { reach?: Reach } {
  const reach = reachOf(given);
  return reach ? { reach } : {};
}

/** Lines whose customers still wait for something. */
function waiting(linked: readonly Order[]): readonly Order[] {
  return linked.filter((line) => isOutageChild(line) || !TERMINAL_STATUSES.has(line.status));
}

function happens(event: OutageEvent): Proposed {
  return { findings: [], events: [event], lines: [] };
}
