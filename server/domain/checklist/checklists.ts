import type { RuleId } from '../base/rule-id.ts';

/** Moments at which a card of the standard is shown; what software cannot see is never a block (service-standard §28). */
export type ChecklistMoment =
  | 'call'
  | 'shift_start'
  | 'departure'
  | 'arrival'
  | 'door'
  | 'on_site'
  | 'tests'
  | 'signing'
  | 'leaving';

/** One thing a person sees to, in the document's words. */
export interface ChecklistItem {
  id: string;
  moment: ChecklistMoment;
  rule: RuleId;
  clause: string;
  /** Standards that say it; null = kept under every one. */
  standards: readonly string[] | null;
}

const item = (
  id: string,
  moment: ChecklistMoment,
  rule: RuleId,
  clause: string,
  standards: readonly string[] | null = null,
): ChecklistItem => ({ id, moment, rule, clause, standards });

/** 十句口诀 of 中国移动 (SITE-25). */
const TEN_LINES: readonly string[] = [
  '上门之前需预约',
  '入室之后需沟通',
  '现场实施需谨慎',
  '综合布线需规范',
  '安全规范需遵守',
  '实施完毕需认证',
  '准确无误建档案',
  '指导用户很关键',
  '结束莫忘再提醒',
  '清理现场显素质',
];

/** The cards of a visit, in its order. */
export const CHECKLIST: readonly ChecklistItem[] = [
  item('identity', 'call', 'APPT-15', '请问您是××先生(女士)吗?'),
  item('pre_handle', 'call', 'APPT-13', '如装机业务时与客户确认是否已有光猫;故障维修时与客户了解故障情况'),
  item('tell_limits', 'call', 'INTK-03', '与用户预约装机时间。注意告知用户公司的服务规范,如装机时限等'),
  item('customers_wish', 'call', 'SCHD-07', '以用户提出的时间为优先,照顾用户的方便'),
  item('hang_up_last', 'call', 'APPT-15', '需等对方先挂机'),
  item('sober', 'shift_start', 'VRFY-03', '上门服务前不得饮酒'),
  item('uniform', 'shift_start', 'VRFY-03', '装维服务人员上门时应着统一的工服,佩戴工号牌'),
  item(
    'tools_and_spares',
    'departure',
    'VRFY-02',
    '出发前检查必要的工具和备件,防止中途离场、反复上门打扰客户',
  ),
  item('site_ready', 'departure', 'VRFY-04', '需要了解用户现场信息,如光纤是否到户'),
  item('site_facts', 'departure', 'INTK-04', '首先应对工单内容进行研读,在掌握相关信息后,做好施工准备'),
  item('gate_rules', 'arrival', 'TRAV-05', '进出小区或单位时,要遵守门卫制度,主动出示有关证件'),
  item('knock', 'door', 'TRAV-06', '每次三下,敲门声要清亮而有节奏'),
  item('doorbell', 'door', 'TRAV-06', '按电铃要有间隔,不要长按铃'),
  item('identify', 'door', 'TRAV-07', '主动出示工号牌并自我介绍,经用户同意后方可进门'),
  item('unlocked_and_absent', 'door', 'TRAV-08', '用户不在家又未锁门时,不可擅自进入'),
  item('shoe_covers', 'door', 'TRAV-09', '进入客户室内必须穿好鞋套'),
  item(
    'agree_routing',
    'on_site',
    'SITE-07',
    '认真听取客户要求(包括终端安放地点、布线径路等),构思好作业方案',
  ),
  item('other_operators', 'on_site', 'SITE-12', '装机过程中,不可破坏其它运营商线缆'),
  item('users_in_service', 'on_site', 'SITE-13', '不能影响正在使用的用户或任意扩大影响范围'),
  item(
    'explain_risk',
    'on_site',
    'SITE-14',
    '处理带风险性故障,应向客户解释存在的风险及后果,在征得客户同意后方可实时操作',
  ),
  item(
    'customers_things',
    'on_site',
    'SITE-15',
    '施工过程中确实需要挪动物品时,必须得到用户许可。施工完毕后放回原位',
  ),
  item(
    'no_customer_tools',
    'on_site',
    'SITE-15',
    '不得让客户提供装移机工具,不得支使客户承担装移机劳务性工作',
    ['tietong-fujian-2015'],
  ),
  item(
    'customers_phone',
    'on_site',
    'SITE-16',
    '必须向客户说明拨打的试验电话或10050客服热线为免费电话,征得用户同意后方可进行试验',
    ['tietong-fujian-2015'],
  ),
  item('no_promise', 'on_site', 'SITE-20', '对不清楚或没有把握回答、解决的问题,不能当场承诺'),
  item(
    'no_network_talk',
    'on_site',
    'PRIV-03',
    '对于来自客户关于经营、网络等方面的询问,应遵从企业资料披露规定',
  ),
  item('no_private_questions', 'on_site', 'PRIV-06', '不得无故探问客户私事'),
  item('bend_radius', 'tests', 'SITE-21', '线缆的弯曲半径应至少为线缆外径的4倍'),
  item('away_from_power', 'tests', 'SITE-21', '应避免与强电、高压管道、消防管道等一起布放'),
  item('cable_labels', 'tests', 'SITE-21', '线缆标签必须符合中国移动福建公司的标签规范', [
    'tietong-fujian-2015',
  ]),
  item('customer_tries', 'tests', 'SITE-22', '应认真试验,并提请用户现场验收'),
  item(
    'ask_satisfaction',
    'tests',
    'SITE-23',
    '故障查修结束后,现场询问用户是否对自己的维修服务满意,如有不满意,现场改正',
  ),
  item('six_actions', 'tests', 'SITE-24', '主动预约、严格履约、现场测试、详尽告知、自然清理、牢记签字', [
    'telecom',
  ]),
  ...TEN_LINES.map((line, index) =>
    item(`ten_lines_${index + 1}`, 'tests', 'SITE-25', line, ['mobile-2015']),
  ),
  item('tell_account', 'signing', 'SITE-17', '明确告知客户的帐号和密码'),
  item('change_password', 'signing', 'SITE-17', '指导客户修改密码'),
  item('keep_secret', 'signing', 'SITE-17', '提醒客户注意保密和及时、定期修改'),
  item(
    'label_device',
    'signing',
    'SITE-17',
    '将写有帐号信息及装维人员联系电话等信息的标签贴在相应的客户端终端背面(或交给客户)',
  ),
  item('explain_use', 'signing', 'SITE-17', 'M、机顶盒、遥控器的使用方法及注意事项'),
  item('price_list', 'signing', 'SITE-19', '可向用户推荐服务内有偿服务并向用户展示收费价目表'),
  item('invoice', 'signing', 'SITE-19', '如有收费项目,必须向用户提供发票'),
  item('assets', 'signing', 'DONE-10', '准确无误建档案'),
  item('clean_up', 'leaving', 'SITE-18', '认真清理打扫工作现场,恢复户内整洁'),
  item('service_card', 'leaving', 'DONE-04', '给客户留下服务卡(包括客户服务热线电话、投诉电话和服务承诺等)'),
  item('give_way', 'leaving', 'SITE-26', '遇到不可调解冲突必须退让,必要时报警解决'),
];

/** What the card of this id says, in the document's words; undefined where there is no such card. */
export function cardClause(id: string): string | undefined {
  return CHECKLIST.find((one) => one.id === id)?.clause;
}

/** The cards of a moment under a standard. */
export function checklistAt(moment: ChecklistMoment, standardId: string): readonly ChecklistItem[] {
  return CHECKLIST.filter(
    (one) => one.moment === moment && (one.standards === null || one.standards.includes(standardId)),
  );
}
