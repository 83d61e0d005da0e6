import type { RuleId } from '#domain/base/rule-id.ts';
import { numberFact, type RuleText, say } from './rule-text.ts';

/** Rules in words, by id. The clause itself comes with the refusal, from the standard. */
export const RULES_ZH = {
  STATE: { title: '当前状态不能做这一步', advice: say('先完成前面的步骤，或刷新后查看最新状态。') },
  LOCK: {
    title: '已锁定，不能改派或改时间',
    advice: say('请先解锁（选中后按 L），或选一个不影响它的位置。'),
  },
  'SEP-01': { title: '申请人不能审批自己的申请', advice: say('请另一位有权限的同事审批。') },

  'ARITH-01': { title: '时间一律按北京时间', advice: say('请按北京时间填写。') },
  'ARITH-02': { title: '小时时限按自然时间连续计算', advice: say('夜间也计时，请在时限前完成。') },
  'ARITH-03': { title: '天数时限不含当日，至末日 24 点', advice: say('请在末日 24 点前完成。') },
  'ARITH-04': { title: '工作日时限按国务院调休日历', advice: say('请核对工作日历。') },
  'ARITH-05': { title: '法定时限与可操作时限', advice: say('请在可操作时限前完成。') },
  'ARITH-06': {
    title: '以服务器时间为准',
    advice: say('手机时间相差过大。请打开自动校时后重试，或请主管确认补报。'),
  },
  'ARITH-07': {
    title: '只有客户原因可以停表',
    advice: say('等料、等端口、天气和第三方不能停表，请改选原因。'),
  },
  'ARITH-08': { title: '日间与夜间', advice: say('日间为 08:00–20:00。') },
  'ARITH-09': { title: '20:00 不是合法的上门开始时间', advice: say('请选 08:00 起、20:00 前能做完的时间。') },
  'ARITH-10': { title: '外呼时段 08:00–20:30', advice: say('请在外呼时段内联系客户。') },
  'ARITH-11': { title: '按受理时的服务标准执行', advice: say('标准更新不改变已受理工单的时限。') },
  'ARITH-12': { title: '计时起点', advice: say('从派单起计时，与接单早晚无关。') },

  'APPT-01': { title: '装机：派单后 2 小时内启动预约', advice: say('请马上联系客户。') },
  'APPT-02': { title: '派单后 1 小时内与用户预约', advice: say('请马上联系客户，并约定具体时间。') },
  'APPT-03': { title: '修障：接单后 1 小时内预约', advice: say('请马上联系客户，并约定具体时间。') },
  'APPT-04': { title: '障碍：30 分钟内向用户了解情况', advice: say('请马上联系客户了解故障。') },
  'APPT-05': { title: '投诉：30 分钟内联系客户', advice: say('请马上联系客户。') },
  'APPT-06': { title: '受理 1 日内打电话预约', advice: say('请在明天 20:30 前联系客户。') },
  'APPT-07': { title: '接单后及时联系客户', advice: say('请马上联系客户。') },
  'APPT-08': {
    title: '客户提出的时间优先',
    advice: say('约定的不是客户首选时间，请写明原因，或改约到客户要的时间。'),
  },
  'APPT-09': {
    title: '约定要有具体时间、接通并复述',
    advice: say('先接通客户并核对工单内容，再约到几点几分，并复述给客户听。'),
  },
  'APPT-10': {
    title: '上门时间只能约在 08:00–20:00',
    advice: say('请在 08:00–20:00 内另选时间，结束也不能晚于 20:00。'),
  },
  'APPT-11': {
    title: '客户要求推迟才能停表',
    advice: say('须先提供过时限内的时间，客户仍要求更晚，才算客户原因。'),
  },
  'APPT-12': { title: '先备齐客户资料再拨号', advice: say('工单缺少联系电话，请先补全。') },
  'APPT-13': { title: '通话时做预处理', advice: say('请问清现场情况再上门。') },
  'APPT-14': { title: '预约后要守信', advice: say('请按约定时间上门。') },
  'APPT-15': { title: '确认身份，待客户先挂机', advice: say('请先确认接电话的是客户本人。') },
  'APPT-16': {
    title: '联系不上的处理',
    advice: say('至少间隔 60 分钟联系 3 次、跨两个时段、用两种方式，之后方可挂起。'),
  },
  'APPT-17': { title: '当日提醒', advice: say('出发时提醒客户。') },

  'CHG-01': {
    title: '改约要提前两小时通知到客户',
    advice: (facts) => {
      const lead = numberFact(facts, 'noticeLeadMin');
      return lead === null
        ? '保持原约定，或申请主管审批。只有接通电话才算通知到。'
        : `现在只提前了 ${Math.floor(lead)} 分钟。保持原约定，换人按时上门，或申请主管审批。`;
    },
  },
  'CHG-02': {
    title: '改约要说明原因、致歉并取得同意',
    advice: say('先接通客户、说明原因并致歉，客户同意新时间后再提交。'),
  },
  'CHG-03': {
    title: '非用户原因改约不超过两次',
    advice: (facts) => {
      const count = numberFact(facts, 'companyChangeCount') ?? numberFact(facts, 'count');
      if (count === 1) return '这是最后一次可以自行改约，之后需要主管审批。';
      return '次数已用完。请按原约定安排，或申请主管审批并写明原因。';
    },
  },
  'CHG-04': {
    title: '原因归属',
    advice: say('只有客户自己提出、未在家、客户侧未就绪或资料有误，才算用户原因。'),
  },
  'CHG-05': {
    title: '迟到不等于改约',
    advice: say('迟到告知只能用在约定前两小时内、当天、推迟不超过 60 分钟；其余请走改约。'),
  },
  'CHG-06': { title: '这不算改约', advice: say('请写明情况即可，不计次数。') },
  'CHG-07': {
    title: '已约定的上门不可随意挪动',
    advice: say('两小时内的上门换人，须接手的装维人员先接单。'),
  },
  'CHG-08': {
    title: '未通知到客户，原约定仍然有效',
    advice: say('继续联系客户，或安排其他人按原时间上门。'),
  },
  'CHG-09': {
    title: '新时间超出工单时限',
    advice: say('请尽量选时限内的时间；确需超出须写明原因，主管看板会显示。'),
  },
  'CHG-10': { title: '客户要求改约', advice: say('入户前都可以改，不计次数。') },
  'CHG-11': {
    title: '约定刚被改过',
    advice: say('请看最新的约定后再操作；同一工单同时只能有一个改约申请。'),
  },

  'DISP-01': { title: '障碍 10 分钟内派单', advice: say('请马上派单。') },
  'DISP-02': { title: '投诉审核后 10 分钟内派单', advice: say('请马上派单。') },
  'DISP-03': { title: '专家座席 2 小时内在线解决', advice: say('未解决的请转派上门。') },
  'DISP-04': { title: '资料不符，须更正后重派', advice: say('请更正资料，再重新派单。') },
  'DISP-05': { title: '客响及时转派', advice: say('请马上转派。') },
  'DISP-06': { title: '装移机派单时限', advice: say('请马上派单。') },
  'DISP-07': {
    title: '只派给有上岗证且有相应技能的人',
    advice: say('请换一位有此接入方式技能、上岗证有效的装维人员。'),
  },
  'DISP-08': {
    title: '与已约好的上门冲突',
    advice: say('这位装维人员此时已有约。请换时间或换人。'),
  },
  'DISP-09': { title: '按责任片区派单', advice: say('请派给本片区的装维人员。') },
  'DISP-10': { title: '改派不重新计时', advice: say('上游时限从首次派单起算，请抓紧安排。') },

  'ACPT-01': { title: '15 分钟内接单，夜间至次日 8:30', advice: say('请马上接单，或写明原因退单。') },
  'ACPT-02': {
    title: '退单必须写明原因',
    advice: say('请选择退单原因：片区不对、技能不符、人不在岗或重复。'),
  },
  'ACPT-03': { title: '接单时限', advice: say('请马上接单。') },

  'VRFY-01': { title: '上门前核对客户资料', advice: say('先核对户名、地址和业务；不符请打回更正。') },
  'VRFY-02': { title: '出发前查齐工具备件', advice: say('请逐项勾选工具包。') },
  'VRFY-03': { title: '着装挂牌、不得饮酒', advice: say('请确认着装和工号牌。') },
  'VRFY-04': { title: '资源与进场条件', advice: say('未就绪请先解决，或在两小时线前再约。') },

  'TRAV-01': { title: '提前五分钟到达', advice: say('请提前出发。') },
  'TRAV-02': {
    title: '按时到达；不在现场须写原因',
    advice: say('您离地址较远。到达现场后再点，或写明原因。'),
  },
  'TRAV-03': {
    title: '迟到至少提前 15 分钟告知',
    advice: say('请马上打电话说明原因、致歉并告知预计到达时间。'),
  },
  'TRAV-04': { title: '预留储备时间', advice: say('请给路程留出余量。') },
  'TRAV-05': { title: '遵守门卫与停车规定', advice: say('请主动出示证件。') },
  'TRAV-06': { title: '敲门三下，按铃两下', advice: say('请有间隔地敲门。') },
  'TRAV-07': { title: '亮明身份，经同意方可入户', advice: say('请出示工牌并征得同意。') },
  'TRAV-08': { title: '客户不在，门未锁也不可进入', advice: say('请按无人应答处理。') },
  'TRAV-09': { title: '穿鞋套', advice: say('请穿好鞋套。') },

  'NOAN-01': {
    title: '无人应答须等满 10 分钟并留条',
    advice: say('从敲门或约定时间（取晚者）起等满 10 分钟、至少拨打两次、写好留言条后方可离开。'),
  },
  'NOAN-02': { title: '留言条要写全', advice: say('请补全到访时间、离开时间、联系电话和联系人。') },
  'NOAN-03': { title: '留言条要写全', advice: say('请补全地址、客户、姓名、时间和电话。') },
  'NOAN-04': { title: '尽量拍照留痕', advice: say('请给留言条拍一张照片。') },
  'NOAN-05': { title: '无人应答的后果', advice: say('两小时内和当晚再联系客户。') },

  'SITE-01': { title: '一次清：不得分多次安装', advice: say('请一次做完；确需拆分须主管审批并写明原因。') },
  'SITE-02': { title: '上门 2 小时内开通', advice: say('需要支援请尽早说；超时请写明原因。') },
  'SITE-07': { title: '先商定位置和路由', advice: say('请与客户商定后再施工。') },
  'SITE-08': {
    title: '装机须完成“三个一”测试',
    advice: say('打开一个网页、下载一个软件、发一封邮件，都完成后再签字。'),
  },
  'SITE-09': { title: '测速须达到签约带宽', advice: say('请用有线复测；仍不达标须写明原因并约定跟进。') },
  'SITE-10': {
    title: '修障后至少观察五分钟',
    advice: say('请在现场观察满五分钟，期间再出故障重新计时。'),
  },
  'SITE-11': { title: '移机先开后拆', advice: say('新址开通后才能拆旧址；例外须主管审批。') },
  'SITE-12': { title: '不得破坏其他运营商线缆', advice: say('请按受阻上报。') },
  'SITE-13': { title: '不得影响在用客户', advice: say('须维护管理部门批准。') },
  'SITE-14': { title: '有风险的操作须客户同意', advice: say('请先说明风险并征得同意。') },
  'SITE-17': { title: '告知账号与使用方法', advice: say('请逐项向客户说明。') },
  'SITE-18': { title: '清理现场', advice: say('请清理线头和垃圾。') },
  'SITE-19': { title: '收费须开发票', advice: say('请填写发票号。') },
  'SITE-20': { title: '不当场承诺', advice: say('请记录问题，由我们回复客户。') },
  'SITE-21': { title: '工艺检查', advice: say('请补齐照片。') },
  'SITE-22': { title: '客户现场试用验收', advice: say('请客户试用。') },
  'SITE-23': { title: '客户满意后再结单', advice: say('不满意请继续处理，直到满意。') },
  'SITE-26': { title: '无法调解时先撤离', advice: say('注意安全，必要时报警。') },
  'SITE-27': { title: '施工范围', advice: say('超出范围请按受阻上报。') },

  'BLOK-01': { title: '受阻须写明原因和协调部门', advice: say('请选择受阻原因和需要协调的部门。') },
  'BLOK-02': { title: '客户同意后方可离开', advice: say('请向客户说明并征得同意。') },
  'BLOK-03': { title: '条件具备后再约', advice: say('请重新联系客户约定时间。') },
  'BLOK-04': { title: '须告知客户哪天再来', advice: say('请填写预计再来的日期。') },
  'BLOK-05': { title: '外因无法开通', advice: say('须主管审批并向客户解释。') },
  'BLOK-06': { title: '现场不能解决', advice: say('请记录并告知客户后续安排。') },
  'BLOK-07': { title: '不能按时修复须及时回复', advice: say('请填写原因和新的预计时间，并联系客户。') },

  'DONE-01': { title: '与客户填写施工确认单', advice: say('请与客户一起填写。') },
  'DONE-02': {
    title: '评价须由客户本人填写',
    advice: say('请把手机交给客户，由客户本人填写。'),
  },
  'DONE-03': { title: '离开前须客户签字', advice: say('请客户签字；客户拒签须写明原因。') },
  'DONE-04': { title: '留下服务卡', advice: say('请留下服务卡。') },
  'DONE-05': { title: '派单后 20 小时内回单', advice: say('请尽快回单。') },
  'DONE-06': { title: '全程 24 小时', advice: say('请尽快处理。') },
  'DONE-07': { title: '装机 24 小时内开通', advice: say('请尽早安排。') },
  'DONE-08': { title: '装移机 3 个工作日，最长 7 个', advice: say('请尽早安排。') },
  'DONE-09': { title: '障碍 24 小时内修复', advice: say('请尽早安排。') },
  'DONE-10': { title: '资料准确建档', advice: say('请补全资源信息。') },
  'DONE-11': { title: '竣工条件', advice: say('测试、清理、签字都完成后才能竣工。') },

  'ATTR-01': { title: '障碍须判定原因', advice: say('请选择局端、第三方或客户端。') },
  'ATTR-07': { title: '重复报障须升级', advice: say('请主管介入。') },
  'ATTR-08': { title: '剔除须有证据和审批', advice: say('请补充证据，并由主管或维护部门审批。') },

  'WIN-01': {
    title: '上门时段 08:00–20:00',
    advice: say('20:00 以后，客户同意并写明原因才继续；否则今天先到这里，另约时间。'),
  },
  'WIN-02': {
    title: '夜间上门的例外',
    advice: say('仅限 VIP、应急线路和网络故障，须主管审批并经客户同意。'),
  },
  'WIN-03': { title: '回访时段', advice: say('请在回访时段内联系。') },
  'WIN-04': { title: '夜间派单次日 8:30 前接单', advice: say('请在 8:30 前接单。') },
  'WIN-05': { title: '外呼时段', advice: say('请在 08:00–20:30 内联系客户。') },

  'SKIL-01': { title: '技能与接入方式不符', advice: say('请换一位有此技能的装维人员。') },
  'TYPE-01': { title: '工单类型', advice: say('请选择规定的工单类型。') },
  'CUST-01': { title: '客户类别', advice: say('请选择规定的客户类别。') },
  'REGN-01': { title: '区域类别', advice: say('请选择城区、乡镇或自然村。') },
  'INTK-01': { title: '工单资料须完整', advice: say('请补全缺少的资料。') },
  'INTK-02': { title: '与客户核对工单内容', advice: say('通话时请核对工单内容并勾选。') },
  'INTK-08': { title: '投诉须先由值班长审核', advice: say('请值班长审核。') },
  'INTK-09': { title: '拆机须先经三级挽留', advice: say('请填写离网原因和挽留级别。') },
  'RESP-02': {
    title: '片区须有一位第一责任人',
    advice: ({ missing }) => {
      if (missing === 'successor') return '请指定本片区的一名同事接任。';
      return missing === 'deputy' ? '请先指定代理人，再下岗。' : '请先指定第一责任人。';
    },
  },
  'SCHD-01': { title: '及时原则', advice: say('请优先保证约定时间。') },
  'SCHD-10': {
    title: '排程不得更改约定时间',
    advice: (facts) =>
      'otherOrderId' in facts
        ? '它会使这一天另一单的约定迟到：先不动它，或重新排程。'
        : '请打开改约窗口，填写原因并联系客户。',
  },
  'PRIV-01': { title: '客户信息保密', advice: say('仅承办人可见完整号码。') },
  'PRIV-05': {
    title: '共享位置须本人同意，仅限在岗',
    advice: say('请先阅读并同意位置共享说明，再点上岗。'),
  },
  'RECD-01': { title: '原始记录不得修改', advice: say('请另行补充记录。') },
  'PROG-01': { title: '每 12 小时反馈一次进度', advice: say('请联系客户说明进度。') },
  'CUTV-01': {
    title: '割接提前 72 小时公告',
    advice: (facts) =>
      'cutover' in facts
        ? '这段时间有割接，上门需要网络，请另选时间。'
        : 'orders' in facts
          ? '割接时间内已有预约，请至少提前 2 小时改约（公司原因）。'
          : '请调整割接时间；紧急割接写明原因，由主管批准。',
  },
} satisfies Partial<Record<RuleId, RuleText>>;
