import type { Technician } from '#domain/technician/technician.ts';
import { evolveTechnician } from '#domain/technician/technician-event.ts';
import { sealPhone } from '#server/access/phone.ts';
import type { Services } from '../context.ts';
import { technicianRow } from '../technician/duty.ts';
import type { TechnicianRow } from './parse-technician-row.ts';
import type { Taking } from './take-orders.ts';

/** Ids of technicians are their 工号 in lower case. */
export const technicianId = (number: string): string => number.toLowerCase();

/** Registers the technicians of the rows; `known` are those of them who have left an area before (RESP-02). */
export function takeTechnicians(
  services: Services,
  rows: readonly TechnicianRow[],
  known: readonly Technician[],
): Taking {
  const now = services.now();
  const versions = new Map(known.map(({ id, version }) => [id, version]));
  const registered = rows.map(({ row: _, phone, ...fields }) => {
    const id = technicianId(fields.number);
    const given: Technician = {
      ...fields,
      id,
      onDuty: false,
      onDutySince: null,
      consent: null,
      version: (versions.get(id) ?? 0) + 1,
    };
    const event = { type: 'technician.registered' as const, data: { technician: given } };
    const technician = evolveTechnician(null, event, now);
    const sealed = phone === null ? null : sealPhone(services.phoneKeys, phone, technician.id);
    return { technician, phone: sealed, event };
  });
  return {
    taken: rows.length,
    faults: [],
    change: {
      at: now,
      technicians: registered,
      log: registered.map(({ technician, event }) => ({
        areaId: technician.areaId,
        row: technicianRow(technician, event),
      })),
    },
  };
}
