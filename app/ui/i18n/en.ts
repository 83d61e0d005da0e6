import { board } from './en/board.ts';
import { calendar } from './en/calendar.ts';
import { calls } from './en/calls.ts';
import { care } from './en/care.ts';
import { common } from './en/common.ts';
import { dispatch } from './en/dispatch.ts';
import { field } from './en/field.ts';
import { figures } from './en/figures.ts';
import { imports } from './en/imports.ts';
import { intake } from './en/intake.ts';
import { leads } from './en/leads.ts';
import { network } from './en/network.ts';
import { notices } from './en/notices.ts';
import { onSite } from './en/on-site.ts';
import { order } from './en/order.ts';
import { photos } from './en/photos.ts';
import { refusal } from './en/refusal.ts';
import { reveals } from './en/reveals.ts';
import { ripple } from './en/ripple.ts';
import { ruleWords } from './en/rule-words.ts';
import { signIn } from './en/sign-in.ts';
import { standards } from './en/standards.ts';
import { steps } from './en/steps.ts';
import { tools } from './en/tools.ts';
import { travel } from './en/travel.ts';
import type { Messages } from './zh-cn.ts';

export const en: Messages = {
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
