import type { ImportKind } from '#protocol/import.ts';

/** The fields of each kind in the order in which people read them; the needed ones first. */
const FIELDS: Readonly<Record<ImportKind, { needed: readonly string[]; others: readonly string[] }>> = {
  orders: {
    needed: ['number', 'type', 'customerName', 'phone', 'address'],
    others: [
      'previousAddress',
      'estate',
      'lng',
      'lat',
      'area',
      'region',
      'accessType',
      'bandwidth',
      'customerClass',
      'intakeAt',
      'preferredAt',
      'note',
    ],
  },
  technicians: {
    needed: ['number', 'name', 'area', 'skills', 'shift'],
    others: ['phone', 'breaks', 'overtime', 'lng', 'lat', 'vehicle', 'certifiedUntil'],
  },
  areas: { needed: ['name'], others: ['id', 'region', 'polygon', 'lead'] },
};

export function fieldsOf(kind: ImportKind): readonly string[] {
  return [...FIELDS[kind].needed, ...FIELDS[kind].others];
}

export function neededFields(kind: ImportKind): ReadonlySet<string> {
  return new Set(FIELDS[kind].needed);
}
