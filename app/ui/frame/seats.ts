import type { Role } from '#domain/base/role.ts';

export type SeatName = 'dispatch' | 'calls' | 'field' | 'board' | 'imports';
export interface Seat {
  name: SeatName;
  href: string;
}

const DISPATCH: Seat = { name: 'dispatch', href: '/dispatch' };
const CALLS: Seat = { name: 'calls', href: '/calls' };
const FIELD: Seat = { name: 'field', href: '/field' };
const BOARD: Seat = { name: 'board', href: '/board' };
const IMPORTS: Seat = { name: 'imports', href: '/settings/imports' };

/** The seats a role may take, the first is where it lands after sign-in. What may be done there the server decides. */
export function seatsOf(role: Role): readonly Seat[] {
  switch (role) {
    case 'technician':
      return [FIELD];
    case 'supervisor':
    case 'branch_manager':
      return [BOARD, DISPATCH, CALLS, IMPORTS];
    case 'dispatcher':
    case 'area_lead':
      return [DISPATCH, CALLS, BOARD, IMPORTS];
    case 'admin':
      return [IMPORTS, DISPATCH, BOARD];
    case 'csr':
    case 'callback_agent':
    case 'expert_agent':
    case 'duty_supervisor':
    case 'cs_manager':
    case 'retention_agent':
      return [CALLS, BOARD];
    default:
      return [BOARD];
  }
}
