import { lockArea } from '#db/query/area.ts';
import { lockTechnicianDays } from '#db/query/lock.ts';
import { lockOrders } from '#db/query/order.ts';
import { lockTechnician } from '#db/query/technician.ts';
import { responsibleAt } from '#domain/area/area-lead.ts';
import { decideLeave } from '#domain/area/decide-leave.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { evolveTechnician, type TechnicianEvent } from '#domain/technician/technician-event.ts';
import { seesArea } from '#server/access/viewer.ts';
import type { Verb } from '../command/change.ts';
import { invalid, notFound, refusedBy, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';
import { orderWrites } from '../order/order-change.ts';
import { technicianRow } from '../technician/duty.ts';
import { handOverOrders } from './hand-over-orders.ts';
import { leadRow, leadsOf } from './lead.ts';

/**
 * Takes a member out of an area (RESP-02): the successor leads it from now on where a lead leaves, and takes over what the person has in
 * hand. All of it or nothing: one order that the gate refuses to the successor keeps the person in the area.
 */
export const leaveArea: Verb<'area.leave'> = async (work, { areaId, technicianId, successorId, reason }) => {
  const { tx, services } = work;
  const area = seesArea(work.viewer, areaId) ? await lockArea(tx, areaId) : null;
  if (!area) return notFound('area');
  const successor = successorId ?? null;
  const both = successor === null ? [technicianId] : [technicianId, successor];
  await lockTechnicianDays(tx, both);
  const leaver = await lockTechnician(tx, technicianId);
  const held = await lockOrders(tx, [], both);
  await services.at('after-locks');
  if (!leaver || !seesArea(work.viewer, leaver.areaId))
    return invalid({
      field: 'technicianId',
      message: `there is no technician ${JSON.stringify(technicianId)}`,
    });
  if (work.version !== undefined && work.version !== leaver.version) return stale('technician', leaver);

  const now = services.now();
  const standard = resolveStandard(area.standardId);
  const leads = await leadsOf(work, area);
  const { findings, terms } = decideLeave(leads, { technicianId, successorId: successor }, now);
  const verdict = verdictOf(findings);
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  const handed = await handOverOrders(work, {
    area,
    held,
    technicianId,
    successorId: successor,
    reason,
    now,
  });
  if (!handed.ok) return handed;

  const left: TechnicianEvent = {
    type: 'technician.left',
    data: { successorId: successor, reason: reason ?? null },
  };
  const technician = evolveTechnician(leaver, left, now);
  const members = leads.members.filter((id) => id !== technicianId);
  const stands = terms.length === leads.terms.length && terms.every((term, at) => term === leads.terms[at]);
  const led = stands
    ? area
    : { ...area, leadTerms: terms, leadTechnicianId: responsibleAt({ members, terms }, now) };
  const { after: _, log, ...writes } = orderWrites(handed.steps, now);
  return {
    ok: true,
    change: {
      ...writes,
      areaId,
      at: now,
      areas: stands ? [] : [led],
      technicians: [{ technician }],
      log: [
        ...log,
        { areaId, row: leadRow(led, { name: leaver.name, successorId: successor }) },
        { areaId, row: technicianRow(technician, left) },
      ],
      answer: { version: technician.version, warnings: refusalRules(handed.warnings, standard) },
    },
  };
};
