import { mayServeOutside } from '../appointment/judge-hours.ts';
import type { Instant } from '../base/brand.ts';
import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { startsInside } from '../time/window.ts';
import { MINUTE } from '../time/zone.ts';
import { promiseServed } from './no-answer-clock.ts';
import { observeMinutes } from './observe-minutes.ts';
import type { Visit } from './visit.ts';

/**
 * WIN-01: no home is entered outside the visit window but for the exceptions of WIN-02 (§0.4 11: refused as APPT-10). A customer who lets
 * a crew in before the promised time keeps them waiting less and nothing else (E-50): the visit counts as starting at the promise.
 */
export function judgeEntryHours(
  order: Order,
  visit: Visit,
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  const window = standard.get('visit.window');
  const starts = Math.max(now, promiseServed(order, visit)?.start ?? now);
  if (startsInside(starts, window, standard.get('tz'))) return [];
  const facts = { nowAt: now, window: [...window] };
  return mayServeOutside(order, standard)
    ? [warns('WIN-02', facts)]
    : [blocks('APPT-10', facts, 'choose_inside_window')];
}

/** SITE-08 and SITE-09 for install and move: the three ones done, the speed at least 90 % of what was bought; a failure needs a reason. */
export function judgeTests(
  order: Order,
  visit: Visit,
  reason: string | undefined,
  standard: ResolvedStandard,
): readonly Finding[] {
  if (order.type !== 'install' && order.type !== 'move') return [];
  const findings: Finding[] = [];
  const { tests } = visit;
  const excused = isGiven(reason) || isGiven(tests?.reason);
  if (standard.get('tests.threeOnes') && !tests?.threeOnes)
    findings.push(
      tests && excused
        ? warns('SITE-08', { threeOnes: false })
        : blocks('SITE-08', { tested: tests !== null }, 'run_tests'),
    );
  if (!tests || !standard.get('tests.speed') || order.subscribedMbps === null) return findings;
  const needed = order.subscribedMbps * standard.get('speed.minRatio');
  const passed = tests.downMbps !== null && Math.round(tests.downMbps * 1000) >= Math.round(needed * 1000);
  if (passed) return findings;
  const facts = { downMbps: tests.downMbps, subscribedMbps: order.subscribedMbps, neededMbps: needed };
  findings.push(excused ? warns('SITE-09', facts, 'follow_up') : blocks('SITE-09', facts, 'give_reason'));
  return findings;
}

/** DONE-03: nobody leaves without the customer's signature or a documented refusal. */
export function judgeSigned(visit: Visit): readonly Finding[] {
  return visit.signedAt === null ? [blocks('DONE-03', { signed: false }, 'ask_signature')] : [];
}

/** SITE-10 for faults: five minutes of watching, ten for a repeated one, counted from the last failure. */
export function judgeObserved(
  order: Order,
  visit: Visit,
  standard: ResolvedStandard,
  now: Instant,
): readonly Finding[] {
  if (order.type !== 'fault') return [];
  const minutes = observeMinutes(order, standard);
  const since = visit.observeStartedAt;
  if (since !== null && now >= since + minutes * MINUTE) return [];
  return [
    blocks(
      'SITE-10',
      { observeMin: minutes, mayLeaveAt: since === null ? null : since + minutes * MINUTE },
      'keep_watching',
    ),
  ];
}
