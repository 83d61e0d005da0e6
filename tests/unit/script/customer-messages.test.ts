import { describe, expect, it } from 'vitest';
import { callsOf } from '#domain/order/calls.ts';
import { messagesOf } from '#domain/script/customer-messages.ts';
import { renderScript, scriptFor } from '#domain/script/render-script.ts';
import { servicePromise } from '#domain/script/service-promise.ts';
import { resolveStandard, STANDARD_IDS } from '#domain/standard/catalogue.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const standard = resolveStandard('tietong-fujian-2015');
const messages = (story: Story, at: string) => messagesOf(story.now, standard, beijing(at));
const reminders = (story: Story, at: string) =>
  callsOf(story.now, standard, beijing(at)).filter(({ purpose }) => purpose === 'reminder');

describe('words that the customer gets without asking', () => {
  it('[APPT-17] the reminder opens at six on the evening before, not a second earlier', () => {
    const story = Story.promised();
    expect(messages(story, '2026-03-09 17:59:59')).toEqual([]);
    expect(messages(story, '2026-03-09 18:00:00')).toEqual(['reminder']);
    expect(reminders(story, '2026-03-09 17:59:59')).toEqual([]);
    expect(reminders(story, '2026-03-09 18:00:00')).toMatchObject([{ literal: beijing('2026-03-09 20:30') }]);
  });

  it('[APPT-17] who has been reached that evening is not reminded again, nor who agreed only then', () => {
    const reached = Story.promised();
    reached.do('2026-03-09 18:30', 'contact.attempt', { outcome: 'no_answer' });
    expect(messages(reached, '2026-03-09 18:31')).toEqual(['reminder']);
    reached.do('2026-03-09 18:40', 'contact.attempt', { outcome: 'connected' });
    expect(messages(reached, '2026-03-09 18:41')).toEqual([]);
    const late = Story.accepted();
    late.do('2026-03-09 18:10', 'appointment.confirm', {
      start: beijing('2026-03-10 16:00'),
      proposedBy: 'customer',
    });
    expect(messages(late, '2026-03-09 18:30')).toEqual([]);
  });

  it('[APPT-17] the departure is told while the technician is on the way', () => {
    const story = Story.promised();
    story.do('2026-03-09 18:30', 'contact.attempt', { outcome: 'connected' });
    story.do('2026-03-10 15:40', 'visit.depart', {});
    expect(messages(story, '2026-03-10 15:41')).toEqual(['departure']);
    story.do('2026-03-10 15:55', 'visit.arrive', {});
    expect(messages(story, '2026-03-10 15:56')).toEqual([]);
  });

  it('[CHG-06] who comes instead is told in the one message that also reminds', () => {
    const story = Story.promised();
    const t2 = { ...technician, id: 't2' };
    story.do('2026-03-09 10:00', 'order.reassign', { technicianId: 't2' }, { technician: t2 });
    expect(messages(story, '2026-03-09 10:01')).toEqual(['newcomer']);
    expect(messages(story, '2026-03-09 18:01')).toEqual(['newcomer']);
    story.do('2026-03-09 18:02', 'contact.attempt', { channel: 'sms', outcome: 'no_answer' });
    expect(messages(story, '2026-03-09 18:03')).toEqual([]);
  });

  it('[INTK-03] the limits told are those of the order’s own standard', () => {
    expect(servicePromise('install', standard)).toMatch(/^接单后1小时内与您预约，3个工作日内开通/);
    expect(servicePromise('install', resolveStandard('mobile-2015'))).toMatch(
      /^接单后2小时内与您预约，24小时内开通/,
    );
    expect(servicePromise('install', resolveStandard('telecom'))).toMatch(
      /^接单后1日内与您预约，按约定的时间/,
    );
    expect(servicePromise('fault', resolveStandard('mobile-2015'))).toMatch(
      /30分钟内与您联系，故障24小时内修复/,
    );
    for (const id of STANDARD_IDS)
      expect(servicePromise('install', resolveStandard(id))).toContain('提前2小时');
  });

  it.each([
    ['[APPT-15] identity', 'identity'],
    ['[APPT-17] reminder', 'reminder'],
    ['[APPT-17] departure', 'departure'],
    ['[CHG-06] newcomer', 'newcomer'],
    ['[INTK-03] service_promise', 'service_promise'],
    ['[PROG-04] promised_finish', 'promised_finish'],
    ['[RESP-06] suggestion', 'suggestion'],
  ])('%s: every standard has a phrase for it', (_title, step) => {
    for (const id of STANDARD_IDS) expect(scriptFor(step, id), id).not.toBeNull();
  });

  it('[PROG-04] the phrase names the time and is not said without it', () => {
    const script = scriptFor('promised_finish', 'tianyu-2014')!;
    expect(renderScript(script, 'tianyu-2014', {})).toMatchObject({ text: null, missing: ['finish'] });
    expect(renderScript(script, 'tianyu-2014', { finish: '15时' }).text).toContain('我们会在15时完成');
  });
});
