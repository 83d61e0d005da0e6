import type { StandardLayer } from './resolve.ts';

/** 运维人员预约、上门处理语言及行为规范: 新疆天域 头屯河分局, December 2014; wording and conduct only. */
export const TIANYU_2014: StandardLayer = {
  id: 'tianyu-2014',
  title: '运维人员预约、上门处理语言及行为规范',
  operator: '新疆天域文化传媒',
  parent: 'base',
  hotline: '6363111',
  source: '运维人员预约、上门处理语言及行为规范 2014',
  parameters: {},
  kpis: [],
  kpiTargets: {},
};
