import type { SourceDocument } from './source-document.ts';

export const MANAGEMENT_CLAUSES: SourceDocument = {
  title: '中国联通服务管理规范 2009',
  clauses: {
    'CMPL-06': '负责投诉/故障申告的分析汇总,并将重大投诉的处理与解决情况及时向上级主管部门反馈',
    'CMPL-08': '负责对不能立即处理的客户投诉,执行投诉处理流程派单办理',
  },
};
