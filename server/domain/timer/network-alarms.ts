import type { Instant } from '../base/brand.ts';
import type { Cutover } from '../cutover/cutover.ts';
import { armCutover } from '../cutover/judge-cutover.ts';
import { armOutage } from '../outage/arm-outage.ts';
import type { Outage } from '../outage/outage.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { type Alarm, alarmsFrom } from './alarm.ts';
import { judgeTimer, type Timer } from './timer.ts';

/** Something on the network that has timers of its own. */
export type NetworkSubject = { kind: 'outage'; state: Outage } | { kind: 'cutover'; state: Cutover };

/** The timers of an outage (T_OUTAGE_ETA, one run for each expected end) or of a cutover (T_CUTOVER). */
export function networkTimers(
  { kind, state }: NetworkSubject,
  standard: ResolvedStandard,
  now: Instant,
): readonly Timer[] {
  const armed = kind === 'outage' ? armOutage(state, standard) : [armCutover(state, standard)];
  return armed.map((one) => judgeTimer(one, now));
}

/** Their alarms (OUTG-04, CUTV-01): who is told of what unless the act comes first, by instant. */
export function networkAlarms(
  subject: NetworkSubject,
  standard: ResolvedStandard,
  now: Instant,
): readonly Alarm[] {
  return alarmsFrom(networkTimers(subject, standard, now), null, now);
}
