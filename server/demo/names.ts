import type { Random } from '#domain/base/random.ts';

// Invented people: common surnames and given names put together by chance.
const SURNAMES = '林陈黄郑吴张王李刘叶郭谢许何江方邱余潘卢苏蔡罗高曾'.split('');
const GIVEN = [
  '建国 志强 伟明 海峰 俊杰 文斌 国栋 晓东 永辉 家豪 明辉 立新 振华 少勇 宏伟 金水 天成 学良 子轩 浩然',
  '丽华 秀英 美玲 晓燕 雅婷 淑芬 玉兰 慧敏 静怡 雪梅 婷婷 春花 佳怡 若兰 海燕 素珍 月娥 欣怡 思琪 碧云',
]
  .join(' ')
  .split(' ');

/** A full name that belongs to nobody in particular. */
export function inventedName(random: Random): string {
  return SURNAMES[random.below(SURNAMES.length)]! + GIVEN[random.below(GIVEN.length)]!;
}

/** A number of the right shape; the block 199 0000 is used for every invented person. */
export function inventedPhone(random: Random): string {
  return `1990000${String(random.below(10_000)).padStart(4, '0')}`;
}
