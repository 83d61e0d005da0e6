import { servableAppointment } from '#domain/appointment/current.ts';
import type { Instant } from '#domain/base/brand.ts';
import type { Order } from '#domain/order/order.ts';
import { faultPhaseOf } from '#domain/script/fault-phase.ts';
import { placeholdersOf, renderScript, scriptFor } from '#domain/script/render-script.ts';
import { SCRIPTS, type Script } from '#domain/script/scripts.ts';
import { servicePromise } from '#domain/script/service-promise.ts';
import { standardOf } from '#domain/standard/catalogue.ts';
import type { FormerTechnician } from '#domain/technician/technician.ts';
import type { CustomerCard } from '#protocol/live.ts';
import { appointScript } from '../field/scripts.ts';
import { clock, dayWords } from '../ui/time.ts';
import type { WorkItem } from './work-list.ts';

/** A phrase as it is said; `gaps` names what the caller fills in, which stands in the text as 〔…〕. */
export interface Phrase {
  readonly id: string;
  readonly text: string;
  readonly gaps: readonly string[];
}

/**
 * What is said in a call, in order: who speaks, what it is about, the end (APPT-15, §20). Spoken to customers, hence Chinese in either
 * language of the screens. `name`: of the person who calls; `technician`: who comes.
 */
export function phrasesOf(
  item: WorkItem,
  card: CustomerCard | undefined,
  name: string,
  technician?: FormerTechnician,
): readonly Phrase[] {
  const { order } = item;
  const standard = standardOf(order);
  const said = (step: string): Phrase[] => {
    const script = scriptFor(step, order.standardId);
    const values = {
      ...valuesOf(item, card, name),
      ...(step === 'newcomer' ? comingOf(order, technician) : {}),
    };
    return script ? [fill(script, order.standardId, values)] : [];
  };
  const about = (): Phrase[] => {
    switch (item.purpose) {
      case 'first_contact':
      case 'retry':
        return [
          opening(item, card, name),
          { id: 'S-PROMISE', text: servicePromise(order.type, standard), gaps: [] },
        ];
      case 'complaint_contact':
        return said('intake');
      case 'change_notice':
      case 'negotiate':
        return said('change');
      case 'late_notice':
        return said('late');
      case 'progress':
      case 'four_hours':
        return order.type === 'fault' ? said(faultPhaseOf(order)) : said('cannot_answer_now');
      case 'day_five':
      case 'delay':
        return said('promised_finish');
      case 'reminder':
        return said('reminder');
      case 'newcomer':
        return said('newcomer');
      case 'answer':
      case 'follow_up':
        return said('cannot_answer_now');
      case 'callback':
      case null:
        return [];
    }
  };
  const words = about();
  return item.purpose === null ? [] : [...said('identity'), ...words, ...said('end_of_call')];
}

/** The first call asks for a time: the standard's own phrase for this kind of work, else ours. */
function opening(item: WorkItem, card: CustomerCard | undefined, name: string): Phrase {
  const { order } = item;
  const id = order.type === 'fault' ? 'S-APPT-FAULT' : 'S-APPT-INSTALL';
  const own = SCRIPTS.find((script) => script.id === id && script.standards?.includes(order.standardId));
  if (own && (order.type === 'fault' || order.type === 'install'))
    return fill(own, order.standardId, valuesOf(item, card, name));
  return { id, text: appointScript(order, name), gaps: [] };
}

function valuesOf(
  { order }: WorkItem,
  card: CustomerCard | undefined,
  name: string,
): Readonly<Record<string, string>> {
  const promise = servableAppointment(order);
  const change = order.changeRequest;
  const at = (instant: Instant | undefined | null) => (instant == null ? '' : clock(instant));
  const old = at(promise?.start);
  return {
    name,
    customer: card?.name ?? '',
    address: card?.address ?? '',
    start: old,
    old,
    eta: at(promise?.lateness?.eta),
    reason: promise?.lateness?.reason ?? change?.reason ?? '',
    alt1: at(change?.start),
    alt2: '您方便的其他时间',
  };
}

/** CHG-06: who comes instead, with the day beside the hour, since the call may be days ahead. */
function comingOf(order: Order, technician: FormerTechnician | undefined): Readonly<Record<string, string>> {
  const start = servableAppointment(order)?.start;
  return {
    technician: technician?.name ?? '',
    staffNo: technician?.number ?? '',
    start: start === undefined ? '' : `${dayWords(start, 'zh-CN')} ${clock(start)}`,
  };
}

function fill(script: Script, standardId: string, values: Readonly<Record<string, string>>): Phrase {
  const rendered = renderScript(script, standardId, values);
  if (rendered.text !== null) return { id: script.id, text: rendered.text, gaps: [] };
  const gaps = rendered.missing;
  const marks = Object.fromEntries(gaps.map((gap) => [gap, `〔${GAP[gap] ?? gap}〕`]));
  const again = renderScript(script, standardId, { ...values, ...marks });
  return {
    id: script.id,
    text: again.text ?? script.text,
    gaps: placeholdersOf(script.text).filter((one) => gaps.includes(one)),
  };
}

/** What is missing, in the language of the phrase. */
const GAP: Readonly<Record<string, string>> = {
  customer: '客户姓名',
  start: '约定时间',
  old: '原约定时间',
  eta: '预计到达时间',
  reason: '原因',
  alt1: '新的时间',
  finish: '完成时间',
  cause: '故障原因',
  org: '公司',
  technician: '上门人员姓名',
  staffNo: '工号',
};
