import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import type { CommandEnvelope, CommandType } from '#protocol/command.ts';
import type { Viewer } from './viewer.ts';

/** Who may send which command (service-standard §26). Whether the command is right at this moment is the rules' to say. */

const DESK: readonly Role[] = ['dispatcher', 'area_lead', 'supervisor'];
const DESK_AND_CALLS: readonly Role[] = [...DESK, 'csr'];
const ANYONE_AT_WORK: readonly Role[] = [...DESK_AND_CALLS, 'technician'];
/** Whoever a customer may turn to (RESP-01). */
const FIRST_ASKED: readonly Role[] = [
  ...ANYONE_AT_WORK,
  'expert_agent',
  'callback_agent',
  'retention_agent',
  'cs_manager',
  'duty_supervisor',
  'noc',
];
/** Who names the first responsible person of an area, and takes its members out (RESP-02). */
const LEADING: readonly Role[] = ['dispatcher', 'supervisor', 'admin'];
/** The maintenance department; the desk stands in for it where a house has nobody in that seat (OUTG-01). */
const NETWORK: readonly Role[] = [...DESK, 'noc'];
const ON_SITE: readonly Role[] = ['technician', 'area_lead'];

const SENDERS: { readonly [T in CommandType]: readonly Role[] } = {
  // nobody pushes a customer away: whoever is asked may open an order (INTK-11, RESP-01)
  'order.intake': FIRST_ASKED,
  'order.review': ['duty_supervisor', 'supervisor'],
  'order.remote': ['expert_agent', 'csr'],
  'order.dispatch': DESK_AND_CALLS,
  'order.reassign': DESK,
  'order.unassign': DESK,
  'order.lock': DESK,
  'order.unlock': DESK,
  'order.accompany': DESK,
  'order.unaccompany': DESK,
  'order.accept': ON_SITE,
  'order.return': ON_SITE,
  'order.mismatch': ANYONE_AT_WORK,
  'order.verify': ANYONE_AT_WORK,
  'order.complete': ANYONE_AT_WORK,
  'order.place': ANYONE_AT_WORK,
  'order.merge': NETWORK,
  'order.cancel': DESK_AND_CALLS,
  'order.unserviceable': [...DESK, 'technician'],
  'order.retain': ['retention_agent', 'csr', 'supervisor'],
  'order.resolve': [...DESK, 'technician', 'expert_agent'],
  'order.reply': [...DESK, 'technician'],
  'contact.attempt': [...ANYONE_AT_WORK, 'expert_agent'],
  'appointment.confirm': ANYONE_AT_WORK,
  'appointment.change': ANYONE_AT_WORK,
  'appointment.draft_move': DESK,
  'appointment.reached': ANYONE_AT_WORK,
  'appointment.withdraw': DESK_AND_CALLS,
  'appointment.cancel': DESK_AND_CALLS,
  'appointment.late': ANYONE_AT_WORK,
  'hold.start': ANYONE_AT_WORK,
  'hold.end': ANYONE_AT_WORK,
  'visit.depart': ON_SITE,
  'visit.arrive': ON_SITE,
  'visit.knock': ON_SITE,
  'visit.enter': ON_SITE,
  'visit.leave_no_answer': ON_SITE,
  'visit.turned_away': ON_SITE,
  'visit.work': ON_SITE,
  'visit.test': ON_SITE,
  'visit.activate': ON_SITE,
  'visit.observe': ON_SITE,
  'visit.observe_failed': ON_SITE,
  'visit.sign': ON_SITE,
  'visit.block': ON_SITE,
  'visit.past_hours': ON_SITE,
  'visit.finish': ON_SITE,
  'visit.safety': ON_SITE,
  'order.rule_cause': [...DESK_AND_CALLS, 'technician'],
  'order.confirm_times': [...DESK, 'technician'],
  'coordination.ack': DESK,
  'coordination.done': DESK,
  'site.record': [...ANYONE_AT_WORK, 'expert_agent', 'noc'],
  'first_ask.hand_over': FIRST_ASKED,
  'first_ask.take_over': FIRST_ASKED,
  'question.ask': FIRST_ASKED,
  'question.settle': FIRST_ASKED,
  'question.answer': FIRST_ASKED,
  'complaint.refer_up': [...DESK_AND_CALLS, 'cs_manager', 'duty_supervisor'],
  'complaint.mark_major': [...DESK, 'cs_manager', 'duty_supervisor'],
  'progress.promise_finish': ANYONE_AT_WORK,
  'customer.urge': [...ANYONE_AT_WORK, 'callback_agent', 'cs_manager'],
  'progress.feedback': ANYONE_AT_WORK,
  'dept.report': [...DESK, 'technician'],
  'urge.issue': DESK_AND_CALLS,
  'urge.ack': [...DESK, 'technician'],
  'callback.record': ['callback_agent'],
  'follow_up.done': ANYONE_AT_WORK,
  'outage.verify_line': NETWORK,
  'outage.suspect': [...DESK_AND_CALLS, 'noc'],
  'outage.open': NETWORK,
  'outage.reach': NETWORK,
  'outage.repair': NETWORK,
  'outage.eta': NETWORK,
  'outage.notify': [...DESK_AND_CALLS, 'noc'],
  'outage.restore': NETWORK,
  'outage.verify': NETWORK,
  'outage.close': NETWORK,
  // the maintenance department plans and announces, the supervisor allows (§26)
  'cutover.plan': NETWORK,
  'cutover.move': NETWORK,
  'cutover.ask': NETWORK,
  'cutover.approve': ['supervisor', 'branch_manager'],
  'cutover.reject': ['supervisor', 'branch_manager'],
  'cutover.announce': NETWORK,
  'cutover.begin': NETWORK,
  'cutover.finish': NETWORK,
  'cutover.cancel': NETWORK,
  'damage.report': ANYONE_AT_WORK,
  'damage.apologise': ANYONE_AT_WORK,
  'damage.assess': DESK,
  'damage.agree': DESK,
  'damage.compensate': ['supervisor', 'branch_manager'],
  'approval.request': ANYONE_AT_WORK,
  'approval.approve': ['area_lead', 'supervisor', 'branch_manager', 'noc', 'dispatcher'],
  'approval.reject': ['area_lead', 'supervisor', 'branch_manager', 'noc', 'dispatcher'],
  // who speaks with customers and does not see the digits otherwise (PRIV-01, §26)
  'customer.reveal': [
    ...DESK_AND_CALLS,
    'expert_agent',
    'callback_agent',
    'retention_agent',
    'cs_manager',
    'duty_supervisor',
  ],
  'technician.consent': ['technician'],
  'technician.on_duty': ['technician'],
  'area.designate': LEADING,
  // a technician who leads an area speaks for it: services/area/lead.ts
  'area.name_deputy': [...LEADING, 'area_lead', 'technician'],
  'area.stand_in': [...LEADING, 'area_lead', 'technician'],
  'area.come_back': [...LEADING, 'area_lead', 'technician'],
  'area.withdraw': LEADING,
  'area.leave': [...LEADING, 'area_lead'],
  'technician.off_duty': ['technician', ...DESK],
  'plan.publish': DESK,
  'plan.dismiss': DESK,
};

/** May this role send this kind of command at all? The program itself may send every one. */
export function mayCommand(viewer: Viewer, type: CommandType): boolean {
  return viewer.role === 'system' || SENDERS[type].includes(viewer.role);
}

/**
 * Is this order the viewer's to act on? Technicians have their own orders only; a technician changes a promise only for
 * the customer's own wish (company changes are proposed), the hot line dispatches faults only, and whoever calls back signs for
 * it in the own name (CALL-12).
 */
export function mayActOn(
  viewer: Viewer,
  command: Pick<CommandEnvelope, 'type' | 'payload'>,
  order: Order,
): boolean {
  if (viewer.role === 'technician') {
    if (order.technicianId !== viewer.technicianId) return false;
    if (command.type !== 'appointment.change') return true;
    return (command.payload as { cause?: string }).cause === 'customer';
  }
  if (viewer.role === 'csr' && command.type === 'order.dispatch') return order.type === 'fault';
  if (viewer.role === 'callback_agent' && command.type === 'callback.record')
    return (command.payload as { agent?: string }).agent === viewer.personId;
  return true;
}

/** May the viewer know of this order? Another area's, and for technicians another's order, does not exist for them. */
export function seesOrder(
  viewer: Viewer,
  order: Pick<Order, 'areaId' | 'technicianId' | 'companionId'>,
): boolean {
  if (viewer.areaIds !== null && !viewer.areaIds.includes(order.areaId)) return false;
  if (viewer.role !== 'technician') return true;
  return [order.technicianId, order.companionId].includes(viewer.technicianId ?? '');
}
