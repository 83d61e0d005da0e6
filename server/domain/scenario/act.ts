import { handingOver, isInHand } from '../area/hand-over.ts';
import { judgeLeave, leadOf, leaveArea } from '../area/judge-leave.ts';
import { blocks } from '../base/finding.ts';
import type { Role } from '../base/role.ts';
import type { Finding, Verdict } from '../base/verdict.ts';
import { verdictOf } from '../base/verdict.ts';
import type { CutoverCommand } from '../cutover/cutover.ts';
import { decideCutover } from '../cutover/decide-cutover.ts';
import { evolveCutover } from '../cutover/evolve-cutover.ts';
import { judgeFaultInCutover } from '../cutover/judge-cutover.ts';
import { decideOrder } from '../order/decide.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand } from '../order/order-command.ts';
import { decideOutage } from '../outage/decide-outage.ts';
import { evolveOutage } from '../outage/evolve-outage.ts';
import { judgeFaultIntake, matchOutage, outageIdOf } from '../outage/judge-outage.ts';
import type { OutageCommand } from '../outage/outage.ts';
import type { ParameterName } from '../standard/parameter.ts';
import { amendStandard } from '../standard/resolve.ts';
import { readYearDays } from '../time/year-days.ts';
import { recomputed } from '../timer/recompute.ts';
import { commandOf, intakesOf } from './command-of.ts';
import { amendedValue } from './parameter-value.ts';
import type { Step } from './scenario.ts';
import type { Stage } from './stage.ts';
import { bookingsOf, closeMoves, contextOf, record, standardOf } from './stage.ts';

type Fields = Step['fields'];
const ACCEPTED: Verdict = { outcome: 'accepted', findings: [] };

/** Carries out one step on the stage and answers with the verdict of the rules. */
export function act(stage: Stage, step: Step): Verdict {
  switch (step.do) {
    case 'tick':
      return ACCEPTED;
    case 'order.intake':
      return takeIn(stage, step);
    case 'area.leave':
      return leave(stage, step);
    case 'cutover.plan':
      return planCutover(stage, step);
    case 'outage.open':
      return openOutage(stage, step.fields);
    case 'outage.restore':
      return restoreOutage(stage, step.fields);
    case 'calendar.publish':
      return publishYear(stage, step.fields);
    case 'standard.change':
      return changeStandard(stage, step.fields);
    default:
      return actOnOrder(stage, step);
  }
}

/** The same gate as the server's: decide, and only when accepted the events happen. */
function decide(stage: Stage, command: OrderCommand, step: Step, more: readonly Finding[] = []): Verdict {
  const id = command.payload.orderId;
  const order = stage.orders.get(id) ?? null;
  const technicianId =
    'technicianId' in command.payload && command.type !== 'order.accept'
      ? command.payload.technicianId
      : (order?.technicianId ?? null);
  const approval = (step.fields.approval as { by: Role; reason: string } | undefined) ?? null;
  const concerned = outageIdOf(order, command);
  const decision = decideOrder(order, command, {
    ...contextOf(stage, id, step.as, technicianId ?? null, approval),
    outage: stage.outages.find((one) => one.id === concerned) ?? null,
  });
  const verdict = verdictOf([...decision.verdict.findings, ...more]);
  if (verdict.outcome === 'accepted') {
    record(stage, id, decision.events, stage.now);
    closeMoves(stage, stage.now);
  }
  return verdict;
}

function actOnOrder(stage: Stage, step: Step): Verdict {
  const id = String(step.fields.order);
  const order = stage.orders.get(id) ?? null;
  const area = order ? stage.areas.get(order.areaId) : undefined;
  const before = { orders: new Map(stage.orders), events: stage.events.length };
  const verdict = decide(
    stage,
    commandOf(step, stage.now, order, area ? leadOf(area) : null, standardOf(stage, id)),
    step,
  );
  const { companion } = step.fields;
  if (companion === undefined || verdict.outcome !== 'accepted') return verdict;
  // given with somebody who goes along: both or neither
  const payload = { orderId: id, technicianId: String(companion) };
  const joined = decide(stage, { type: 'order.accompany', payload }, step, verdict.findings);
  if (joined.outcome === 'accepted') return joined;
  stage.orders = before.orders;
  stage.events.length = before.events;
  return joined;
}

/** A move is taken in with its two children; a fault is matched against open outages and its neighbours (INTK-07, OUTG-01). */
function takeIn(stage: Stage, step: Step): Verdict {
  const id = String(step.fields.order);
  const areaId = String(step.fields.area ?? stage.world.areas[0]?.id ?? '');
  const fresh = !stage.orders.has(id);
  let verdict = ACCEPTED;
  for (const command of intakesOf(step, areaId)) {
    const child = command.payload.orderId;
    if (!stage.orders.has(child)) stage.pinned.set(child, stage.standard);
    const isFault = command.payload.type === 'fault';
    const match = matchOutage(isFault ? stage.outages : [], command.payload);
    const faults = [...stage.orders.values()].filter((one) => one.type === 'fault' && one.areaId === areaId);
    const more =
      fresh && isFault
        ? [
            ...judgeFaultIntake(match, faults, stage.standard, stage.now),
            ...judgeFaultInCutover(command.payload, stage.cutovers, stage.now),
          ]
        : [];
    const same = stage.orders.get(command.payload.sameIssueAs ?? '');
    const payload = {
      ...command.payload,
      ...(match.outage ? { outageId: match.outage.id } : {}),
      ...(same ? { sameIssueIntakeAt: same.intakeAt } : {}),
    };
    const one = decide(stage, { ...command, payload }, step, more);
    if (child === id) verdict = one;
    if (one.outcome !== 'accepted') return one;
  }
  return verdict;
}

/** Whoever leaves hands over what is in hand; one order that the gate refuses to the successor keeps the person there (RESP-02). */
function leave(stage: Stage, { fields, as }: Step): Verdict {
  const technician = String(fields.technician);
  const successor = fields.successor === undefined ? null : String(fields.successor);
  const asked = fields.area === undefined ? undefined : String(fields.area);
  const areaId = asked ?? [...stage.areas].find(([, { members }]) => members.includes(technician))?.[0] ?? '';
  const area = stage.areas.get(areaId) ?? { members: [], lead: null };
  const verdict = verdictOf(judgeLeave(area, technician, successor));
  if (verdict.outcome !== 'accepted') return verdict;
  const before = { orders: new Map(stage.orders), events: stage.events.length };
  for (const order of before.orders.values()) {
    if (order.technicianId !== technician || order.areaId !== areaId || !isInHand(order)) continue;
    const context = contextOf(stage, order.id, as, successor, null);
    const decision = decideOrder(order, handingOver(order.id, successor, null), context);
    if (decision.verdict.outcome !== 'accepted') {
      stage.orders = before.orders;
      stage.events.length = before.events;
      return decision.verdict;
    }
    record(stage, order.id, decision.events, stage.now);
  }
  for (const order of stage.orders.values())
    if (order.companionId === technician && isInHand(order))
      record(
        stage,
        order.id,
        [{ type: 'order.unaccompanied', data: { technicianId: technician } }],
        stage.now,
      );
  stage.areas.set(areaId, leaveArea(area, technician, successor));
  stage.left.set(technician, stage.now);
  return verdict;
}

/** A story plans a cutover and announces it in one step; planned again it is announced anew. */
function planCutover(stage: Stage, { fields, as }: Step): Verdict {
  const cutoverId = String(fields.cutover);
  const areaId = String(fields.area ?? stage.world.areas[0]?.id ?? '');
  const visits = stage.world.technicians.flatMap(({ id }) =>
    bookingsOf(stage, id, '').flatMap((booking) => {
      const order = stage.orders.get(booking.orderId);
      return order?.areaId === areaId ? [{ ...booking, estate: order.estate, place: order.place }] : [];
    }),
  );
  const context = { now: stage.now, actor: { id: as, role: as }, standard: stage.standard, visits };
  const given = fields.approval as { by: Role; reason: string } | undefined;
  const plan: CutoverCommand = {
    type: 'cutover.plan',
    payload: { cutoverId, areaId, work: cutoverId, start: Number(fields.start) },
  };
  const planned = decideCutover(null, plan, context);
  const [event] = planned.events;
  if (!event) return planned.verdict;
  const cutover = {
    ...evolveCutover(null, cutoverId, event, stage.now),
    approval: given
      ? { by: given.by, role: given.by, reason: given.reason, at: stage.now, requestedBy: as }
      : null,
  };
  const announcedAt = Number(fields.announcedAt ?? stage.now);
  const announce: CutoverCommand = { type: 'cutover.announce', payload: { cutoverId, announcedAt } };
  const { verdict, events } = decideCutover(cutover, announce, context);
  const [announced] = events;
  if (announced)
    stage.cutovers = [
      ...stage.cutovers.filter(({ id }) => id !== cutoverId),
      evolveCutover(cutover, cutoverId, announced, stage.now),
    ];
  return verdict;
}

function openOutage(stage: Stage, fields: Fields): Verdict {
  const outageId = String(fields.outage);
  const areaId = String(fields.area ?? stage.world.areas[0]?.id ?? '');
  const named = (fields.orders as readonly string[] | undefined) ?? [];
  const lines = named.flatMap((id) => stage.orders.get(id) ?? []);
  return decideOutageOn(stage, { type: 'outage.open', payload: { outageId, areaId } }, lines);
}

function restoreOutage(stage: Stage, fields: Fields): Verdict {
  const outageId = String(fields.outage);
  const lines = [...stage.orders.values()].filter((order) => order.outageId === outageId);
  return decideOutageOn(stage, { type: 'outage.restore', payload: { outageId } }, lines);
}

/** The outage's own gate, and what its lines have of it. */
function decideOutageOn(stage: Stage, command: OutageCommand, linked: readonly Order[]): Verdict {
  const id = command.payload.outageId;
  const outage = stage.outages.find((one) => one.id === id) ?? null;
  const { verdict, events, lines } = decideOutage(outage, command, linked, stage.now);
  const after = events.reduce((state, event) => evolveOutage(state, id, event, stage.now), outage);
  if (after) stage.outages = [...stage.outages.filter((one) => one.id !== id), after];
  for (const line of lines) record(stage, line.orderId, line.events, stage.now);
  return verdict;
}

function changeStandard(stage: Stage, { parameter, value }: Fields): Verdict {
  const name = parameter as ParameterName;
  const before = stage.standard.get(name);
  stage.standard = amendStandard(stage.standard, name, amendedValue(before, value) as never);
  return ACCEPTED;
}

/** A year's working days become known: new orders count by them, and what ran by weekdays is recomputed (E-08). */
function publishYear(stage: Stage, { year, off, work }: Fields): Verdict {
  const words = (given: unknown) => ((given as readonly string[] | undefined) ?? []).join(' ');
  const read = readYearDays(Number(year), { off: words(off), work: words(work) });
  if (!read.ok) return verdictOf([blocks('ARITH-04', { ...read.fault }, 'load_calendar')]);
  stage.workYears = { ...stage.workYears, [Number(year)]: read.days };
  for (const [id, order] of stage.orders)
    record(stage, id, recomputed(order, stage.workYears, standardOf(stage, id), stage.now), stage.now);
  return ACCEPTED;
}
