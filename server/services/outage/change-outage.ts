import { areaById, lockArea } from '#db/query/area.ts';
import { lockOrders } from '#db/query/order.ts';
import { lockLinesOf, lockOutage } from '#db/query/outage.ts';
import type { Order } from '#domain/order/order.ts';
import { TERMINAL_STATUSES } from '#domain/order/order-status.ts';
import { decideOutage } from '#domain/outage/decide-outage.ts';
import { evolveOutage } from '#domain/outage/evolve-outage.ts';
import type { Outage, OutageCommand, OutageCommandType } from '#domain/outage/outage.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import type { CommandRefused } from '#protocol/command.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { foldLog } from '../command/fold-log.ts';
import { invalid, notFound, refusedBy, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { orderWrites } from '../order/order-change.ts';

/** The verb of a command about one outage (OUTG-01…04): the outage and every line that it changes, in one transaction. */
export function outageVerb<T extends OutageCommandType>(type: T): Verb<T> {
  return (work, payload) => changeOutage(work, { type, payload } as OutageCommand);
}

async function changeOutage(work: Work, command: OutageCommand): Promise<Outcome> {
  const held = await holdOutage(work, command);
  if (!held.ok) return held;
  await work.services.at('after-locks');
  const { outage, areaId, linked } = held;
  if (work.version !== undefined && work.version !== (outage?.version ?? 0))
    return outage ? stale('outage', outage) : notFound('outage');
  const area = await areaById(work.tx, areaId);
  if (!area) return notFound('area');
  const standard = resolveStandard(area.standardId);
  const now = work.services.now();
  const { verdict, events, lines } = decideOutage(outage, command, linked, now);
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  const { outageId } = command.payload;
  const { after, log } = foldLog({ entity: 'outage', id: outageId }, outage, events, evolveOutage, now);
  const steps = linked.map((before) => ({
    before,
    events: lines.filter(({ orderId }) => orderId === before.id).flatMap((line) => line.events),
  }));
  const { after: _, ...writes } = orderWrites(
    steps.filter((step) => step.events.length > 0),
    now,
  );
  return {
    ok: true,
    change: {
      ...writes,
      areaId,
      at: now,
      outages: after ? [after] : [],
      log: [...log.map((row) => ({ areaId, row })), ...writes.log],
      answer: {
        ...(after ? { version: after.version } : {}),
        warnings: refusalRules(verdict.findings, standard),
      },
    },
  };
}

interface HeldOutage {
  ok: true;
  /** null while it does not exist. */
  outage: Outage | null;
  areaId: string;
  /** Its lines, or those that the command wants to link. */
  linked: readonly Order[];
}

/** Takes the locks: the area of one that begins, then the outage, then its lines by id. */
async function holdOutage(
  work: Work,
  { type, payload }: OutageCommand,
): Promise<HeldOutage | CommandRefused> {
  const { tx, viewer } = work;
  const begins = type === 'outage.suspect' || type === 'outage.open';
  if (begins && !(seesArea(viewer, payload.areaId) && (await lockArea(tx, payload.areaId))))
    return notFound('area');
  const outage = await lockOutage(tx, payload.outageId);
  if (outage && !seesArea(viewer, outage.areaId))
    return begins
      ? invalid({ field: 'outageId', message: 'another outage has this id' })
      : notFound('outage');
  if (!outage && !begins) return notFound('outage');
  const areaId = outage?.areaId ?? (begins ? payload.areaId : '');
  if (begins && payload.areaId !== areaId)
    return invalid({ field: 'areaId', message: `the outage is in the area ${JSON.stringify(areaId)}` });
  if (type !== 'outage.open')
    return { ok: true, outage, areaId, linked: await lockLinesOf(tx, payload.outageId) };
  const linked = await lockOrders(tx, payload.orderIds ?? []);
  const stranger = (payload.orderIds ?? []).find(
    (id) => !linked.some((one) => one.id === id && mayLink(one, areaId)),
  );
  if (stranger !== undefined)
    return invalid({
      field: 'orderIds',
      message: `${JSON.stringify(stranger)} is not an unfinished fault of this area without an outage`,
    });
  return { ok: true, outage, areaId, linked };
}

function mayLink(order: Order, areaId: string): boolean {
  return (
    order.areaId === areaId &&
    order.type === 'fault' &&
    order.outageId === null &&
    !TERMINAL_STATUSES.has(order.status)
  );
}
