/** A wall-clock time `HH:mm` in the standard's zone. */
export type ClockTime = `${number}:${number}`;

/** Parameters of a service standard, named as in the standard's parameter table (service-standard §21.3). */
export interface Parameters {
  tz: string;
  'visit.window': readonly [ClockTime, ClockTime];
  'change.noticeMin': number;
  'change.max': number | null;
}
export type ParameterName = keyof Parameters;
export type ParameterValue<N extends ParameterName> = Parameters[N];
