import type { AccessType, CustomerClass, OrderType, Region } from '#domain/order/order-type.ts';
import type { VehicleMode } from '#domain/technician/technician.ts';

/** Field words → our word. The first of each meaning is the one that a fault names as expected. */
export type Words<T extends string> = readonly (readonly [meaning: T, words: readonly string[]])[];

export const ORDER_TYPE_WORDS: Words<OrderType> = [
  ['install', ['装机', '新装', '安装', '开通', '新开', '宽带新装', 'install', 'installation']],
  ['move', ['移机', '迁移', '宽带移机', 'move', 'relocation']],
  ['remove', ['拆机', '撤机', '拆除', '销户', '退订', 'remove', 'removal']],
  ['fault', ['修障', '报障', '故障', '维修', '障碍', '抢修', '故障维修', '修理', 'fault', 'repair']],
  ['complaint', ['投诉', '申诉', 'complaint']],
  ['suggestion', ['建议', 'suggestion']],
  ['consult', ['咨询', 'consult', 'inquiry', 'enquiry']],
  ['business', ['业务受理', '受理', '业务', 'business']],
  ['inspection', ['巡检', '巡查', '巡视', 'inspection', 'patrol']],
];

export const ACCESS_WORDS: Words<AccessType> = [
  ['FTTH', ['FTTH', '光纤', '光纤到户', '光宽', 'GPON', 'EPON']],
  ['LAN', ['LAN', '小区宽带', '以太网']],
  ['xDSL', ['xDSL', 'ADSL', 'VDSL', 'DSL', 'AD', '铜线']],
  ['PON+xDSL', ['PON+xDSL', 'PON+ADSL', 'PON+DSL']],
  ['PON+LAN', ['PON+LAN']],
  ['FTTB', ['FTTB', '光纤到楼']],
  ['FTTN', ['FTTN']],
];

export const CUSTOMER_WORDS: Words<CustomerClass> = [
  ['public', ['公众', '普通', '个人', '家庭', '公众客户', '普通客户', 'public', 'residential']],
  ['group', ['集团', '政企', '集团客户', '政企客户', 'group', 'business']],
  ['key_account', ['集团大客户', '大客户', 'key account', 'key_account']],
  ['sme', ['中小企业', '中小企业客户', 'SME']],
  ['vip', ['VIP', '贵宾', 'VIP客户', '钻石', '金卡']],
  ['important', ['重要客户', '重要', 'important']],
  ['brand', ['品牌客户', '品牌', 'brand']],
];

export const REGION_WORDS: Words<Region> = [
  ['urban', ['城区', '城市', '市区', '城镇', 'urban']],
  ['township', ['乡镇', '镇', '乡', 'township']],
  ['village', ['自然村', '农村', '村', 'village', 'rural']],
];

export const VEHICLE_WORDS: Words<VehicleMode> = [
  ['ebike', ['电动车', '电瓶车', '电单车', '摩托车', 'e-bike', 'ebike']],
  ['car', ['汽车', '轿车', '面包车', '工程车', '小车', '货车', 'car', 'van']],
  ['walk', ['步行', '走路', 'walk', 'on foot']],
];

/** What a cell means, and whether the reading deserves a word: another word or stray spaces were seen. */
export function meaningOf<T extends string>(
  raw: string,
  words: Words<T>,
): { meaning: T; literal: boolean } | undefined {
  const plain = plainWord(raw);
  for (const [meaning, synonyms] of words) {
    const hit = synonyms.findIndex((word) => plainWord(word) === plain);
    if (hit >= 0) return { meaning, literal: raw === synonyms[0] || raw === meaning };
  }
  return undefined;
}

/** The word by which a meaning is told: the first of its synonyms. */
export function firstWord<T extends string>(meaning: T, words: Words<T>): string {
  return words.find(([each]) => each === meaning)?.[1][0] ?? meaning;
}

/** The words that a fault names as expected: one a meaning. */
export function expectedWords(words: Words<string>): string[] {
  return words.map(([, synonyms]) => synonyms[0]!);
}

function plainWord(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
