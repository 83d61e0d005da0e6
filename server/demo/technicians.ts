import type { AreaId } from '#domain/base/brand.ts';
import type { Random } from '#domain/base/random.ts';
import type { LngLat } from '#domain/geo/lng-lat.ts';
import type { Skill } from '#domain/order/order-type.ts';
import type { Technician, VehicleMode } from '#domain/technician/technician.ts';
import { inventedName, inventedPhone } from './names.ts';

export interface DemoTechnician {
  technician: Technician;
  phone: string;
}

const SHIFTS = [
  { start: '08:00', end: '18:00' },
  { start: '08:00', end: '17:30' },
  { start: '10:00', end: '20:00' },
  { start: '08:30', end: '18:30' },
];
const SKILL_SETS: readonly (readonly Skill[])[] = [
  ['ftth', 'lan', 'xdsl'],
  ['ftth', 'lan'],
  ['ftth', 'lan'],
  ['ftth'],
  ['ftth', 'xdsl'],
];
const VEHICLES: readonly VehicleMode[] = ['ebike', 'ebike', 'ebike', 'car'];

/**
 * The crews of the demo: so many technicians an area, `t001` onwards, with homes near the area's estates.
 * The first of each area has every skill, so that every order of the area can be done by someone.
 */
export function demoTechnicians(
  areas: readonly { id: AreaId; homes: readonly LngLat[]; crew: number }[],
  certifiedUntil: string,
  random: Random,
): readonly DemoTechnician[] {
  const crew: DemoTechnician[] = [];
  for (const area of areas) {
    for (let i = 0; i < area.crew; i++) {
      const number = `T${String(crew.length + 1).padStart(3, '0')}`;
      crew.push({
        phone: inventedPhone(random),
        technician: {
          id: number.toLowerCase(),
          number,
          name: inventedName(random),
          areaId: area.id,
          skills: i === 0 ? SKILL_SETS[0]! : SKILL_SETS[random.below(SKILL_SETS.length)]!,
          vehicle: VEHICLES[random.below(VEHICLES.length)]!,
          shift: i === 0 ? SHIFTS[0]! : SHIFTS[random.below(SHIFTS.length)]!,
          home: area.homes[random.below(area.homes.length)]!,
          certifiedUntil,
          onDuty: false,
          onDutySince: null,
          consent: null,
          version: 1,
        },
      });
    }
  }
  return crew;
}
