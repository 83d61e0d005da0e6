/** Strings of the calendar of working days (app/settings/calendar). */
export const calendar = {
  title: '工作日历',
  hint: '工作日时限（如“7 个工作日”）按国务院公布的放假与调休计算（ARITH-04）。这里登记的年份优先于随程序带来的。',
  noAccess: '工作日历只对主管与管理岗位开放。',
  loading: '正在读取工作日历…',
  failed: '工作日历读取失败',
  missing: (year: number) => `${year} 年放假安排还没有公布`,
  provisional: (orders: number) => `${orders} 张在办工单的时限暂按周一至周五计算，公布后自动重算并留痕。`,
  noneProvisional: '目前没有在办工单的时限跨入这一年；跨入的会按周一至周五暂算并提示。',
  publishTitle: '公布一年的安排',
  year: '年份',
  off: '放假日',
  offHint: '例如：1月1日 2月5日至11日，或 2027-02-05..2027-02-11；周末可写可不写',
  work: '调休上班日',
  workHint: '落在周末的上班日，例如：2月14日 2月28日',
  source: '依据',
  sourceExample: '国办发明电〔2026〕…号',
  publish: '公布',
  publishHint: '新工单按此计算；暂定的时限重算一次，逐单留痕。已公布过的年份再改，只用于新工单。',
  published: (year: number, orders: number) =>
    orders > 0 ? `${year} 年已公布，${orders} 张工单的时限已重算` : `${year} 年已公布`,
  unsent: '没有送到服务器，请重试。',
  version: (version: number, day: string, carried: boolean) =>
    `第 ${version} 版 · ${day}${carried ? ' · 随程序带来' : ''}`,
  faults: {
    unreadable: (word: string) => `看不懂“${word}”，请写成 2027-01-01、1月1日 或 2月5日至11日`,
    other_year: (word: string) => `“${word}”不在所选年份`,
    too_long: (word: string) => `“${word}”超过任何一个假期的长度`,
    worked_weekday: (word: string) => `${word} 本来就是工作日，调休上班日应落在周末`,
    both: (word: string) => `${word} 同时写在放假日里`,
    empty: (_word: string) => '放假日里没有一个周一至周五',
  },
  /** Beside a deadline that is counted by weekdays. */
  provisionalMark: '暂定',
  provisionalWhy: (years: string) => `${years} 年放假安排未公布，按周一至周五暂算`,
};
