import type { Order } from '#domain/order/order.ts';
import { DESK_TYPES } from '#domain/order/order-type.ts';

/**
 * What is said to a customer, in the words of the service standards (service-standard §20). Spoken to customers, hence
 * Chinese in either language of the screens.
 */

/** Name of the operator in a phrase, by the standard that the order is under. */
export function operatorName(standardId: string): string {
  if (standardId.startsWith('mobile')) return '中国移动';
  if (standardId.startsWith('tietong')) return '铁通公司';
  if (standardId.startsWith('telecom')) return '中国电信';
  if (standardId.startsWith('unicom')) return '中国联通';
  return '公司';
}

/** 装机 or 检修, as the phrases call the work. */
export function workName(order: Pick<Order, 'type'>): string {
  if (order.type === 'fault') return '检修';
  if (order.type === 'remove') return '拆机';
  return order.type === 'move' ? '移机' : '装机';
}

/** S-APPT-INSTALL, S-APPT-FAULT: opening of the first call; whoever complains or asks is not offered a visit (our wording). */
export function appointScript(order: Pick<Order, 'type' | 'standardId'>, name: string): string {
  const self = `您好，我是${operatorName(order.standardId)}服务人员，我叫${name}。`;
  if (DESK_TYPES.has(order.type))
    return `${self}您反映的情况我们正在处理，想跟您核实一下，请问您现在方便吗？`;
  return order.type === 'fault'
    ? `${self}您申告的宽带故障需要检修，请问您什么时间方便？`
    : `${self}您申请的宽带现在可以${workName(order)}了，请问您什么时间方便，我们上门为您${workName(order)}？`;
}

/** S-APPT-CONFIRM: reading the agreed time back. */
export function readBackScript(order: Pick<Order, 'type'>, when: string): string {
  return `好的，我将会在${when}准时上门为您${workName(order)}。`;
}

/** S-DOOR-T: at the door. */
export function doorScript(order: Pick<Order, 'type' | 'standardId'>, number: string): string {
  return `您好，我是${operatorName(order.standardId)} ${number} 号服务人员，按预约现在为您${workName(order)}，请问我可以进去吗？`;
}

/** S-LATE: telling lateness. */
export function lateScript(start: string, eta: string, reason: string): string {
  return `您好，原约 ${start} 上门，因${reason === '' ? '……' : reason}预计 ${eta} 到达，非常抱歉，您看可以吗？`;
}

/** S-NOTTODAY: leaving blocked. */
export function notTodayScript(reason: string, day: string): string {
  return `对不起，由于${reason}，您的宽带暂时不能装通，我 ${day} 再来。`;
}

/** S-TRY: trying it out. */
export const TRY_SCRIPT = '您的宽带已经好了，请您试用一下。';

/** S-NOTE: the note left at the door (NOAN-03). */
export function noteScript(facts: {
  customer: string;
  address: string;
  operator: string;
  technician: string;
  number: string;
  arrived: string;
}): string {
  return `尊敬的 ${facts.customer}（${facts.address}）用户：我是${facts.operator}家庭宽带维护人员 ${facts.technician}（工号 ${facts.number}），${facts.arrived} 到达后，因与您联系不上便于（离开时间）离开，请您看到留言后与我联系，联系电话（本人电话）。`;
}

/** The apology for something of the customer's that was damaged, with what follows it (DMG-01). */
export const DAMAGE_SCRIPT = '实在对不起，把您的东西弄坏了。我们会负责赔偿，48 小时内给您处理好。';
