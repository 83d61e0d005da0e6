import type { Instant } from '#domain/base/brand.ts';
import { localTimeOfDay, MINUTE } from '#domain/time/zone.ts';
import type { Language } from './i18n/language.ts';
import type { Messages } from './i18n/zh-cn.ts';

/** The zone of the service standard. Clock times on screen are always in it; the browser's own zone never matters. */
export const ZONE = 'Asia/Shanghai';

const CLOCK_SECONDS = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const ISO_DAY = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const DAY_WORDS = {
  'zh-CN': new Intl.DateTimeFormat('zh-CN', {
    timeZone: ZONE,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', day: 'numeric', month: 'short' }),
};

/** `14:05`. */
export function clock(at: Instant): string {
  // Hundreds of them stand on one surface: counted, not asked of the browser's formatter.
  const minutes = Math.floor(localTimeOfDay(at, ZONE) / MINUTE);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}

/** `14:05:09`. */
export function clockWithSeconds(at: Instant): string {
  return CLOCK_SECONDS.format(at);
}

/** The local date as `2026-11-22`. */
export function isoDay(at: Instant): string {
  return ISO_DAY.format(at);
}

/** `11月22日周日` or `Sun 22 Nov`. */
export function dayWords(at: Instant, language: Language): string {
  return DAY_WORDS[language].format(at);
}

/** The clock alone for today, with 明天/tomorrow or the date before it for other days. */
export function dayAndClock(at: Instant, now: Instant, m: Messages, language: Language): string {
  const away = daysBetween(now, at);
  if (away === 0) return clock(at);
  const day = away === 1 ? m.common.tomorrow : away === -1 ? m.common.yesterday : dayWords(at, language);
  return `${day} ${clock(at)}`;
}

/** A promise: `14:00` for a point, `14:00–16:00` for a window. */
export function promiseWords(start: Instant, end: Instant): string {
  return end > start ? `${clock(start)}–${clock(end)}` : clock(start);
}

/** Minutes as words: `45 分钟`, `2 小时 5 分`. */
export function minutesWords(minutes: number, m: Messages): string {
  const whole = Math.round(Math.abs(minutes));
  return whole < 60 ? m.common.minutes(whole) : m.common.hoursMinutes(Math.floor(whole / 60), whole % 60);
}

/** How long ago, from milliseconds: `刚刚`, `40 秒前`, `12 分钟前`. */
export function agoWords(ageMs: number, m: Messages): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1000));
  if (seconds < 10) return m.common.ago.now;
  if (seconds < 60) return m.common.ago.seconds(seconds);
  if (seconds < 3600) return m.common.ago.minutes(Math.floor(seconds / 60));
  if (seconds < 86_400) return m.common.ago.hours(Math.floor(seconds / 3600));
  return m.common.ago.days(Math.floor(seconds / 86_400));
}

/** A countdown `1:25:09` or `9:59` from milliseconds; `0:00` when over. */
export function countdown(leftMs: number): string {
  const total = Math.max(0, Math.ceil(leftMs / 1000));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

function daysBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / 86_400_000);
}
