import type { StandardLayer } from './resolve.ts';

/** 移动家庭宽带业务安装维护服务规范: 中国移动 家庭宽带, August 2015. */
export const MOBILE_2015: StandardLayer = {
  id: 'mobile-2015',
  title: '移动家庭宽带业务安装维护服务规范',
  operator: '中国移动',
  parent: 'base',
  hotline: null,
  source: '移动家庭宽带业务安装维护服务规范 2015',
  parameters: {
    'contact.install': {
      value: { limitMin: 120, start: 'dispatchedAt', metBy: 'attempt', mode: 'contactHours' },
      kind: 'stated',
      rule: 'APPT-01',
      clause: '装维人员接收到施工单后,2小时之内启动与装机用户间的电话预约',
      source: '移动家庭宽带业务安装维护服务规范 2015 装机',
    },
    'contact.fault': {
      value: { limitMin: 30, start: 'dispatchedAt', metBy: 'connected', mode: 'elapsed' },
      kind: 'stated',
      rule: 'APPT-04',
      clause: '要求自收到障碍投诉工单起,维护人员需30分钟内向用户了解故障情况',
      source: '移动家庭宽带业务安装维护服务规范 2015 修障',
    },
    'install.max': {
      value: null,
      kind: 'stated',
      rule: 'DONE-07',
      clause: '24小时之内完成上门安装调试和宽带业务开通',
      source: '移动家庭宽带业务安装维护服务规范 2015 装机',
    },
    kit: {
      value: [
        'tool_set',
        'shoe_covers',
        'pad_cloth',
        'rag',
        'rubbish_bag',
        'service_record_sheet',
        'spare_parts',
      ],
      kind: 'stated',
      rule: 'SITE-03',
      clause:
        '应事先准备好“七个一”:一套维护工具、一双鞋套、一块垫布、一块抹布、一个垃圾袋、一张服务记录表、一套冗余备件',
      source: '移动家庭宽带业务安装维护服务规范 2015 上门准备',
    },
    'visit.window': {
      value: ['08:00', '20:00'],
      kind: 'stated',
      rule: 'WIN-01',
      clause: '上门修障时间:早8:00-20:00',
      source: '移动家庭宽带业务安装维护服务规范 2015 修障',
    },
    'onsite.targetMin': {
      value: 120,
      kind: 'stated',
      rule: 'SITE-02',
      clause: '正常情况下确保在上门2个小时内开通',
      source: '移动家庭宽带业务安装维护服务规范 2015 装机',
    },
  },
  kpis: ['KPI-22'],
  kpiTargets: {},
};
