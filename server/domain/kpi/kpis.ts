import { actionsDone } from './actions.ts';
import type { Figure, Kpi, KpiInput } from './figure.ts';
import { figureOf } from './figure.ts';
import {
  earlyArrivals,
  firstVisitCompletion,
  latenessAnnounced,
  noticeGiven,
  overChanged,
} from './promises.ts';
import {
  faultSatisfaction,
  installSatisfaction,
  orderSatisfaction,
  reachedSatisfaction,
  replyAuthenticity,
} from './satisfaction.ts';
import {
  acceptedInTime,
  activatedInTime,
  appointedInTime,
  averageRestoration,
  calledBackInLimit,
  calledBackInTarget,
  cutoversAnnounced,
  dispatchedInTime,
  firstAnswers,
  forwardedInTime,
  liveInTwoHours,
  ordersInTime,
  progressInTime,
  restoredInTime,
  urgedInTime,
} from './timeliness.ts';

/** The indicators of the standard (service-standard §17). */
export const KPIS = {
  'KPI-01': installSatisfaction,
  'KPI-02': actionsDone,
  'KPI-03': replyAuthenticity,
  'KPI-04': faultSatisfaction,
  'KPI-05': forwardedInTime,
  'KPI-06': ordersInTime,
  'KPI-07': orderSatisfaction,
  'KPI-07b': reachedSatisfaction,
  'KPI-08': appointedInTime,
  'KPI-09': activatedInTime,
  'KPI-10': averageRestoration,
  'KPI-11': restoredInTime,
  'KPI-12': firstAnswers,
  'KPI-13': cutoversAnnounced,
  'KPI-14': dispatchedInTime,
  'KPI-15': acceptedInTime,
  'KPI-16': firstVisitCompletion,
  'KPI-17a': noticeGiven,
  'KPI-17b': latenessAnnounced,
  'KPI-18': overChanged,
  'KPI-19': earlyArrivals,
  'KPI-20': progressInTime,
  'KPI-21': urgedInTime,
  'KPI-22': liveInTwoHours,
  'KPI-23a': calledBackInTarget,
  'KPI-23b': calledBackInLimit,
} as const satisfies Record<string, Kpi>;
export type KpiId = keyof typeof KPIS;
export const KPI_IDS = Object.keys(KPIS) as readonly KpiId[];

/** Every indicator over the orders given. */
export function figuresOf(input: KpiInput): Readonly<Record<KpiId, Figure>> {
  return Object.fromEntries(KPI_IDS.map((id) => [id, figureOf(KPIS[id](input))])) as Record<KpiId, Figure>;
}
