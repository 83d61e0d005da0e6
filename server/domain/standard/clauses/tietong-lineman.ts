import type { SourceDocument } from './source-document.ts';

export const LINEMAN_CLAUSES: SourceDocument = {
  title: '中国铁通线务员入户服务规范',
  clauses: {
    'APPT-09': '客户:明天!线务员回复:明天几点呢?再次重点确认与客户预约的时间,并做好记录',
    'APPT-12': '1、准备客户资料(客户姓名、地址、时间)',
    'APPT-15': '注意:需等对方先挂机',
    'TRAV-03':
      '学会预留“储备时间”,如不能准时上门,应在预约时间之前15分钟与客户联系说明迟到原因,致歉,并再次预约时间',
    'TRAV-06': '每次三下,敲门声要清亮而有节奏…电铃门以按二下为一次',
  },
};
