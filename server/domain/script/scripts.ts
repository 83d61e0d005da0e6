/** One phrase of the standards (service-standard §20). `{…}` are filled in; `standards: null` = every one. */
export interface Script {
  id: string;
  step: string;
  standards: readonly string[] | null;
  text: string;
  /** The document's own words; false for a phrase of our own where the documents only describe one. */
  stated: boolean;
}

const TIETONG = ['tietong-fujian-2015'];
const MOBILE = ['mobile-2015'];
const TELECOM = ['telecom'];
const TIANYU = ['tianyu-2014'];

function said(id: string, step: string, standards: readonly string[] | null, text: string): Script {
  return { id, step, standards, text, stated: true };
}
function ours(id: string, step: string, text: string): Script {
  return { id, step, standards: null, text, stated: false };
}

/** The phrases, in the order of a visit. */
export const SCRIPTS: readonly Script[] = [
  said(
    'S-APPT-INSTALL',
    'appointment',
    TIETONG,
    '您好,我是铁通公司服务人员(社区经理、客户经理),我叫{name},您申请的电话(宽带)现在可以装机了,请问您什么时间方便,我们上门为您装机?',
  ),
  said(
    'S-APPT-FAULT',
    'appointment',
    TIETONG,
    '您好,我是铁通公司服务人员,我叫{name},您申告的电话(宽带)故障需要检修,请问您什么时间方便?',
  ),
  said('S-APPT-CONFIRM', 'read_back', TIETONG, '好的,我将会在{start}准时上门为您装机/检修。'),
  said('S-APPT-CONFIRM2', 'read_back', null, '我将于{start}准时上门为您装机/排障。'),
  said('S-APPT-ASK', 'appointment', TIANYU, '请问你家电视或宽带有什么故障问题吗?'),
  said('S-APPT-BUSY', 'slot_taken', null, '我以{taken}与另外个用户预约好时间了,请问我{alt1}去您家可以吗?'),
  // APPT-15: who speaks is made sure of first; the customer hangs up first
  said('S-APPT-IDENT', 'identity', null, '请问您是{customer}先生(女士)吗?'),
  // INTK-03: the words come from script/service-promise.ts
  ours('S-PROMISE', 'service_promise', '我们承诺：{limits}'),
  // APPT-17
  ours(
    'S-REMIND',
    'reminder',
    '您好，我是{org}{name}。提醒您：我们将于{start}上门服务，如需更改请与我们联系。',
  ),
  // CHG-06
  ours(
    'S-NEWCOMER',
    'newcomer',
    '您好，这里是{org}。{start}为您上门服务的人员改为{technician}，工号{staffNo}，时间不变，特此告知。',
  ),
  ours('S-DEPART', 'departure', '您好，我是{org}{name}，现已出发，预计{eta}到达，感谢您的等候。'),
  said('S-APPT-END', 'end_of_call', null, '谢谢您,再见!'),
  ours(
    'S-CHANGE',
    'change',
    '您好，我是{org}{name}。原约{old}上门，因{reason}需要调整，给您添麻烦了，非常抱歉。您看{alt1}或{alt2}哪个方便？',
  ),
  ours(
    'S-LATE',
    'late',
    '您好，我是{org}{name}。原约{start}上门，因{reason}预计{eta}到达，非常抱歉，您看可以吗？',
  ),
  said(
    'S-DOOR-M',
    'door',
    MOBILE,
    '您好,我是中国移动{staffNo}号服务人员(社区经理、客户经理),我叫{name},很高兴见到您',
  ),
  said(
    'S-DOOR-T',
    'door',
    TIETONG,
    '{customer}先生/女士,您好,我是铁通公司{staffNo}号服务人员,按预约现在为您装机/检修话机,请问我可以进去吗?',
  ),
  said(
    'S-DOOR-C',
    'door',
    TELECOM,
    '{customer}先生/女士,您好。我是中国电信{org}公司的装维工程师,工号{staffNo}号,现在上门为您安装/维修服务,请问我可以进去吗?',
  ),
  said(
    'S-DOOR-X',
    'door',
    TIANYU,
    '你好,我是{org}{name}运维人员,前面我已和你预约了,处理你家{reason}故障,这是我的工作证。',
  ),
  said('S-LOC', 'before_work', TIETONG, '请问电话(宽带)装在什么位置?'),
  said('S-EMPATHY', 'during_work', TIETONG, '对不起,给您带来麻烦了。您别着急,我尽快为您安装(检修)好'),
  said(
    'S-ROUTE',
    'routing',
    TIANYU,
    '您好,根据设备安装的位置,需要从客厅放一条线路进来,您觉得线路路由如何走比较合适?',
  ),
  said(
    'S-UNSUIT',
    'bad_position',
    TIANYU,
    '对不起,这个地方太潮湿(或不安全、或容易发生故障、或影响有线、宽带、通话质量),能否换个地方?',
  ),
  said(
    'S-NOTTODAY',
    'blocked',
    null,
    '对不起,由于{reason}原因,您的电路(宽带)暂时不能装通,我{returnDate}再来。',
  ),
  said('S-RULE-NO', 'against_rules', TIANYU, '不行的,这样会违反规定,对不起,请见谅!'),
  said('S-GIFT', 'gift', null, '对不起,公司有规定,不准吃拿用户的东西,这是我们应该做的。'),
  said('S-TRY', 'trial', TIETONG, '{customer}先生/女士,您的电话/宽带已经好了,请您试用一下'),
  said('S-SAT', 'satisfaction', TIETONG, '请问您对我们的服务是否满意?'),
  said('S-SIGN', 'signature', TIETONG, '麻烦您在我们工单上签上您的意见'),
  said(
    'S-BYE',
    'leaving',
    TIANYU,
    '谢谢您配合,如有需要,您可以直接拨打{hotline}号(或直接联系您的客户经理),再见!',
  ),
  said(
    'S-HOTLINE',
    'leaving',
    TIETONG,
    '如果您想了解我们的业务或其他,请随时拨打{hotline}客服热线与我们联系,我会尽力帮您解决',
  ),
  said(
    'S-CAUSE-DONE',
    'after_repair',
    null,
    '您好,现在我给您简单介绍故障的处理情况,该故障是由于{cause}导致业务出现故障,经过我们运维人员处理,现业务已经恢复',
  ),
  said('S-F-INVEST', 'investigating', null, '我们正在检查,确定原因后再回复给您'),
  said('S-F-OURS', 'ours_fixing', null, '我们正在检查,我们将尽快修复。'),
  said(
    'S-F-OURSDONE',
    'ours_fixed',
    null,
    '对不起,由于我方原因,使您的业务无法正常使用,我们深表歉意,我们正在对故障原因进行分析',
  ),
  said(
    'S-F-CUST',
    'customer_side',
    null,
    '本次故障应该是{cause}引起的。请您先检查一下(按照如下方式进行操作),好吗?',
  ),
  said('S-F-3RD', 'third_party_fixing', null, '故障是{cause}引起,我们正在协助公司修复故障,很快就能修复'),
  said(
    'S-F-UNSOLV',
    'unsolvable_here',
    null,
    '您反映的问题(现象)我已经记录下来,我们会组织技术员进行进一步处理,并把故障及时向您反馈处理情况',
  ),
  said('S-F-REPEAT', 'repeated_fault', null, '非常抱歉,我们正在处理,会及时向您反馈故障处理情况。'),
  said(
    'S-F-LONG',
    'long_fault',
    null,
    '对不起,由于故障原因比较复杂,需要较长时间,造成目前处理还在继续,我们会尽快完成',
  ),
  said('S-F-SORRY', 'complains_of_fault', null, '对不起,非常抱歉,我们正在全力处理,故障将很快修复'),
  // PROG-04
  said('S-FINISH', 'promised_finish', null, '非常抱歉,给您们的工作带来了不便,我们会在{finish}完成,请您谅解'),
  // RESP-06: thanked, and reported upward quickly
  ours('S-THANKS', 'suggestion', '感谢您提出的宝贵意见，我们会尽快反映给上级主管。'),
  said('S-LATER', 'cannot_answer_now', null, '您好,这个问题我们还需要进一步分析,将很快向您(贵公司)反馈。'),
  said(
    'S-SLOW',
    'slow_at_peak',
    null,
    '您好!您在高峰时段访问互联网会出现网速慢的情况,目前我公司正在协调相应的可用资源来缓解该问题,处理完毕后我们会及时与您联系',
  ),
  said(
    'S-EGRESS',
    'egress_outage',
    null,
    '您好!网络出现突发性故障,我们正在积极抢修,预计{eta}可恢复,给您带来不便,敬请谅解',
  ),
  said(
    'S-OTHEROP',
    'other_operator',
    null,
    '您好!此故障为网站或出口问题引起,我们已上报进行处理,处理完毕后我们会及时与您联系',
  ),
  said(
    'S-NOTE',
    'visit_note',
    null,
    '尊敬的{address}{customer}用户:我是{org}维护人员{name},{arrivedAt}到达后,因与您联系不上便于{leftAt}离开,请您看到留言后与我联系,联系电话{phone},联系人{contactPerson},{date}',
  ),
  said('S-RECORDED', 'intake', null, '您反映的情况我已经记录下来了,我们会尽快回复您,您可以告诉我联系方式吗?'),
];
