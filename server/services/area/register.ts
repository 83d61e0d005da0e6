import type { Area } from '#domain/area/area.ts';

/** The log row of a new area, the first of its own log. */
export function areaRow(area: Area) {
  return {
    areaId: area.id,
    row: {
      type: 'area.registered',
      entity: 'area' as const,
      id: area.id,
      version: 1,
      data: { area },
      orders: [],
    },
  };
}
