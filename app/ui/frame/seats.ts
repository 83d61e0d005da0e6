import type { Role } from '#domain/base/role.ts';

export type SeatName =
  | 'dispatch'
  | 'calls'
  | 'intake'
  | 'field'
  | 'board'
  | 'network'
  | 'figures'
  | 'leads'
  | 'reveals'
  | 'standards'
  | 'travel'
  | 'calendar'
  | 'imports';
export interface Seat {
  name: SeatName;
  href: string;
}

const DISPATCH: Seat = { name: 'dispatch', href: '/dispatch' };
const CALLS: Seat = { name: 'calls', href: '/calls' };
const INTAKE: Seat = { name: 'intake', href: '/intake' };
const FIELD: Seat = { name: 'field', href: '/field' };
const BOARD: Seat = { name: 'board', href: '/board' };
const NETWORK: Seat = { name: 'network', href: '/network' };
const FIGURES: Seat = { name: 'figures', href: '/kpis' };
const LEADS: Seat = { name: 'leads', href: '/settings/areas' };
const REVEALS: Seat = { name: 'reveals', href: '/settings/reveals' };
const STANDARDS: Seat = { name: 'standards', href: '/settings/standards' };
const CALENDAR: Seat = { name: 'calendar', href: '/settings/calendar' };
const TRAVEL: Seat = { name: 'travel', href: '/settings/travel' };
const IMPORTS: Seat = { name: 'imports', href: '/settings/imports' };

/** So many seats stand in the header by name; the others under one button. */
export const SEATS_SHOWN = 4;

/** The seats a role may take, the first is where it lands after sign-in. What may be done there the server decides. */
export function seatsOf(role: Role): readonly Seat[] {
  switch (role) {
    case 'technician':
      return [FIELD, FIGURES];
    case 'supervisor':
    case 'branch_manager':
      return [
        BOARD,
        DISPATCH,
        CALLS,
        FIGURES,
        NETWORK,
        INTAKE,
        LEADS,
        STANDARDS,
        CALENDAR,
        TRAVEL,
        REVEALS,
        IMPORTS,
      ];
    case 'dispatcher':
      return [DISPATCH, CALLS, NETWORK, BOARD, INTAKE, FIGURES, LEADS, STANDARDS, TRAVEL, IMPORTS];
    case 'area_lead':
      return [DISPATCH, CALLS, NETWORK, BOARD, INTAKE, FIGURES, LEADS, STANDARDS, TRAVEL, REVEALS, IMPORTS];
    case 'admin':
      return [IMPORTS, LEADS, STANDARDS, CALENDAR, TRAVEL, REVEALS, DISPATCH, BOARD];
    case 'noc':
      return [NETWORK, BOARD];
    case 'auditor':
      return [FIGURES, STANDARDS, REVEALS, BOARD];
    case 'csr':
    case 'expert_agent':
    case 'duty_supervisor':
    case 'cs_manager':
    case 'retention_agent':
      return [CALLS, INTAKE, NETWORK, BOARD];
    case 'callback_agent':
      return [CALLS, INTAKE, BOARD];
    default:
      return [BOARD];
  }
}

/** Whether the role has this seat. */
export function hasSeat(role: Role, name: SeatName): boolean {
  return seatsOf(role).some((seat) => seat.name === name);
}
