import type { AlertKind } from '#domain/order/alerts.ts';

/** Strings of the alarms of timers, and of what is told beside them (app/notices). */
export const notices = {
  title: '提醒',
  bell: (all: number, overdue: number) =>
    all === 0
      ? '提醒：没有'
      : overdue === 0
        ? `提醒：${all} 条`
        : `提醒：${all} 条，其中 ${overdue} 条时限已过期`,
  empty: '没有快到期或已过期的时限，也没有其他提醒',
  warns: (what: string, clock: string) => `快到期：${what}，${clock} 前完成`,
  isDue: (what: string, clock: string) => `已过期：${what}，应在 ${clock} 前完成`,
  isStillDue: (what: string, clock: string) => `仍未完成，已升级：${what}，应在 ${clock} 前完成`,
  many: (n: number) => `又有 ${n} 条提醒，见右上角铃铛`,
  until: (when: string) => `${when} 前`,
  over: (minutes: string) => `已过 ${minutes}`,
  alerts: {
    false_receipt: '回访打回：假回单',
    safety: '安全撤离，请跟进',
    repeat_fault: '重复故障，请跟进',
    return_day: '已过答复客户的再来日期',
    certificate: '上门当天上岗证已过期',
    beyond_limit: '改约超出工单时限',
    escalated: '越级投诉',
    major: '重大投诉',
    unreached: '连日联系不上客户，请决定',
    urged_head: '催办升级：部门领导',
    urged_branch: '催办升级：分公司',
    handed_over: '请您接手首问事项',
  } satisfies Record<AlertKind, string>,
};
