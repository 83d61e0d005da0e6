import { areaById } from '#db/query/area.ts';
import { lockTechnician, techniciansOf } from '#db/query/technician.ts';
import type { Area } from '#domain/area/area.ts';
import { leadTermsOf } from '#domain/area/area-lead.ts';
import { judgeShiftEnd } from '#domain/area/decide-lead.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Finding } from '#domain/base/verdict.ts';
import { verdictOf } from '#domain/base/verdict.ts';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { judgeShiftStart } from '#domain/technician/judge-shift.ts';
import type { Technician } from '#domain/technician/technician.ts';
import { evolveTechnician, type TechnicianEvent } from '#domain/technician/technician-event.ts';
import { seesArea, type Viewer } from '#server/access/viewer.ts';
import type { Outcome, Verb, Work } from '../command/change.ts';
import { notFound, refusedBy, stale } from '../command/refusal.ts';
import { refusalRules } from '../command/refusal-rules.ts';

/** Begins the working time. Positions are taken only from now on, and only with consent (PRIV: reliability §5.3). */
export const onDuty: Verb<'technician.on_duty'> = (work, { technicianId, declared }) =>
  changeTechnician(
    work,
    technicianId,
    (technician, now) =>
      technician.onDuty
        ? []
        : [{ type: 'technician.on_duty', data: { since: now, ...(declared ? { declared } : {}) } }],
    async ({ standardId }) => judgeShiftStart(declared, standardId),
  );

/** Ends it; from now on no position is taken. */
export const offDuty: Verb<'technician.off_duty'> = (work, { technicianId }) =>
  changeTechnician(
    work,
    technicianId,
    (technician) => (technician.onDuty ? [{ type: 'technician.off_duty', data: {} }] : []),
    async (area, now) => {
      const colleagues = await techniciansOf(work.tx, [area.id]);
      const leads = { members: colleagues.map(({ id }) => id), terms: leadTermsOf(area) };
      const staying = colleagues.filter((one) => one.onDuty).map(({ id }) => id);
      return judgeShiftEnd(leads, technicianId, staying, now);
    },
  );

/** Gives or withdraws the consent to share one's position. Withdrawing it leaves the orders usable. */
export const consent: Verb<'technician.consent'> = (work, { technicianId, version, given }) =>
  changeTechnician(work, technicianId, (technician) => {
    if (given) {
      const known = technician.consent?.version === version;
      return known ? [] : [{ type: 'technician.consented', data: { version } }];
    }
    return technician.consent ? [{ type: 'technician.consent_withdrawn', data: {} }] : [];
  });

async function changeTechnician(
  work: Work,
  technicianId: string,
  decide: (technician: Technician, now: Instant) => TechnicianEvent[],
  judge: (area: Area, now: Instant) => Promise<readonly Finding[]> = async () => [],
): Promise<Outcome> {
  const before = await lockTechnician(work.tx, technicianId);
  if (!before || !mayChange(work.viewer, before)) return notFound('technician');
  await work.services.at('after-locks');
  if (work.version !== undefined && work.version !== before.version) return stale('technician', before);
  const now = work.services.now();
  const events = decide(before, now);
  const area = events.length > 0 ? await areaById(work.tx, before.areaId) : null;
  const findings = area ? await judge(area, now) : [];
  const standard = resolveStandard(area?.standardId ?? 'base');
  const verdict = verdictOf(findings);
  if (verdict.outcome !== 'accepted') return refusedBy(verdict, standard);
  let technician = before;
  const log = events.map((event) => {
    technician = evolveTechnician(technician, event, now);
    return { areaId: technician.areaId, row: technicianRow(technician, event) };
  });
  return {
    ok: true,
    change: {
      areaId: before.areaId,
      at: now,
      log,
      technicians: log.length > 0 ? [{ technician }] : [],
      answer: { version: technician.version, warnings: refusalRules(findings, standard) },
    },
  };
}

/** The log row of one event, `technician` being what it left behind. */
export function technicianRow(technician: Technician, event: TechnicianEvent) {
  return {
    type: event.type,
    entity: 'technician' as const,
    id: technician.id,
    version: technician.version,
    data: event.data,
    orders: [],
  };
}

/** Technicians speak for themselves alone; whoever leads the area may send somebody off duty. Who left the area is nobody's there. */
function mayChange(viewer: Viewer, technician: Technician): boolean {
  if (technician.leftAt != null) return false;
  if (viewer.role === 'technician') return viewer.technicianId === technician.id;
  return seesArea(viewer, technician.areaId);
}
