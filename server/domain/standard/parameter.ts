/** A wall-clock time `HH:mm` in the standard's zone. */
export type ClockTime = `${number}:${number}`;

/** An event of the order from which a limit runs (ARITH-12). */
export type ClockStart =
  | 'intakeAt'
  | 'dispatchedAt'
  | 'acceptedAt'
  | 'deptReceivedAt'
  | 'completedAt'
  | 'repliedAt';

/** First contact with the customer: a limit in minutes or in days, what starts it, what meets it, and how nights count (APPT-16). */
export interface ContactLimit {
  limitMin?: number;
  limitDays?: number;
  start: ClockStart;
  metBy: 'attempt' | 'connected';
  mode?: 'contactHours' | 'elapsed';
}

export interface ComplaintContact {
  limitMin: number;
  start: ClockStart;
  deptLimitMin: number;
  deptStart: ClockStart;
  mode: 'elapsed';
}

/** Limit of an installation: hours, working days, or simply the agreed time. */
export type InstallLimit =
  | { hours: number; start: ClockStart }
  | { workdays: number; start: ClockStart }
  | { at: 'agreed_time' };

export interface CallbackLimit {
  targetH: number;
  maxDays?: number;
  start: ClockStart;
}

/** What plans are compared by, one after the other (SCHD-01…04); the scheduler says what each counts. */
export type PlanRank = 'unserved' | 'promises' | 'deadlines' | 'calls' | 'travel' | 'comfort' | 'stability';

/** Parameters of a service standard, named as in the standard's parameter table (service-standard §21.3). */
export interface Parameters {
  tz: string;
  'visit.window': readonly [ClockTime, ClockTime];
  'visit.vipEvening': boolean | 'optional';
  'contact.hours': readonly [ClockTime, ClockTime];
  'day.window': readonly [ClockTime, ClockTime];
  'dispatch.faultMin': number;
  'dispatch.complaintMin': number;
  'dispatch.installMin': number;
  'dispatch.forwardMin': number;
  'review.complaintMin': number;
  'expert.maxMin': number;
  'firstAsk.handoverMin': number;
  'accept.dayMin': number;
  'accept.nightBy': ClockTime;
  'contact.install': ContactLimit;
  'contact.fault': ContactLimit;
  'contact.complaint': ComplaintContact;
  'install.freeChoiceAfterH': number;
  'change.noticeMin': number;
  /** null = no cap. */
  'change.max': number | null;
  'change.overMaxApprover': 'supervisor' | 'area_lead' | 'branch_manager';
  'reminder.opensAt': ClockTime;
  'late.noticeMin': number;
  'late.maxShiftMin': number;
  'late.declareWithinMin': number;
  'arrive.earlyMin': number;
  'arrive.graceMin': number;
  'arrive.geofenceM': number;
  'travel.bufferMin': number;
  'noAnswer.waitMin': number;
  'noAnswer.minCalls': number;
  'noAnswer.photo': 'advise' | 'require';
  /** Hours after a note at the door before the customer is called again (NOAN-05). */
  'noAnswer.retryAfterH': number;
  /** Hours in which the source of an invalid number is found out (DISP-04). */
  'mismatch.maxH': number;
  /** Days on which a customer who cannot be reached is tried again by itself (APPT-16). */
  'unreachable.maxDays': number;
  'onsite.targetMin': number;
  'onsite.warnMin': number;
  'plan.installMin': number;
  'plan.faultMin': number;
  'plan.leadInMin': number;
  'plan.earlyMin': number;
  /** The ranks of a plan, the one that is looked at first ahead; those that are not named follow in their usual order. */
  'plan.rankOrder': readonly PlanRank[];
  /** Slack that is wanted before the effective deadline of an unpromised visit. */
  'plan.deadlineReserveMin': number;
  /** Travel that leaving a visit with its technician is worth. */
  'plan.keepTechnicianMin': number;
  /** Travel that not entering an estate again is worth. */
  'plan.sameEstateMin': number;
  'observe.min': number;
  'observe.repeatMin': number;
  'tests.threeOnes': boolean;
  'tests.speed': boolean;
  'speed.minRatio': number;
  'move.openBeforeRemove': boolean;
  'confirm.copies': number;
  'confirm.filledBy': 'customer' | 'technician';
  'install.target': InstallLimit;
  'install.max': InstallLimit | null;
  'install.day5': { enabled: boolean; day: number; countStartDay: boolean };
  'fault.maxH': { hours: number; start: ClockStart };
  'fault.avgH': { urban: number; township: number; village: number; city: number };
  'fault.unrestoredNoticeH': number;
  'progress.everyHours': number;
  'reply.maxHours': number;
  'flow.hours': { fault: number; complaint: number; suggestion: number; consult: number; business: number };
  complaint: { targetH: number; maxH: number; escalatedH: number; firstResponseH: number };
  'urge.maxMin': number;
  'urge.prewarnRatio': number;
  'urge.headAfterH': number;
  'urge.branchAfterH': number;
  'callback.install': CallbackLimit;
  'callback.fault': CallbackLimit;
  'callback.complaint': CallbackLimit;
  'callback.churn': 'immediate';
  'callback.windows': readonly (readonly [ClockTime, ClockTime])[];
  'damage.maxHours': number;
  'cutover.noticeHours': number;
  'repeat.faults': { count: number; days: number };
  /** Minutes in which a new expected end reaches every customer of an outage (OUTG-04). */
  'outage.etaPushMin': number;
  'outage.suspect': { orders: number; withinMin: number };
  'offline.maxSkewMin': number;
  satisfaction: { scale: 'text'; ok: 'not_dissatisfied' } | { scale: '1-10'; okMin: number };
  kit: readonly string[];
  'kit.copper': readonly string[];
  'kit.essential': readonly string[];
  'kit.parts': { install: readonly string[]; remove: readonly string[]; fault: readonly string[] };
  accessTypes: readonly string[];
}
export type ParameterName = keyof Parameters;
export type ParameterValue<N extends ParameterName> = Parameters[N];
