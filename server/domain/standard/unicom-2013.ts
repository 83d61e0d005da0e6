import type { StandardLayer } from './resolve.ts';

/** 中国联通宽带业务入户装维操作及服务规范: 中国联通, June 2013; the part that is published states no time limit, so all times are inherited. */
export const UNICOM_2013: StandardLayer = {
  id: 'unicom-2013',
  title: '中国联通宽带业务入户装维操作及服务规范',
  operator: '中国联通',
  parent: 'base',
  hotline: '10010',
  source: '中国联通宽带业务入户装维操作及服务规范 2013',
  parameters: {
    accessTypes: {
      value: ['xDSL', 'LAN', 'FTTH', 'PON+xDSL', 'PON+LAN'],
      kind: 'stated',
      rule: 'SKIL-01',
      clause: 'xDSL接入方式第三节 LAN接入方式第四节 FTTH接入方式',
      source: '中国联通宽带业务入户装维操作及服务规范 2013 目录',
    },
    'kit.copper': {
      value: [
        'punch_tool',
        'drill',
        'hammer',
        'stripper',
        'screwdriver',
        'voice_splitter',
        'copper_clips',
        'RJ45_RJ11_crimper',
        'pair_tester',
        'xdsl_tester',
        'multimeter',
        'laptop',
      ],
      kind: 'stated',
      rule: 'SITE-06',
      clause:
        '基于铜缆的传统业务装维人员应携带的工器具:打线刀、电钻、榔头、剥线器具、螺丝刀、语音分离器、铜线钉固卡扣、RJ45和RJ11接头及压线钳、对线器、xDSL测试仪、万用表、笔记本电脑等',
      source: '中国联通宽带业务入户装维操作及服务规范 2013 工器具',
    },
  },
  kpis: [],
  kpiTargets: {},
};
