import type { OrderType } from '../order/order-type.ts';
import type { ContactLimit, InstallLimit } from '../standard/parameter.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';

/**
 * INTK-03: the time limits that we promise, in one sentence for the customer; spoken, hence Chinese whatever the language of the
 * screens. The numbers are those of the order's own standard.
 */
export function servicePromise(type: OrderType, standard: ResolvedStandard): string {
  const change = `如需更改上门时间，我们会至少提前${standard.get('change.noticeMin') / 60}小时通知您。`;
  if (type === 'fault')
    return `接单后${contactWords(standard.get('contact.fault'))}与您联系，故障${standard.get('fault.maxH').hours}小时内修复；${change}`;
  if (type === 'install' || type === 'move')
    return `接单后${contactWords(standard.get('contact.install'))}与您预约，${installWords(standard.get('install.target'))}；${change}`;
  if (type === 'complaint') {
    const { targetH, maxH } = standard.get('complaint');
    return `${standard.get('contact.complaint').limitMin}分钟内与您联系，${targetH}小时内处理完毕，最长不超过${maxH}小时。`;
  }
  return change;
}

function contactWords({ limitMin, limitDays }: ContactLimit): string {
  if (limitDays !== undefined) return `${limitDays}日内`;
  const minutes = limitMin ?? 0;
  return minutes % 60 === 0 && minutes > 0 ? `${minutes / 60}小时内` : `${minutes}分钟内`;
}

function installWords(limit: InstallLimit): string {
  if ('hours' in limit) return `${limit.hours}小时内开通`;
  if ('workdays' in limit) return `${limit.workdays}个工作日内开通`;
  return '按约定的时间上门开通';
}
