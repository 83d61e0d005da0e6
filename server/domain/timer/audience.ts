import type { TechnicianId } from '../base/brand.ts';
import type { Role } from '../base/role.ts';
import type { Order } from '../order/order.ts';
import { MINUTE } from '../time/zone.ts';
import type { TimerName } from './timer.ts';

/**
 * `warning`: there is still time to act. `due`: the last usable instant passed without the act. `escalation`: and a while later it is still
 * not done (service-standard §23).
 */
export const ALARM_LEVELS = ['warning', 'due', 'escalation'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];

/** Who is told of an alarm. `technicianId`: the one who has the order, where `technician` is among the roles. */
export interface Audience {
  roles: readonly Role[];
  technicianId: TechnicianId | null;
}

type Told = Readonly<Record<'warning' | 'due', readonly Role[]>> & { readonly escalation?: readonly Role[] };

/** How long after the limit what is still not done goes one step further, milliseconds. */
export const ESCALATES_AFTER: Readonly<Partial<Record<TimerName, number>>> = { T_ACCEPT: 15 * MINUTE };

const NOBODY: Told = { warning: [], due: [] };
/** On a warning whoever has to act, on the limit the one that §23 names. A department's head is its supervisor. */
const TOLD: Readonly<Record<TimerName, Told>> = {
  T_REVIEW: { warning: ['duty_supervisor'], due: ['duty_supervisor'] },
  T_DISPATCH_FAULT: { warning: ['dispatcher', 'duty_supervisor'], due: ['dispatcher', 'duty_supervisor'] },
  T_DISPATCH_COMPLAINT: { warning: ['dispatcher'], due: ['dispatcher', 'duty_supervisor'] },
  T_DISPATCH_INSTALL: { warning: ['dispatcher'], due: ['dispatcher'] },
  T_EXPERT: { warning: ['expert_agent'], due: ['dispatcher'] },
  // an order that nobody takes goes to the area's first person, a quarter of an hour later to the desk (ACPT-01)
  T_ACCEPT: { warning: ['technician'], due: ['area_lead'], escalation: ['dispatcher'] },
  T_CONTACT_INSTALL: { warning: ['technician'], due: ['technician', 'area_lead'] },
  T_CONTACT_FAULT: { warning: ['technician'], due: ['technician', 'area_lead'] },
  T_CONTACT_COMPLAINT: { warning: ['csr'], due: ['csr', 'supervisor'] },
  T_DEPT_CONTACT: { warning: ['technician', 'dispatcher'], due: ['supervisor'] },
  T_COMPLAINT_FIRST: { warning: ['csr'], due: ['supervisor'] },
  T_INSTALL: { warning: ['dispatcher'], due: ['supervisor'] },
  T_INSTALL_MAX: { warning: ['supervisor'], due: ['supervisor', 'branch_manager'] },
  T_INSTALL_DAY5: { warning: ['csr', 'callback_agent'], due: ['csr', 'callback_agent'] },
  T_FAULT: { warning: ['dispatcher'], due: ['supervisor'] },
  T_FAULT_4H: { warning: ['technician', 'dispatcher'], due: ['dispatcher', 'csr'] },
  T_FAULT_4H_CONTACT: { warning: ['csr'], due: ['csr', 'dispatcher'] },
  T_PROGRESS: { warning: ['technician'], due: ['technician', 'area_lead'] },
  T_REPLY: { warning: ['dispatcher'], due: ['supervisor'] },
  T_FLOW: { warning: ['dispatcher'], due: ['supervisor'] },
  T_COMPLAINT_MAX: { warning: ['supervisor'], due: ['supervisor', 'branch_manager'] },
  // The urge order goes out by itself at the limit; the desk is told that it has.
  T_URGE: { warning: ['csr', 'dispatcher'], due: ['csr', 'dispatcher'] },
  // A countdown; half an hour before it ends the desk is told of a customer who is still to be reached (CHG-08).
  T_NOTICE_CLOSE: { warning: ['dispatcher'], due: [] },
  T_LATE_NOTICE: { warning: ['technician', 'dispatcher'], due: ['technician', 'dispatcher'] },
  T_ARRIVE: { warning: ['technician'], due: ['technician', 'dispatcher'] },
  T_NOANSWER: NOBODY,
  T_ONSITE: { warning: ['technician'], due: ['technician', 'dispatcher'] },
  T_OBSERVE: NOBODY,
  T_COORD: { warning: ['dispatcher'], due: ['dispatcher', 'supervisor'] },
  T_CALLBACK_INSTALL: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_INSTALL_MAX: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_FAULT: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_FAULT_MAX: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_COMPLAINT: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_COMPLAINT_MAX: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_CHURN: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_CALLBACK_CHURN_MAX: { warning: ['callback_agent'], due: ['callback_agent', 'cs_manager'] },
  T_DAMAGE: { warning: ['dispatcher', 'branch_manager'], due: ['supervisor', 'branch_manager'] },
  T_CUTOVER: { warning: ['noc'], due: ['noc'] },
  T_FIRSTASK: { warning: ['csr'], due: ['cs_manager'] },
  T_ANSWER: { warning: ['cs_manager'], due: ['cs_manager', 'supervisor'] },
  T_FORWARD: { warning: ['csr'], due: ['csr', 'duty_supervisor'] },
  T_DELAY: { warning: ['technician'], due: ['technician', 'dispatcher'] },
  T_OUTAGE_ETA: { warning: ['noc'], due: ['noc', 'supervisor'] },
  T_FOLLOW_UP: { warning: ['csr'], due: ['csr', 'supervisor'] },
  // whoever took the order in knows where the number came from
  T_MISMATCH: { warning: ['csr'], due: ['csr', 'supervisor'] },
  T_FINISH: { warning: ['technician', 'dispatcher'], due: ['dispatcher', 'supervisor'] },
};

/** Who is told of a level of a timer of an order, or of the network where there is none; nobody for countdowns that ask nothing of anyone. */
export function audienceOf(timer: TimerName, level: AlarmLevel, order: Order | null): Audience {
  const open = timer !== 'T_NOTICE_CLOSE' || order?.changeRequest?.state === 'notifying';
  const named = (open ? TOLD[timer][level] : undefined) ?? [];
  // Nobody has the order: what its technician would have to know the desk has to know.
  const technicianId = order?.technicianId ?? null;
  const roles =
    technicianId === null ? named.map((role) => (role === 'technician' ? 'dispatcher' : role)) : named;
  return {
    roles: [...new Set(roles)],
    technicianId: roles.includes('technician') ? technicianId : null,
  };
}

/**
 * Roles whose alarms a role hears beside its own, where a house has nobody in that seat: the dispatcher stands in for the area's
 * first person and for the maintenance department, the supervisor for those who lead (our choice).
 */
const STANDS_IN: Partial<Record<Role, readonly Role[]>> = {
  dispatcher: ['area_lead', 'noc'],
  supervisor: ['duty_supervisor', 'cs_manager', 'branch_manager'],
  cs_manager: ['duty_supervisor'],
  csr: ['expert_agent'],
};

/** Who may be told. `leads`: a technician who answers for the area of the alarm at this moment (RESP-02). */
export interface Hearer {
  role: Role;
  technicianId?: TechnicianId | undefined;
  leads?: boolean | undefined;
}

/**
 * Is this person one of those who are told? A technician hears of the own orders, and what the area's first person is told while being
 * that person: who leads an area may have no other account than that of the phone (RESP-02).
 */
export function isTold({ roles, technicianId }: Audience, person: Hearer): boolean {
  if (person.role === 'technician') {
    const own = technicianId !== null && person.technicianId === technicianId;
    return own || (person.leads === true && roles.includes('area_lead'));
  }
  const heard = [person.role, ...(STANDS_IN[person.role] ?? [])];
  return roles.some((role) => heard.includes(role));
}
