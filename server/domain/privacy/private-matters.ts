import { warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';

/** Matters that are nobody's business here (PRIV-06, our choice of words); a hint, never a block. */
const PRIVATE: readonly string[] = [
  '离婚',
  '婚姻',
  '怀孕',
  '病史',
  '患病',
  '收入',
  '工资',
  '欠债',
  '债务',
  '信教',
  '宗教',
  '政治面貌',
  '前科',
  '身份证号',
];

/** PRIV-06: a note about a customer speaks of the order only; the customer may read it. */
export function judgePrivateMatters(text: string): readonly Finding[] {
  const found = PRIVATE.filter((word) => text.includes(word));
  return found.length === 0 ? [] : [warns('PRIV-06', { words: found }, 'write_of_the_order')];
}
