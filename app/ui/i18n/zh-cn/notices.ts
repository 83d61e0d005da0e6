/** Strings of the alarms of timers (app/notices). */
export const notices = {
  title: '时限提醒',
  bell: (all: number, overdue: number) =>
    all === 0
      ? '时限提醒：没有'
      : overdue === 0
        ? `时限提醒：${all} 条`
        : `时限提醒：${all} 条，其中 ${overdue} 条已过期`,
  empty: '没有快到期或已过期的时限',
  warns: (what: string, clock: string) => `快到期：${what}，${clock} 前完成`,
  isDue: (what: string, clock: string) => `已过期：${what}，应在 ${clock} 前完成`,
  many: (n: number) => `又有 ${n} 条时限提醒，见右上角铃铛`,
  until: (when: string) => `${when} 前`,
  over: (minutes: string) => `已过 ${minutes}`,
};
