import type { RuleId } from '#domain/base/rule-id.ts';
import { type RuleText, say } from './rule-text.ts';

/** The words of care for customers: callbacks, questions, complaints, progress, outages, by id. */
export const RULES_ZH_CARE = {
  'CALL-01': { title: '装移机竣工后 24 小时内回访，最多 3 天', advice: say('请在回访时段内联系客户。') },
  'CALL-02': { title: '故障回复后 24 小时内回访，最多 2 天', advice: say('请在回访时段内联系客户。') },
  'CALL-03': { title: '投诉回复后 48 小时内回访', advice: say('请在回访时段内联系客户。') },
  'CALL-04': { title: '拆机即时回访', advice: say('请在办理拆机手续时完成回访。') },
  'CALL-05': { title: '回访时段 8:30–12:00、14:30–20:30', advice: say('请在回访时段内拨打。') },
  'CALL-06': { title: '装机回访问卷', advice: say('请按问卷逐项询问。') },
  'CALL-07': { title: '修障回访问卷', advice: say('请按问卷逐项询问。') },
  'CALL-08': { title: '投诉回访问卷', advice: say('请按问卷逐项询问。') },
  'CALL-09': { title: '流失客户回访问卷', advice: say('请按问卷逐项询问。') },
  'CALL-10': { title: '假回单直接打回', advice: say('回单已作废，工单重新派发，时限照旧。') },
  'CALL-11': {
    title: '评分 1–10，8 分以下询问原因',
    advice: say('请记录 1 到 10 的整数，并询问不满意的原因。'),
  },
  'CALL-12': { title: '回访人不得是施工人', advice: say('请换一位回访员。') },
  'CALL-13': { title: '三次未接通记为未访到', advice: say('跨两个时段、两天各试一次以上。') },
  'CALL-14': { title: '回访发现不能使用即重开', advice: say('工单已重新派发。') },
  'RESP-01': { title: '首问负责，转交须对方接手', advice: say('请由首问责任人转交，对方接手后才算移交。') },
  'RESP-03': { title: '需协调的问题 15 分钟内交客服经理', advice: say('请写明问题，马上转客服经理。') },
  'RESP-04': { title: '能答即答；答不了要说明并事后联系', advice: say('请向客户说明，并记下何时回复。') },
  'RESP-05': { title: '推诿按考核处理', advice: say('超时和退单会记到单位和个人。') },
  'RESP-06': { title: '建议尽快上报', advice: say('请在 24 小时内上报并致谢。') },
  'RESP-07': {
    title: '当场答不了：说明、引导、电话、填单',
    advice: say('请按顺序：说明原因，带到相关人员，电话解决，再填单。'),
  },
  'INTK-03': { title: '预约时告知服务时限', advice: say('请告知装机时限并勾选。') },
  'INTK-04': { title: '先了解现场情况', advice: say('请先问清光纤是否到户、是否已有光猫。') },
  'INTK-05': { title: '登记联系人与客户意愿', advice: say('请登记联系人、电话和希望的时间。') },
  'INTK-06': { title: '报障先登记现象、先远程处理', advice: say('请填写故障现象。') },
  'INTK-07': {
    title: '报障先比对网络故障与割接',
    advice: (facts) =>
      'cutover' in facts
        ? '该处正在割接，请告知客户预计恢复时间。'
        : 'missing' in facts
          ? '本片区有网络故障，请问清小区，再判断是否同一故障。'
          : '该处已有网络故障，请告知客户。',
  },
  'INTK-10': { title: '不多收集客户信息', advice: say('表单只收必要的信息。') },
  'INTK-11': { title: '不推诿客户', advice: say('请受理，并按首问负责处理。') },
  'ATTR-02': { title: '按故障阶段对客户说明', advice: say('原因未定之前，不向客户说原因。') },
  'ATTR-03': { title: '用户终端故障，解释说明', advice: say('请解释并指导客户检查。') },
  'ATTR-04': { title: '高峰慢：协调资源，完成后联系', advice: say('处理完毕后联系客户，工单才能归档。') },
  'ATTR-05': { title: '网络故障或割接须告知恢复时间', advice: say('请填写预计恢复时间。') },
  'ATTR-06': { title: '其他运营商限制：上报并承诺联系', advice: say('上报后联系客户，工单才能归档。') },
  'OUTG-01': { title: '多小区故障统一处理', advice: say('请等待网络恢复，不逐单派人。') },
  'OUTG-02': { title: '先全网后本地，单户时限照算', advice: say('先恢复网络。') },
  'OUTG-03': { title: '恢复后逐户核实', advice: say('仍不通的重新派单，时限照旧。') },
  'OUTG-04': { title: '恢复时间有变，30 分钟内告知客户', advice: say('请给受影响的客户发通知。') },
  'CMPL-01': { title: '投诉 24 小时处理，最长 48 小时', advice: say('请尽快处理。') },
  'CMPL-02': { title: '30 分钟内联系投诉客户', advice: say('请马上联系客户。') },
  'CMPL-03': { title: '首次回应不超过 8 小时', advice: say('请马上回应。') },
  'CMPL-04': { title: '越级投诉 24 小时，不得延长', advice: say('请主管督办。') },
  'CMPL-05': { title: '解决不了由上级协调并答复', advice: say('请写明上级部门和原因，由其答复客户。') },
  'CMPL-06': { title: '重大投诉及时上报', advice: say('请写明原因。') },
  'CMPL-07': { title: '同一问题的投诉次数', advice: say('请关联以前的工单。') },
  'CMPL-08': { title: '疑难问题记录并尽快答复', advice: say('请记录问题并约定答复。') },
  'PROG-02': { title: '4 小时未恢复须反馈并取得谅解', advice: say('部门反馈受理单位，由其联系客户。') },
  'PROG-03': { title: '四日未装机，第五日说明并约定时间', advice: say('请联系客户并约定具体时间。') },
  'PROG-04': { title: '客户抱怨时长，须给出完成时间', advice: say('请说出具体完成时间。') },
  'OVRD-01': { title: '超时未回复，30 分钟内催办', advice: say('请派发催办工单。') },
  'OVRD-02': { title: '客户催单，提高优先级', advice: say('时限不变，请尽快安排。') },
  'OVRD-03': { title: '再催：2 小时部门领导，4 小时分公司', advice: say('请上一级督办。') },
  'DMG-01': { title: '损坏财物马上道歉，48 小时内赔偿', advice: say('请先道歉，再上报并赔偿。') },
} satisfies Partial<Record<RuleId, RuleText>>;
