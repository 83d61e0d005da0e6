import { judgeLeave, leadOf, leaveArea } from '../area/judge-leave.ts';
import { settleApprovals } from '../base/finding.ts';
import type { Role } from '../base/role.ts';
import type { Finding, Verdict } from '../base/verdict.ts';
import { verdictOf } from '../base/verdict.ts';
import type { Cutover } from '../cutover/judge-cutover.ts';
import { judgeCutover } from '../cutover/judge-cutover.ts';
import { decideOrder } from '../order/decide.ts';
import type { Order } from '../order/order.ts';
import type { OrderCommand } from '../order/order-command.ts';
import { decideOutage } from '../outage/decide-outage.ts';
import { evolveOutage } from '../outage/evolve-outage.ts';
import { judgeFaultIntake, openOutageOf, outageIdOf } from '../outage/judge-outage.ts';
import type { OutageCommand } from '../outage/outage.ts';
import type { ParameterName } from '../standard/parameter.ts';
import { amendStandard } from '../standard/resolve.ts';
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
      return leave(stage, step.fields);
    case 'cutover.plan':
      return planCutover(stage, step);
    case 'outage.open':
      return openOutage(stage, step.fields);
    case 'outage.restore':
      return restoreOutage(stage, step.fields);
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
  return decide(
    stage,
    commandOf(step, stage.now, order, area ? leadOf(area) : null, standardOf(stage, id)),
    step,
  );
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
    const outage = command.payload.type === 'fault' ? openOutageOf(stage.outages, areaId) : null;
    const faults = [...stage.orders.values()].filter((one) => one.type === 'fault' && one.areaId === areaId);
    const more =
      fresh && command.payload.type === 'fault'
        ? judgeFaultIntake(outage, faults, stage.standard, stage.now)
        : [];
    const same = stage.orders.get(command.payload.sameIssueAs ?? '');
    const payload = {
      ...command.payload,
      ...(outage ? { outageId: outage.id } : {}),
      ...(same ? { sameIssueIntakeAt: same.intakeAt } : {}),
    };
    const one = decide(stage, { ...command, payload }, step, more);
    if (child === id) verdict = one;
    if (one.outcome !== 'accepted') return one;
  }
  return verdict;
}

function leave(stage: Stage, fields: Fields): Verdict {
  const technician = String(fields.technician);
  const successor = fields.successor === undefined ? null : String(fields.successor);
  const asked = fields.area === undefined ? undefined : String(fields.area);
  const areaId = asked ?? [...stage.areas].find(([, { members }]) => members.includes(technician))?.[0] ?? '';
  const area = stage.areas.get(areaId) ?? { members: [], lead: null };
  const verdict = verdictOf(judgeLeave(area, technician, successor));
  if (verdict.outcome === 'accepted') stage.areas.set(areaId, leaveArea(area, technician, successor));
  return verdict;
}

function planCutover(stage: Stage, { fields, as }: Step): Verdict {
  const cutover: Cutover = {
    id: String(fields.cutover),
    areaId: String(fields.area ?? stage.world.areas[0]?.id ?? ''),
    start: Number(fields.start),
    announcedAt: Number(fields.announcedAt ?? stage.now),
  };
  const inArea = stage.world.technicians.flatMap(({ id }) =>
    bookingsOf(stage, id, '').filter(({ orderId }) => stage.orders.get(orderId)?.areaId === cutover.areaId),
  );
  const given = fields.approval as { by: Role; reason: string } | undefined;
  const approval = given
    ? { by: given.by, role: given.by, reason: given.reason, at: stage.now, requestedBy: as }
    : null;
  const findings = settleApprovals(judgeCutover(cutover, inArea, stage.standard, stage.now), approval);
  const verdict = verdictOf(findings);
  if (verdict.outcome === 'accepted')
    stage.cutovers = [...stage.cutovers.filter(({ id }) => id !== cutover.id), cutover];
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
