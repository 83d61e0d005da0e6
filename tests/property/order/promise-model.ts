/**
 * The promise told a second time, in the plainest words of service-standard §5 and §22.2, with its own arithmetic: no code is shared
 * with the product. A promise, its versions, the counter, one open request; nothing else of an order.
 */
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shanghai has no summer time in the years of these stories. */
const SHANGHAI = 8 * HOUR;

export interface ModelApproval {
  by: string;
  reason: string;
}

export interface Told {
  do:
    | 'confirm'
    | 'change'
    | 'reached'
    | 'cancel'
    | 'late'
    | 'depart'
    | 'arrive'
    | 'enter'
    | 'turned_away'
    | 'gate'
    | 'cleared';
  role: string;
  approval: ModelApproval | null;
  start: number;
  end: number;
  cause: string | undefined;
  reason: string;
  agreed: boolean;
  reached: boolean;
  early: boolean;
  notifiedAt: number;
  version: number | undefined;
  /** Who turns the crew away, and how often the customer was called from the door. */
  by: string;
  calls: number;
}

export interface ModelPromise {
  start: number;
  end: number;
  confirmedAt: number;
  outcome: string | null;
}

interface OpenRequest {
  start: number;
  end: number;
  cause: string;
  early: boolean;
  reason: string;
  lapsesAt: number;
  requestedBy: string;
  approval: ModelApproval | null;
}

type Phase =
  | 'accepted'
  | 'appointed'
  | 'taken_back'
  | 'under_way'
  | 'arrived'
  | 'in_home'
  | 'at_rest'
  | 'blocked';
interface Ask {
  rule: string;
  of: 'area_lead' | 'supervisor';
}

const localClock = (at: number) => (at + SHANGHAI) % DAY;
const localDay = (at: number) => Math.floor((at + SHANGHAI) / DAY);
const mayGive: Record<Ask['of'], readonly string[]> = {
  area_lead: ['area_lead', 'supervisor'],
  supervisor: ['supervisor'],
};

export class PromiseModel {
  phase: Phase = 'accepted';
  promises: ModelPromise[] = [];
  count = 0;
  private open: OpenRequest | null = null;
  private takenBackFor: string | null = null;
  private refusedAtGate = false;
  private arrivedAt = 0;
  private now: number;
  constructor(now: number) {
    this.now = now;
  }

  /** The promise that still binds: the last one, kept open, or missed by us and not replaced. */
  get standing(): ModelPromise | null {
    const last = this.promises.at(-1);
    if (!last || (last.outcome !== null && last.outcome !== 'missed_company')) return null;
    return ['accepted', 'taken_back', 'at_rest', 'blocked'].includes(this.phase) ? null : last;
  }

  get hasOpenRequest(): boolean {
    return this.open !== null;
  }

  /** What time alone does. */
  pass(to: number): void {
    this.now = to;
    if (this.open && to > this.open.lapsesAt) this.open = null;
    const promise = this.standing;
    const nobodyCame = this.phase === 'appointed' || this.phase === 'under_way';
    if (promise?.outcome === null && nobodyCame && to > promise.end + HOUR)
      promise.outcome = 'missed_company';
  }

  /** The outcome and the ids; the state moves when it is accepted. */
  tell(told: Told): { verdict: string; rules: ReadonlySet<string> } {
    switch (told.do) {
      case 'confirm':
        return this.confirm(told);
      case 'change':
        return this.change(told);
      case 'reached':
        return this.reachedNow(told);
      case 'cancel':
        return this.takeBack(told);
      case 'late':
        return this.late(told);
      case 'depart':
        return this.step(this.phase === 'appointed', () => {
          this.phase = 'under_way';
        });
      case 'arrive':
        return this.step(this.phase === 'under_way', () => {
          this.phase = 'arrived';
          this.arrivedAt = this.now;
        });
      case 'enter':
        return this.enter();
      case 'turned_away':
        return this.turnedAway(told);
      case 'gate':
        return this.gate();
      case 'cleared':
        return this.step(this.phase === 'blocked', () => {
          this.phase = 'taken_back';
        });
    }
  }

  private step(possible: boolean, then: () => void) {
    return possible ? this.judge([], [], [], then) : stateRefused();
  }

  private enter() {
    const promise = this.standing;
    if (this.phase !== 'arrived' || !promise) return stateRefused();
    return this.judge(this.arrival(Math.max(this.now, promise.start)), [], [], () => {
      this.phase = 'in_home';
      promise.outcome = this.arrivedAt <= promise.end ? 'kept' : 'kept_late';
    });
  }

  /** Early the promise stands; in time it is the customer's, who rests; late it is ours, and a new time is no change. */
  private turnedAway({ reason, by, calls }: Told) {
    const promise = this.standing;
    if (this.phase !== 'arrived' || !promise) return stateRefused();
    const inTime = promise.outcome === null && this.arrivedAt <= promise.end;
    const early = inTime && this.now < promise.start;
    const blocked = reason === '' ? ['TRAV-07'] : [];
    if (inTime && !early && by === 'household' && calls < 2) blocked.push('NOAN-01');
    return this.judge(blocked, [], [], () => {
      this.phase = early ? 'appointed' : inTime ? 'at_rest' : 'taken_back';
      if (!early) promise.outcome = inTime ? 'missed_customer' : 'missed_company';
    });
  }

  /** The property refuses: at the gate the next time is a third party's change, kept or missed by coming in time; inside nothing changes. */
  private gate() {
    if (this.phase === 'in_home')
      return this.step(true, () => {
        this.phase = 'blocked';
      });
    const promise = this.standing;
    if (this.phase !== 'arrived' || !promise) return stateRefused();
    return this.judge([], [], [], () => {
      promise.outcome = promise.outcome === null && this.arrivedAt <= promise.end ? 'kept' : 'missed_company';
      this.phase = 'blocked';
      this.takenBackFor = 'third_party';
      this.refusedAtGate = true;
    });
  }

  private confirm({ start, end, role, approval }: Told) {
    if (!['accepted', 'taken_back', 'at_rest'].includes(this.phase)) return stateRefused();
    const asks: Ask[] = this.refusedAtGate && this.count >= 2 ? [{ rule: 'CHG-03', of: 'supervisor' }] : [];
    return this.judge(this.slot(start, end), asks, [{ by: role, approval }], () => {
      this.refusedAtGate = false;
      this.count += this.takenBackFor !== null && this.takenBackFor !== 'customer' ? 1 : 0;
      this.takenBackFor = null;
      this.promises.push({ start, end, confirmedAt: this.now, outcome: null });
      this.phase = 'appointed';
    });
  }

  private change(told: Told) {
    const promise = this.standing;
    if (!promise || this.phase === 'in_home') return stateRefused();
    if (this.phase !== 'appointed' && told.cause !== 'customer') return stateRefused();
    // whoever saw an old card is told so, and nothing else
    if (told.version !== undefined && told.version !== this.promises.length)
      return this.judge(['CHG-11'], [], [], NOTHING_MOVES);
    const blocked: string[] = [];
    if (this.open) blocked.push('CHG-11');
    if (told.start === promise.start && told.end === promise.end) blocked.push('CHG-06');
    if (told.cause === undefined) blocked.push('CHG-04');
    if (told.cause !== 'customer' && told.reason === '') blocked.push('CHG-02');
    if (told.reached && (told.notifiedAt > this.now || told.notifiedAt < promise.confirmedAt))
      blocked.push('CHG-01');
    if (told.agreed) blocked.push(...this.slot(told.start, told.end));
    const given = [{ by: told.role, approval: told.approval }];
    return this.judge(blocked, told.agreed ? this.asksOf(told, promise) : [], given, () => {
      if (!told.agreed) return;
      if (told.reached) this.takesEffect(told, promise);
      else
        this.open = {
          ...told,
          cause: told.cause ?? '',
          requestedBy: told.role,
          lapsesAt: Math.min(promise.start, told.start) - 2 * HOUR,
        };
    });
  }

  private reachedNow(told: Told) {
    const request = this.open;
    const promise = this.standing;
    if (!request || !promise || this.phase !== 'appointed') return stateRefused();
    const agreed = told.agreed;
    const wish = { ...request, agreed: true, reached: true, notifiedAt: this.now };
    const given = [
      { by: request.requestedBy, approval: request.approval?.reason ? request.approval : null },
      { by: told.role, approval: told.approval },
    ];
    return this.judge(
      agreed ? this.slot(request.start, request.end) : [],
      agreed ? this.asksOf(wish, promise) : [],
      given,
      () => {
        this.open = null;
        if (agreed) this.takesEffect(request, promise);
      },
    );
  }

  private takeBack({ cause, reason, role, approval }: Told) {
    const promise = this.standing;
    if (!promise || this.phase !== 'appointed') return stateRefused();
    const blocked: string[] = [];
    if (cause === undefined) blocked.push('CHG-04');
    if (reason === '') blocked.push('CHG-02');
    const asks: Ask[] = [];
    if (cause !== 'customer' && promise.start - this.now < 2 * HOUR)
      asks.push({ rule: 'CHG-01', of: 'area_lead' });
    if (cause !== 'customer' && this.count >= 2) asks.push({ rule: 'CHG-03', of: 'supervisor' });
    return this.judge(blocked, asks, [{ by: role, approval }], () => {
      promise.outcome ??= 'cancelled';
      this.takenBackFor = cause ?? null;
      this.refusedAtGate = false;
      this.open = null;
      this.phase = 'taken_back';
    });
  }

  private late({ start: eta, reason }: Told) {
    const promise = this.standing;
    if (!promise || this.phase === 'arrived' || this.phase === 'in_home') return stateRefused();
    const isLateness =
      eta >= this.now &&
      eta > promise.start &&
      promise.start - this.now <= 2 * HOUR &&
      eta <= promise.end + HOUR &&
      localDay(eta) === localDay(promise.start);
    const refused = isLateness ? this.arrival(eta) : ['CHG-05'];
    return this.judge([...refused, ...(reason === '' ? ['TRAV-03'] : [])], [], [], NOTHING_MOVES);
  }

  /** Ours: not the customer's, and no offer to come earlier. Two hours' notice, and two changes in all. */
  private asksOf(
    {
      start,
      cause,
      early,
      reached,
      notifiedAt,
    }: Pick<Told, 'start' | 'cause' | 'early' | 'reached' | 'notifiedAt'>,
    promise: ModelPromise,
  ): Ask[] {
    if (!isOurs({ start, cause, early }, promise)) return [];
    const asks: Ask[] = [];
    if (reached && Math.min(start, promise.start) - notifiedAt < 2 * HOUR)
      asks.push({ rule: 'CHG-01', of: 'area_lead' });
    if (this.count >= 2) asks.push({ rule: 'CHG-03', of: 'supervisor' });
    return asks;
  }

  private takesEffect(
    { start, end, cause, early }: Pick<Told, 'start' | 'end' | 'cause' | 'early'>,
    promise: ModelPromise,
  ): void {
    this.count += isOurs({ start, cause, early }, promise) ? 1 : 0;
    promise.outcome ??= 'superseded';
    this.promises.push({ start, end, confirmedAt: this.now, outcome: null });
    this.phase = 'appointed';
  }

  /** A home is entered from 08:00 to before 20:00. */
  private arrival(at: number): readonly string[] {
    const clock = localClock(at);
    return clock < 8 * HOUR || clock >= 20 * HOUR ? ['APPT-10'] : [];
  }

  /** A time still to come, from 08:00 to before 20:00, over by 20:00 of the same day. */
  private slot(start: number, end: number): readonly string[] {
    if (end < start || start < this.now) return ['APPT-09'];
    const closes = start - localClock(start) + 20 * HOUR;
    return localClock(start) >= 8 * HOUR && start < closes && end <= closes ? [] : ['APPT-10'];
  }

  /** What blocks refuses; what asks waits for another person of the right role who says why; else it happens. */
  private judge(
    blocked: readonly string[],
    asks: readonly Ask[],
    given: readonly { by: string; approval: ModelApproval | null }[],
    then: () => void,
  ) {
    let refused = blocked.length > 0;
    const rules = new Set(blocked);
    const waiting = asks.filter(({ of, rule }) => {
      for (const { by, approval } of given) {
        if (!approval || approval.by === by || !mayGive[of].includes(approval.by)) continue;
        if (approval.reason !== '') return false;
        refused = true;
        rules.add(rule);
        return false;
      }
      return true;
    });
    for (const { rule } of waiting) rules.add(rule);
    if (waiting.length > 0 && given.some(({ by, approval }) => approval?.by === by)) rules.add('SEP-01');
    if (!refused && waiting.length === 0) then();
    return { verdict: refused ? 'refused' : waiting.length > 0 ? 'needs_approval' : 'accepted', rules };
  }
}

function isOurs(
  { start, cause, early }: Pick<Told, 'start' | 'cause' | 'early'>,
  promise: ModelPromise,
): boolean {
  return cause !== 'customer' && !(early && start < promise.start);
}

/** Lateness is noted; the promise stands as it is (CHG-05). */
const NOTHING_MOVES = () => undefined;

function stateRefused() {
  return { verdict: 'refused', rules: new Set(['STATE']) };
}
