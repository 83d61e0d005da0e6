import type { StandardLayer } from './resolve.ts';

/** 中国电信装维服务工作规范: 中国电信, 2010–2011. */
export const TELECOM: StandardLayer = {
  id: 'telecom',
  title: '中国电信装维服务工作规范',
  operator: '中国电信',
  parent: 'base',
  hotline: null,
  source: '中国电信装维服务工作规范（客户服务部讲义）',
  parameters: {
    'contact.install': {
      value: { limitDays: 1, start: 'intakeAt', metBy: 'attempt' },
      kind: 'stated',
      rule: 'APPT-06',
      clause: '业务受理1日内 (不含当日)打电话预约装机时间',
      source: '中国电信装维服务工作规范（客户服务部讲义） 装移机考核',
    },
    'install.target': {
      value: { at: 'agreed_time' },
      kind: 'stated',
      rule: 'SCHD-01',
      clause: '尽量在与客户预约的时间上门施工',
      source: '中国电信装维服务工作规范（客户服务部讲义） 施工优先级',
    },
    'install.max': { value: null, kind: 'choice', rule: 'DONE-08', clause: null },
    'change.max': { value: 2, kind: 'choice', rule: 'CHG-03', clause: null },
    'visit.vipEvening': {
      value: 'optional',
      kind: 'stated',
      rule: 'SCHD-12',
      clause: '全面实施品牌客户晚间上门维',
      source: '中国电信江西公司品牌客户服务 2010',
    },
    satisfaction: {
      value: { scale: '1-10', okMin: 8 },
      kind: 'stated',
      rule: 'CALL-11',
      clause: '客户满意率90% (8分以下为不满意,打分8分以下,询问不满意原因?)',
      source: '中国电信装维服务工作规范（客户服务部讲义） 修障考核',
    },
    'change.noticeMin': {
      value: 120,
      kind: 'stated',
      rule: 'CHG-01',
      clause: '若因特殊原因需改变上门服务时间,应提前2小时通知客户,解释时间原因并致歉',
      source: '中国电信装维服务工作规范（客户服务部讲义） 上门准备',
    },
  },
  kpis: ['KPI-01', 'KPI-02', 'KPI-03', 'KPI-04', 'KPI-19'],
  kpiTargets: { 'KPI-01': [93], 'KPI-02': [93], 'KPI-03': [98], 'KPI-04': [90] },
};
