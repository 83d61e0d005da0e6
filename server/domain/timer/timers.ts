import type { Instant } from '../base/brand.ts';
import type { Order } from '../order/order.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import type { Arm } from './arming.ts';
import { armDelayReport, armFollowUps, armNumberDoubt } from './attribution-timers.ts';
import {
  armCallback,
  armDamage,
  armDayFive,
  armFinish,
  armFourHours,
  armProgress,
  armUrge,
} from './care-timers.ts';
import { armFault, armInstall, armReply } from './completion-timers.ts';
import { armComplaintContact, armFirstContact } from './contact-timers.ts';
import { armAccept, armDispatch, armExpert, armForward, armReview } from './dispatch-timers.ts';
import { armArrive, armLateNotice, armNoticeClose } from './promise-timers.ts';
import { armAnswer, armFirstAsk } from './question-timers.ts';
import type { Timer as JudgedTimer } from './timer.ts';
import { judgeTimer } from './timer.ts';
import { armCoordination, armNoAnswer, armObserve, armOnSite } from './visit-timers.ts';

export type Timer = JudgedTimer;

/** The timer registry (service-standard §23): what arms each timer is one function of what happened to the order. */
export const REGISTRY: readonly Arm[] = [
  armReview,
  armDispatch,
  armForward,
  armExpert,
  armAccept,
  armFirstContact,
  armComplaintContact,
  armInstall,
  armDayFive,
  armFault,
  armFourHours,
  armProgress,
  armReply,
  armUrge,
  armNoticeClose,
  armLateNotice,
  armArrive,
  armNoAnswer,
  armOnSite,
  armObserve,
  armCoordination,
  armCallback,
  armDamage,
  armFirstAsk,
  armAnswer,
  armFinish,
  armDelayReport,
  armFollowUps,
  armNumberDoubt,
];

/**
 * Every timer that an order has armed so far, as it stands at `now`. Derived from the order alone, so a restart loses nothing and
 * a late look still tells the true due instant (I13).
 */
export function timersOf(order: Order, standard: ResolvedStandard, now: Instant): readonly Timer[] {
  return REGISTRY.flatMap((arm) => arm({ order, standard, now })).map((armed) => judgeTimer(armed, now));
}
