import type { Translation } from './catalogue.ts';
import { board } from './zh-cn/board.ts';
import { calls } from './zh-cn/calls.ts';
import { care } from './zh-cn/care.ts';
import { common } from './zh-cn/common.ts';
import { dispatch } from './zh-cn/dispatch.ts';
import { field } from './zh-cn/field.ts';
import { imports } from './zh-cn/imports.ts';
import { notices } from './zh-cn/notices.ts';
import { onSite } from './zh-cn/on-site.ts';
import { order } from './zh-cn/order.ts';
import { refusal } from './zh-cn/refusal.ts';
import { signIn } from './zh-cn/sign-in.ts';
import { tools } from './zh-cn/tools.ts';

/** The first language; the others translate its shape. One file a seat. */
import { ripple } from './zh-cn/ripple.ts';
export const zhCN = {
  common,
  order,
  refusal,
  signIn,
  dispatch,
  field,
  board,
  calls,
  care,
  notices,
  onSite,
  imports,
  tools,
  ripple,
};
export type Messages = Translation<typeof zhCN>;
