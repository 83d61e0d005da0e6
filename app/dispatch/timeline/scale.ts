import type { Instant } from '#domain/base/brand.ts';

/** Drags and typed times land on quarter hours. */
export const SNAP_MS = 15 * 60_000;
const MINUTE_MS = 60_000;
/** Width of the names at the left, CSS pixels; `--head` in the style sheet. */
export const HEAD_PX = 236;
/** Height of the hours' names, which stay above the rows, CSS pixels; `.ruler` in the style sheet. */
export const RULER_PX = 26;

/** How the hours of one day or more lie on the screen: from `from` to `to`, so many pixels a minute. */
export interface Scale {
  /** Local midnight of each day shown. */
  readonly midnights: readonly Instant[];
  readonly from: Instant;
  readonly to: Instant;
  readonly pxPerMin: number;
}

export function widthOf(scale: Scale): number {
  return ((scale.to - scale.from) / MINUTE_MS) * scale.pxPerMin;
}

/** Pixels from the left edge of the hours to an instant; negative before them. */
export function xOf(scale: Scale, at: Instant): number {
  return ((at - scale.from) / MINUTE_MS) * scale.pxPerMin;
}

/** The instant under a pixel, unsnapped. */
export function instantAt(scale: Scale, x: number): Instant {
  return scale.from + (x / scale.pxPerMin) * MINUTE_MS;
}

/** The nearest quarter hour. Quarter hours of local time are quarter hours of UTC in every zone in use. */
export function snapped(at: Instant): Instant {
  return Math.round(at / SNAP_MS) * SNAP_MS;
}

/** The start under the pointer when the bar was grasped `graspPx` from its own left edge. */
export function dropStart(scale: Scale, x: number, graspPx: number): Instant {
  return snapped(instantAt(scale, x - graspPx));
}

/** So much room the label of an hour needs, CSS pixels. */
const LABEL_PX = 42;
const LABEL_STEPS = [1, 2, 3, 6, 12];

/** Hours from one labelled hour to the next. */
export function labelStep({ pxPerMin }: Scale): number {
  return LABEL_STEPS.find((step) => step * 60 * pxPerMin >= LABEL_PX) ?? 24;
}

/** Every labelled hour on the scale, its ends included, counted from midnight. */
export function hoursOf(scale: Scale): readonly Instant[] {
  const step = labelStep(scale) * 60 * MINUTE_MS;
  const midnight = scale.midnights[0]!;
  const hours: Instant[] = [];
  for (let at = midnight + Math.ceil((scale.from - midnight) / step) * step; at <= scale.to; at += step)
    hours.push(at);
  return hours;
}

export function isInSight(scale: Scale, at: Instant): boolean {
  return at >= scale.from && at <= scale.to;
}
