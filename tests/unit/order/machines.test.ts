import { describe, expect, it } from 'vitest';
import { CALLBACK_STATUSES, CALLBACK_STEPS, callbackStatus } from '#domain/callback/callback-states.ts';
import { CLAIM_STATUSES, CLAIM_STEPS, claimStatus } from '#domain/damage/claim-states.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { armOutage } from '#domain/outage/arm-outage.ts';
import { decideOutage } from '#domain/outage/decide-outage.ts';
import { evolveOutage } from '#domain/outage/evolve-outage.ts';
import {
  OUTAGE_STATUSES,
  OUTAGE_STEPS,
  type Outage,
  type OutageCommand,
  type OutageCommandType,
} from '#domain/outage/outage.ts';
import { judgeTimer } from '#domain/timer/timer.ts';
import { isUrgeDrafted, urgeStatus } from '#domain/urge/urge-states.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const NINE = beijing('2026-03-09 09:00');

describe('the damage claim', () => {
  const damage = { reportedAt: NINE, agreedAt: null, compensatedAt: null };
  const inState = {
    none: null,
    reported: damage,
    apologised: { ...damage, apologisedAt: NINE },
    assessed: { ...damage, assessedAt: NINE, item: 'vase', amount: 80 },
    agreed: { ...damage, agreedAt: NINE },
    compensated: { ...damage, agreedAt: NINE, compensatedAt: NINE },
  };

  it('[DMG-01] takes exactly the steps of its table; every other is refused with the state and what it needs', () => {
    for (const status of ['none', ...CLAIM_STATUSES] as const)
      for (const [type, { from, to }] of Object.entries(CLAIM_STEPS)) {
        const story = Story.accepted();
        story.order = { ...story.now, damage: inState[status] };
        expect(claimStatus(story.now)).toBe(status);
        const payload = type === 'damage.assess' ? { item: 'vase', amount: 80 } : {};
        const decision = story.do('2026-03-09 10:00', type as keyof typeof CLAIM_STEPS, payload as never);
        const allowed = from.includes(status);
        expect(said(decision), `${type} from ${status}`).toBe(allowed ? 'accepted' : 'refused STATE');
        if (allowed) expect(claimStatus(story.now)).toBe(to);
        else
          expect(decision.verdict.findings[0]?.facts).toEqual({
            step: type,
            claim: status,
            needs: from.join(' or '),
          });
      }
  });

  it('[DMG-01] is not assessed without the thing and its worth', () => {
    const story = Story.accepted();
    story.do('2026-03-09 10:00', 'damage.report', {});
    expect(said(story.do('2026-03-09 10:01', 'damage.assess', { item: '', amount: 0 }))).toBe(
      'refused DMG-01',
    );
  });
});

describe('the urge order', () => {
  it('[OVRD-01] is drafted when the reply is overdue, and acknowledged only once issued', () => {
    const story = Story.accepted('tietong-fujian-2015', 'fault');
    expect(isUrgeDrafted(story.now, story.standard, beijing('2026-03-10 05:05'))).toBe(false);
    expect(isUrgeDrafted(story.now, story.standard, beijing('2026-03-10 05:05:01'))).toBe(true);
    expect(said(story.do('2026-03-10 05:10', 'urge.ack', {}))).toBe('refused STATE');
    story.do('2026-03-10 05:11', 'urge.issue', {});
    expect(isUrgeDrafted(story.now, story.standard, beijing('2026-03-10 05:12'))).toBe(false);
    expect(urgeStatus(story.now.urges[0]!, story.now)).toBe('issued');
    expect(said(story.do('2026-03-10 05:13', 'urge.ack', {}))).toBe('accepted');
    expect(urgeStatus(story.now.urges[0]!, story.now)).toBe('acknowledged');
    expect(said(story.do('2026-03-10 05:14', 'urge.ack', {}))).toBe('refused STATE');
    const replied = { ...story.now, repliedAt: beijing('2026-03-10 06:00') };
    expect(urgeStatus(replied.urges[0]!, replied)).toBe('answered');
  });
});

describe('the callback', () => {
  const replied = () => {
    const story = Story.accepted();
    const at = beijing('2026-03-10 09:00');
    story.order = { ...story.now, status: 'replied', completedAt: at, repliedAt: at };
    return story;
  };
  const call = (story: Story, at: string, outcome: 'done' | 'not_reached' | 'refused') =>
    story.do(at, 'callback.record', {
      agent: 'c1',
      outcome,
      ...(outcome === 'done' ? { working: true } : {}),
    });

  it('[CALL-13] goes from scheduled over attempts to done, refused or unreached, and nowhere from there', () => {
    const done = replied();
    expect(callbackStatus(done.now)).toBe('scheduled');
    call(done, '2026-03-10 10:00', 'not_reached');
    expect(callbackStatus(done.now)).toBe('attempting');
    call(done, '2026-03-10 15:00', 'done');
    expect([callbackStatus(done.now), done.now.status]).toEqual(['done', 'closed']);
    const refused = replied();
    call(refused, '2026-03-10 10:00', 'refused');
    expect([callbackStatus(refused.now), refused.now.status]).toEqual(['refused', 'closed']);
    const unreached = replied();
    for (const at of ['2026-03-10 10:00', '2026-03-10 15:00', '2026-03-11 10:00'])
      call(unreached, at, 'not_reached');
    expect([callbackStatus(unreached.now), unreached.now.status]).toEqual(['unreached', 'closed']);
  });

  it('[STATE] one that is over is refused with its state, while a claim keeps the order open', () => {
    const story = replied();
    story.do('2026-03-10 09:30', 'damage.report', {});
    call(story, '2026-03-10 10:00', 'refused');
    expect(story.now.status).toBe('callback');
    const again = call(story, '2026-03-10 11:00', 'done');
    expect(said(again)).toBe('refused STATE');
    expect(again.verdict.findings[0]?.facts).toMatchObject({ callback: 'refused' });
    story.do('2026-03-10 12:00', 'damage.compensate', {});
    expect(story.now.status).toBe('closed');
  });

  it('has a row for every outcome, and its states are all reached', () => {
    const reached = new Set(Object.values(CALLBACK_STEPS).flatMap(({ to }) => to));
    expect(CALLBACK_STATUSES.filter((one) => one !== 'scheduled' && !reached.has(one))).toEqual([]);
  });
});

describe('the outage', () => {
  const outage = (status: Outage['status']): Outage => ({
    id: 'g1',
    areaId: 'a1',
    status,
    cause: null,
    openedAt: NINE,
    restoredAt: null,
    etas: [],
    version: 1,
  });
  const command = (type: OutageCommandType): OutageCommand =>
    ({ type, payload: { outageId: 'g1', areaId: 'a1', eta: NINE + 3_600_000 } }) as OutageCommand;
  const line = () => {
    const story = new Story();
    story.do('2026-03-09 09:00', 'order.intake', {
      number: '1',
      areaId: 'a1',
      type: 'fault',
      outageId: 'g1',
    });
    return story.now;
  };

  it('[OUTG-01] takes exactly the steps of its table; every other is refused with the state and what it needs', () => {
    for (const status of ['none', ...OUTAGE_STATUSES] as const)
      for (const type of Object.keys(OUTAGE_STEPS) as OutageCommandType[]) {
        const before = status === 'none' ? null : outage(status);
        const { verdict, events } = decideOutage(before, command(type), [line()], NINE);
        const { from, to } = OUTAGE_STEPS[type];
        if (!from.includes(status)) {
          expect(verdict.findings, `${type} from ${status}`).toEqual([
            { rule: 'STATE', kind: 'block', facts: { step: type, status, needs: from.join(' or ') } },
          ]);
          continue;
        }
        expect(verdict.outcome, `${type} from ${status}`).toBe('accepted');
        const after = events.reduce((state, event) => evolveOutage(state, 'g1', event, NINE), before);
        expect(after?.status).toBe(to === 'same' ? status : to);
      }
  });

  it('[OUTG-04] a new expected end is told within thirty minutes, and only when every line has heard it', () => {
    const lines = [line(), { ...line(), id: 'o2' }];
    const eta = decideOutage(outage('confirmed'), command('outage.eta'), lines, NINE);
    let state = eta.events.reduce<Outage>(
      (one, event) => evolveOutage(one, 'g1', event, NINE),
      outage('confirmed'),
    );
    const timer = (at: string) => judgeTimer(armOutage(state, new Story().standard)[0]!, beijing(at));
    expect(timer('2026-03-09 09:30').state).toBe('running');
    expect(timer('2026-03-09 09:30:01').state).toBe('breached');
    const notify = (orderIds: readonly string[], at: number) =>
      decideOutage(state, { type: 'outage.notify', payload: { outageId: 'g1', orderIds } }, lines, at);
    const half = notify(['o1'], beijing('2026-03-09 09:20'));
    expect(half.events).toEqual([]);
    expect(half.lines.map(({ orderId }) => orderId)).toEqual(['o1']);
    const all = notify(['o1', 'o2'], beijing('2026-03-09 09:30'));
    state = all.events.reduce(
      (one, event) => evolveOutage(one, 'g1', event, beijing('2026-03-09 09:30')),
      state,
    );
    expect(timer('2026-03-09 10:00').state).toBe('met');
  });

  it('[OUTG-04] an expected end that is over is none', () => {
    const late = { type: 'outage.eta', payload: { outageId: 'g1', eta: NINE } } as const;
    expect(decideOutage(outage('confirmed'), late, [], NINE).verdict.findings[0]?.rule).toBe('OUTG-04');
  });

  it('[OUTG-03] is verified only when every restored line was looked at', () => {
    const restored = { ...line(), restoredAt: NINE };
    const verify = command('outage.verify');
    const open = decideOutage(outage('restored'), verify, [restored], NINE);
    expect(open.verdict.findings[0]).toMatchObject({ rule: 'OUTG-03', facts: { orders: ['o1'] } });
    const looked = decideOutage(outage('restored'), verify, [{ ...restored, status: 'resolved' }], NINE);
    expect(looked.verdict.outcome).toBe('accepted');
  });
});

describe('the closed loop', () => {
  it('[RECD-04] an order is filed only through its callback, or what it waited for after that', () => {
    const closing = Object.entries(ORDER_STEPS).filter(([, { to }]) => to.includes('closed'));
    expect(closing.map(([type]) => type).sort()).toEqual([
      'callback.record',
      'damage.agree',
      'damage.compensate',
      'follow_up.done',
      'question.answer',
    ]);
  });
});
