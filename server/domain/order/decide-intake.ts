import type { Instant } from '../base/brand.ts';
import { blocks, isGiven, warns } from '../base/finding.ts';
import type { Finding } from '../base/verdict.ts';
import type { Issue } from '../complaint/issue.ts';
import { issueAfter } from '../complaint/issue.ts';
import type { ResolvedStandard } from '../standard/resolve.ts';
import { dueAfter } from '../time/deadline.ts';
import { PUBLISHED_DAYS } from '../time/published-days.ts';
import { unpublishedYears, type WorkYears } from '../time/working-day.ts';
import { yearsToKeep } from '../time/year-days.ts';
import { localDate } from '../time/zone.ts';
import { reckoningOf } from '../timer/arming.ts';
import type { DecisionContext } from './decision.ts';
import { LATER_FIELDS } from './later-fields.ts';
import type { Order } from './order.ts';
import type { OrderCommands } from './order-command.ts';
import type { OrderStatus } from './order-status.ts';
import type { OrderType } from './order-type.ts';
import type { Proposal } from './proposal.ts';

/** Without these an install or move stays a draft (INTK-01). Nothing beyond what the work needs is asked for (INTK-10). */
export const INSTALL_FIELDS = ['account', 'customerName', 'address', 'contactPhone', 'accessType'] as const;

/** Planned minutes in the home by type (SITE-02). */
function plannedMinutes(type: OrderType, standard: ResolvedStandard): number {
  return standard.get(type === 'install' || type === 'move' ? 'plan.installMin' : 'plan.faultMin');
}

/** What still keeps an order from being dispatched: intake fields (INTK-01, INTK-06), review (INTK-08), retention (INTK-09). */
export function judgeReadiness(order: Order): readonly Finding[] {
  const findings: Finding[] = [];
  const { type, missing } = order;
  if (type === 'install' || type === 'move') {
    const open = INSTALL_FIELDS.filter((field) => missing.includes(field));
    if (open.length > 0) findings.push(blocks('INTK-01', { missing: open }, 'complete_fields'));
  }
  if (type === 'remove' && order.parentOrderId !== null && missing.includes('address'))
    findings.push(blocks('INTK-01', { missing: ['address'] }, 'complete_fields'));
  if (type === 'fault' && missing.includes('symptom'))
    findings.push(blocks('INTK-06', { missing: ['symptom'] }, 'complete_fields'));
  if (order.status === 'in_review')
    findings.push(blocks('INTK-08', { status: order.status }, 'review_first'));
  if (type === 'remove' && order.parentOrderId === null) {
    const churnReason = order.retention?.churnReason ?? null;
    const level = order.retention?.level ?? null;
    if (!isGiven(churnReason) || level === null || missing.includes('churnReason'))
      findings.push(blocks('INTK-09', { churnReason, level }, 'record_retention'));
  }
  return findings;
}

/** order.intake (§1): the clocks start at the intake, the standard's version is pinned (ARITH-11). */
export function decideIntake(payload: OrderCommands['order.intake'], context: DecisionContext): Proposal {
  const { standard, now, area } = context;
  const intakeAt = payload.intakeAt ?? now;
  if (intakeAt > now)
    return { findings: [blocks('ARITH-06', { intakeAt, now }, 'time_in_future')], events: [] };
  const draft: Order = {
    ...LATER_FIELDS,
    workYears: workYearsOf(payload, intakeAt, context),
    firstAsk: {
      ownerId: context.actor.id,
      ownerRole: context.actor.role,
      since: now,
      offeredTo: null,
      watchers: [],
    },
    issue: issueOf(payload),
    id: payload.orderId,
    number: payload.number,
    areaId: payload.areaId,
    type: payload.type,
    status: 'draft',
    standardId: standard.id,
    standardVersion: standard.version,
    // REGN-01: the class is the area's
    region: payload.region ?? area?.region ?? 'urban',
    customerClass: payload.customerClass ?? 'public',
    emergencyLine: payload.emergencyLine ?? false,
    escalated: payload.escalated ?? false,
    accessType: payload.accessType ?? 'FTTH',
    subscribedMbps: payload.subscribedMbps ?? null,
    durationMin: payload.durationMin ?? plannedMinutes(payload.type, standard),
    estate: payload.estate ?? null,
    place: payload.place ?? null,
    missing: payload.missing ?? [],
    hasPhone: payload.hasPhone ?? !(payload.missing ?? []).includes('contactPhone'),
    preferredStarts: payload.preferredStarts ?? [],
    parentOrderId: payload.parentOrderId ?? null,
    childIds: payload.childIds ?? [],
    intakeAt,
    reviewedAt: null,
    firstDispatchedAt: null,
    dispatchedAt: null,
    acceptedAt: null,
    verifiedAt: null,
    activatedAt: null,
    restoredAt: null,
    temporaryRestored: false,
    completedAt: null,
    repliedAt: null,
    closedAt: null,
    technicianId: null,
    planned: null,
    appointments: [],
    changeRequest: null,
    cancelledPromise: null,
    companyChangeCount: 0,
    contacts: [],
    pauses: [],
    visits: [],
    cause: null,
    lastCause: null,
    assignments: [],
    mismatches: [],
    hold: null,
    blocks: [],
    remoteStartedAt: null,
    remoteEndedAt: null,
    remoteOutcome: null,
    detailsRecorded: payload.detailsRecorded ?? false,
    sameIssueAs: payload.sameIssueAs ?? null,
    repeatFault: isRepeatedFault(payload, intakeAt, standard),
    retention:
      payload.type === 'remove'
        ? { churnReason: payload.churnReason ?? null, level: payload.retentionLevel ?? null }
        : null,
    outageId: payload.outageId ?? null,
    outageLinkedAt: payload.outageId === undefined ? null : intakeAt,
    mergedInto: null,
    endedAt: null,
    progressAt: [],
    deptReportedAt: null,
    urges: [],
    callbacks: [],
    voidedReplies: [],
    damage: null,
    exclusion: null,
    followUps: [],
    version: 0,
  };
  const waiting = judgeReadiness(draft);
  const order: Order = { ...draft, status: statusAtIntake(draft, waiting.length > 0) };
  return {
    findings: [
      ...waiting.map(({ rule, facts }) => warns(rule, facts)),
      ...judgeReachable(order),
      ...judgeCalendar(order, standard),
      ...(order.repeatFault ? [warns('ATTR-07', { sameIssueAs: order.sameIssueAs }, 'escalate')] : []),
    ],
    events: [{ type: 'order.taken_in', data: { order } }],
  };
}

/** INTK-05: without a contact nobody can ask the customer's wish; an install waits for it (INTK-01), the others say so. */
function judgeReachable({ hasPhone, parentOrderId, type }: Order): readonly Finding[] {
  if (hasPhone || type === 'install' || type === 'move' || parentOrderId !== null) return [];
  return [warns('INTK-05', { missing: ['contactPhone'] }, 'ask_contact')];
}

/** CMPL-07: an order about the same issue as an earlier one carries the issue on, and its count. */
function issueOf({ sameIssueAs, sameIssue }: OrderCommands['order.intake']): Issue | null {
  return sameIssueAs === undefined ? null : issueAfter({ id: sameIssueAs, issue: sameIssue ?? null });
}

/** ATTR-07: a fault of the same issue as one at most so many days before is a repeated one. */
function isRepeatedFault(
  { type, sameIssueAs, sameIssueIntakeAt }: OrderCommands['order.intake'],
  intakeAt: Instant,
  standard: ResolvedStandard,
): boolean {
  if (type !== 'fault' || sameIssueAs === undefined) return false;
  if (sameIssueIntakeAt === undefined) return true;
  const { days } = standard.get('repeat.faults');
  return (
    intakeAt <= dueAfter(sameIssueIntakeAt, { days }, { tz: standard.get('tz'), calendar: standard.calendar })
  );
}

/** ARITH-04: what an order with working-day limits has to keep of the house's calendar. */
function workYearsOf(
  { type }: OrderCommands['order.intake'],
  intakeAt: Instant,
  { standard, workYears }: DecisionContext,
): WorkYears {
  if (workdayLimits(type, standard).length === 0) return {};
  const year = Number(localDate(intakeAt, standard.get('tz')).slice(0, 4));
  return yearsToKeep(year, workYears ?? PUBLISHED_DAYS);
}

function workdayLimits(type: OrderType, standard: ResolvedStandard): readonly number[] {
  if (type !== 'install' && type !== 'move') return [];
  return [standard.get('install.target'), standard.get('install.max')].flatMap((limit) =>
    limit && 'workdays' in limit ? [limit.workdays] : [],
  );
}

/** ARITH-04: a working-day limit that reaches a year without published holidays is provisional, and says so. */
function judgeCalendar(order: Order, standard: ResolvedStandard): readonly Finding[] {
  const reckoning = reckoningOf(order, standard);
  const { tz, calendar } = reckoning;
  const years = workdayLimits(order.type, standard).flatMap((workdays) => {
    const due = dueAfter(order.intakeAt, { workdays }, reckoning);
    return unpublishedYears(localDate(order.intakeAt, tz), localDate(due - 1, tz), calendar);
  });
  return years.length === 0
    ? []
    : [warns('ARITH-04', { years: [...new Set(years)].map(String) }, 'load_calendar')];
}

function statusAtIntake(order: Order, waiting: boolean): OrderStatus {
  if (waiting) return 'draft';
  return order.type === 'complaint' ? 'in_review' : 'pending_dispatch';
}
