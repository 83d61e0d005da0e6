import type { Technician } from '#domain/technician/technician.ts';
import { breakWords } from './break-cell.ts';
import type { Warning } from './fault.ts';
import type { TechnicianField } from './field-words.ts';
import type { KnownArea } from './known.ts';
import type { TechnicianRow } from './parse-technician-row.ts';
import { technicianId } from './take-technicians.ts';
import { firstWord, VEHICLE_WORDS } from './words.ts';

type Compared = Pick<
  Technician,
  'name' | 'areaId' | 'skills' | 'shift' | 'breaks' | 'overtimeMin' | 'vehicle' | 'certifiedUntil' | 'home'
>;

type ComparedField = Exclude<TechnicianField, 'number' | 'phone'>;

/** Where rows of technicians who are registered already say something else: one warning a cell, with what stands. */
export function differingCells(
  rows: readonly TechnicianRow[],
  registered: readonly Technician[],
  areas: readonly KnownArea[],
): Warning[] {
  const byId = new Map(registered.map((technician) => [technician.id, technician]));
  return rows.flatMap((row) => {
    const technician = byId.get(technicianId(row.number));
    if (!technician) return [];
    const stands = wordsOf(technician, areas);
    return Object.entries(wordsOf(row, areas)).flatMap(([field, value]): Warning[] => {
      const now = stands[field as ComparedField];
      if (value === '' || value === now) return [];
      return [{ row: row.row, column: null, field, value, reason: 'stays_as_it_is', expected: [now] }];
    });
  });
}

/** What stands in the cells that are compared; an empty one says nothing. */
function wordsOf(of: Compared, areas: readonly KnownArea[]): Record<ComparedField, string> {
  return {
    name: of.name,
    area: areas.find(({ id }) => id === of.areaId)?.name ?? of.areaId,
    skills: [...of.skills].sort().join('|').toUpperCase(),
    shift: `${of.shift.start}-${of.shift.end}`,
    breaks: (of.breaks ?? []).map(breakWords).join(', '),
    overtime: of.overtimeMin === undefined ? '' : String(of.overtimeMin),
    vehicle: firstWord(of.vehicle, VEHICLE_WORDS),
    certifiedUntil: of.certifiedUntil ?? '',
    lng: of.home ? of.home.lng.toFixed(6) : '',
    lat: of.home ? of.home.lat.toFixed(6) : '',
  };
}
