import { describe, expect, it } from 'vitest';
import { CHECKLIST, checklistAt } from '#domain/checklist/checklists.ts';
import { flagsOf } from '#domain/order/flags.ts';
import type { Order } from '#domain/order/order.ts';
import { sixActions } from '#domain/visit/six-actions.ts';
import { requiredCards } from '#domain/visit/ticks.ts';
import { beijing, Story, said } from '#tests/support/story.ts';

const AT = '2026-03-10 16:';

/** A technician in the home on 10 March at 16:00. */
function inHome(standardId?: string, type: Order['type'] = 'install'): Story {
  const story = Story.promised(standardId, type);
  story.do('2026-03-10 15:30', 'visit.depart', {});
  story.do('2026-03-10 15:50', 'visit.arrive', {});
  story.do('2026-03-10 15:55', 'visit.enter', {});
  return story;
}

/** The cards that a step of the wizard asks for. */
const cardsOf = (story: Story, step: 'visit.test' | 'visit.sign') => requiredCards(step, story.now);

/** The same with the work tested and nothing signed. */
function tested(standardId?: string, type: Order['type'] = 'install'): Story {
  const story = inHome(standardId, type);
  story.do(`${AT}00`, 'visit.work', { routingAgreed: true });
  story.do(`${AT}30`, 'visit.test', { downMbps: 100, checks: cardsOf(story, 'visit.test') });
  story.do(`${AT}31`, 'visit.activate', {});
  return story;
}

const approval = (role: 'noc' | 'supervisor') => ({
  by: role,
  role,
  reason: 'seen',
  at: beijing(`${AT}00`),
  requestedBy: 'dispatcher',
});
const warnings = (decision: ReturnType<Story['do']>) =>
  decision.verdict.findings.filter(({ kind }) => kind === 'warning').map(({ rule }) => rule);

describe('before the work begins', () => {
  it('[SITE-07] position and routing against the customer’s wish need the advice that was given', () => {
    const story = inHome();
    expect(said(story.do(`${AT}00`, 'visit.work', { routingAgreed: false }))).toBe('refused SITE-07');
    const advised = story.do(`${AT}01`, 'visit.work', { routingAgreed: false, advice: 'too damp there' });
    expect(said(advised)).toBe('accepted');
    expect(story.now.visits.at(-1)?.routing).toEqual({ agreed: false, advice: 'too damp there' });
  });

  it('[SITE-13] work on customers in service needs the maintenance department', () => {
    const story = inHome();
    const asked = story.do(`${AT}00`, 'visit.work', { routingAgreed: true, serviceAffecting: true });
    expect(said(asked)).toBe('needs_approval SITE-13');
    expect(asked.verdict.approver).toBe('noc');
    const given = { routingAgreed: true, serviceAffecting: true };
    expect(said(story.do(`${AT}05`, 'visit.work', given, { approval: approval('noc') }))).toBe('accepted');
    expect(story.now.visits.at(-1)?.serviceAffecting?.by).toBe('noc');
  });

  it('[SITE-14] work with a risk waits for explanation and consent', () => {
    const story = inHome();
    const risk = (explained: boolean, consent: boolean) => ({
      routingAgreed: true,
      risk: { explained, consent },
    });
    expect(said(story.do(`${AT}00`, 'visit.work', risk(true, false)))).toBe('refused SITE-14');
    expect(said(story.do(`${AT}00`, 'visit.work', risk(false, true)))).toBe('refused SITE-14');
    expect(said(story.do(`${AT}01`, 'visit.work', risk(true, true)))).toBe('accepted');
    expect(story.now.visits.at(-1)?.riskConsentAt).toBe(beijing(`${AT}01`));
  });
});

describe('handing over', () => {
  const ALL = (story: Story) => cardsOf(story, 'visit.sign');

  it('[SITE-17] five things are told, each with its own tick; one left out is named', () => {
    const story = tested();
    const five = checklistAt('signing', 'tietong-fujian-2015').filter(({ rule }) => rule === 'SITE-17');
    expect(five).toHaveLength(5);
    const checks = ALL(story).filter((id) => id !== 'keep_secret');
    const decision = story.do(`${AT}40`, 'visit.sign', { filledBy: 'customer', checks });
    expect(said(decision)).toBe('refused SITE-17');
    expect(decision.verdict.findings[0]?.facts).toEqual({ missing: ['keep_secret'] });
    expect(said(story.do(`${AT}41`, 'visit.sign', { filledBy: 'customer', checks: ALL(story) }))).toBe(
      'accepted',
    );
  });

  it('[SITE-21] the workmanship of an install is looked at with its test', () => {
    const story = inHome();
    story.do(`${AT}00`, 'visit.work', { checks: ['agree_routing'] });
    expect(story.now.visits.at(-1)?.routing?.agreed).toBe(true);
    const checks = cardsOf(story, 'visit.test').filter((id) => id !== 'bend_radius');
    expect(said(story.do(`${AT}30`, 'visit.test', { checks }))).toBe('refused SITE-21');
    expect(said(story.do(`${AT}31`, 'visit.test', { checks: cardsOf(story, 'visit.test') }))).toBe(
      'accepted',
    );
  });

  it('[SITE-22] the customer tries the service before signing', () => {
    const story = inHome();
    story.do(`${AT}00`, 'visit.work', { routingAgreed: true });
    const checks = cardsOf(story, 'visit.test').filter((id) => id !== 'customer_tries');
    expect(said(story.do(`${AT}30`, 'visit.test', { checks }))).toBe('refused SITE-22');
    story.do(`${AT}31`, 'visit.test', { checks: cardsOf(story, 'visit.test') });
    expect(story.now.visits.at(-1)?.checks?.customer_tries).toBe(beijing(`${AT}31`));
  });

  it('[SITE-19] a fee needs its invoice, no fee needs none', () => {
    const story = tested();
    const sign = { filledBy: 'customer' as const, checks: ALL(story) };
    expect(said(story.do(`${AT}40`, 'visit.sign', { ...sign, chargedAmount: 0.01 }))).toBe('refused SITE-19');
    expect(said(story.do(`${AT}41`, 'visit.sign', { ...sign, chargedAmount: 0 }))).toBe('accepted');
    const paid = tested();
    expect(
      said(paid.do(`${AT}40`, 'visit.sign', { ...sign, chargedAmount: 30, invoiceNo: '04400223' })),
    ).toBe('accepted');
    expect(paid.now.visits.at(-1)?.fee).toEqual({ amount: 30, invoiceNo: '04400223' });
  });

  it('[SITE-23] who is not satisfied with a repair is served on; leaving all the same needs the reason', () => {
    const story = tested('tietong-fujian-2015', 'fault');
    const sign = { filledBy: 'customer' as const, checks: ALL(story), satisfied: false };
    expect(said(story.do(`${AT}40`, 'visit.sign', sign))).toBe('refused SITE-23');
    expect(said(story.do(`${AT}41`, 'visit.work', {}))).toBe('accepted');
    story.do(`${AT}50`, 'visit.test', {});
    const left = story.do(`${AT}55`, 'visit.sign', { ...sign, reason: 'wants another modem' });
    expect(said(left)).toBe('accepted');
    expect(warnings(left)).toContain('SITE-23');
    expect(story.now.followUps.map(({ rule }) => rule)).toContain('SITE-23');
  });

  it('[SITE-18] the place is tidy and [DONE-04] the service card left before the visit is over', () => {
    const story = tested();
    story.do(`${AT}40`, 'visit.sign', { filledBy: 'customer', checks: ALL(story) });
    expect(said(story.do(`${AT}45`, 'visit.finish', { checks: ['service_card'] }))).toBe('refused SITE-18');
    expect(said(story.do(`${AT}45`, 'visit.finish', { checks: ['clean_up'] }))).toBe('refused DONE-04');
    expect(said(story.do(`${AT}46`, 'visit.finish', { checks: ['clean_up', 'service_card'] }))).toBe(
      'accepted',
    );
  });

  it('[SITE-24] each of the six actions has the time of its evidence', () => {
    const story = tested('telecom');
    story.do(`${AT}40`, 'visit.sign', { filledBy: 'customer', checks: ALL(story) });
    story.do(`${AT}46`, 'visit.finish', { checks: ['clean_up', 'service_card'] });
    expect(sixActions(story.now)).toEqual({
      appoint: beijing('2026-03-09 09:20'),
      keep: beijing('2026-03-10 15:55'),
      test: beijing(`${AT}30`),
      tell: beijing(`${AT}40`),
      clean: beijing(`${AT}46`),
      sign: beijing(`${AT}40`),
    });
    expect(sixActions(tested('telecom').now)).toMatchObject({ tell: null, clean: null, sign: null });
  });
});

describe('cards that are read', () => {
  const cards = (rule: string, standard = 'base') =>
    CHECKLIST.filter(
      (card) => card.rule === rule && (card.standards === null || card.standards.includes(standard)),
    );

  it('[SITE-25] the ten lines of 中国移动 are there, whole and in their order, under its standard only', () => {
    const lines = cards('SITE-25', 'mobile-2015').map(({ clause }) => clause);
    expect(lines).toHaveLength(10);
    expect([lines[0], lines[5], lines[9]]).toEqual(['上门之前需预约', '实施完毕需认证', '清理现场显素质']);
    expect(cards('SITE-25', 'telecom')).toEqual([]);
  });

  it('[SITE-16] the customer’s telephone is used only after a word, under 铁通', () => {
    const offered = checklistAt('on_site', 'tietong-fujian-2015').map(({ rule }) => rule);
    expect(offered).toContain('SITE-16');
    expect(checklistAt('on_site', 'telecom').map(({ rule }) => rule)).not.toContain('SITE-16');
  });

  it('[SITE-12] other operators’ cables and [PRIV-03] talk of the network have their cards on site', () => {
    const offered = checklistAt('on_site', 'base').map(({ rule }) => rule);
    for (const rule of ['SITE-12', 'SITE-15', 'SITE-20', 'PRIV-03', 'PRIV-06'])
      expect(offered).toContain(rule);
  });
});

describe('giving way', () => {
  it('[SITE-26] a conflict ends the visit at once, whatever it was doing, and marks the order', () => {
    for (const story of [inHome(), tested()]) {
      const decision = story.do(`${AT}40`, 'visit.safety', { reason: 'threatened' });
      expect(said(decision)).toBe('accepted');
      expect(warnings(decision)).toEqual(['SITE-26']);
      expect(story.now.visits.at(-1)?.status).toBe('aborted_safety');
      expect(story.now.status).toBe('pending_appointment');
      expect(flagsOf(story.now, story.standard, beijing(`${AT}41`))).toContain('safety');
    }
  });

  it('[SITE-26] on the way there the promise ends without blame to the customer', () => {
    const story = Story.promised();
    story.do('2026-03-10 15:30', 'visit.depart', {});
    story.do('2026-03-10 15:40', 'visit.safety', { reason: 'dogs at the gate' });
    expect(story.now.appointments.at(-1)?.outcome).toBe('cancelled');
  });
});
