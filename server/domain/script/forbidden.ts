import { warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';

/** 服务忌语 of 福建铁通社区经理服务手册 2015; a lint, never a block (service-standard §20). */
const FORBIDDEN: readonly string[] = [
  '我不知道',
  '不行',
  '什么意思',
  '罗嗦',
  '啰嗦',
  '你听着',
  '还不明白吗',
  '您想怎样',
  '你想怎样',
  '急什么',
  '催什么',
  '怎么这么烦',
  '神经病',
  '我就是这样的态度',
  '你又能怎样',
  '我的态度哪里有问题',
  '你有没有搞错',
  '你去告啊',
  '随便告哪都行',
];

/** 新疆天域 uses a phrase that 铁通 forbids: what a standard's own scripts say is not forbidden under it. */
const ALLOWED_UNDER: Readonly<Record<string, readonly string[]>> = { 'tianyu-2014': ['不行'] };

/** The forbidden phrases in a text that is to go to a customer, under a standard. */
export function forbiddenIn(text: string, standardId: string): readonly string[] {
  const allowed = ALLOWED_UNDER[standardId] ?? [];
  return FORBIDDEN.filter((phrase) => !allowed.includes(phrase) && text.includes(phrase));
}

/** The same as a warning for the gate; null-safe for texts that say nothing (RECD-03). */
export function judgeText(text: string, standardId: string): readonly Finding[] {
  const phrases = forbiddenIn(text, standardId);
  return phrases.length === 0 ? [] : [warns('RECD-03', { phrases: [...phrases] }, 'reword')];
}
