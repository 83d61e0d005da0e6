import type { Translation } from './catalogue.ts';
import { board } from './zh-cn/board.ts';
import { calendar } from './zh-cn/calendar.ts';
import { calls } from './zh-cn/calls.ts';
import { care } from './zh-cn/care.ts';
import { common } from './zh-cn/common.ts';
import { dispatch } from './zh-cn/dispatch.ts';
import { field } from './zh-cn/field.ts';
import { figures } from './zh-cn/figures.ts';
import { imports } from './zh-cn/imports.ts';
import { intake } from './zh-cn/intake.ts';
import { leads } from './zh-cn/leads.ts';
import { network } from './zh-cn/network.ts';
import { notices } from './zh-cn/notices.ts';
import { onSite } from './zh-cn/on-site.ts';
import { order } from './zh-cn/order.ts';
import { photos } from './zh-cn/photos.ts';
import { refusal } from './zh-cn/refusal.ts';
import { reveals } from './zh-cn/reveals.ts';
import { ripple } from './zh-cn/ripple.ts';
import { ruleWords } from './zh-cn/rule-words.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { standards } from './zh-cn/standards.ts';
import { steps } from './zh-cn/steps.ts';
import { tools } from './zh-cn/tools.ts';
import { travel } from './zh-cn/travel.ts';

/** The first language; the others translate its shape. One file a seat. */
export const zhCN = {
  common,
  order,
  refusal,
  signIn,
  dispatch,
  field,
  figures,
  board,
  calendar,
  calls,
  care,
  intake,
  leads,
  network,
  notices,
  onSite,
  photos,
  imports,
  reveals,
  standards,
  ripple,
  ruleWords,
  steps,
  tools,
  travel,
};
export type Messages = Translation<typeof zhCN>;
