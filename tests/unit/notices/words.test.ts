import { describe, expect, it } from 'vitest';
import { hasSeat } from '#app/ui/frame/seats.ts';
import { messagesIn } from '#app/ui/i18n/messages.ts';
import { ROLES } from '#domain/base/role.ts';
import { ALERT_KINDS, ALERTS } from '#domain/order/alerts.ts';
import { ALARM_LEVELS, audienceOf } from '#domain/timer/audience.ts';
import { TIMER_NAMES } from '#domain/timer/timer.ts';
import { Story } from '#tests/support/story.ts';

const BELLS = ['dispatch', 'calls', 'intake', 'field', 'board', 'network', 'figures'] as const;
/** Waits that run out by themselves: nobody is told of them, the phone counts them down. */
const SILENT: readonly string[] = ['T_NOANSWER', 'T_OBSERVE'];
const CHINESE = /\p{Script=Han}/u;
/** An identifier that slipped through to the screen. */
const KEY = /[A-Z]+_[A-Z]|[a-z]_[a-z]|undefined/;

const kinds = [
  ...TIMER_NAMES.map((timer) => ({
    kind: timer as string,
    wordsIn: (language: 'zh-CN' | 'en') => {
      const m = messagesIn(language);
      return [m.dispatch.timers[timer], m.notices.todo[timer]];
    },
  })),
  ...ALERT_KINDS.map((kind) => ({
    kind: kind as string,
    wordsIn: (language: 'zh-CN' | 'en') => {
      const { alerts, alertTodo } = messagesIn(language).notices;
      return [alerts[kind], alertTodo[kind]];
    },
  })),
];

describe('what alarms say, and to whom', () => {
  it.each(kinds)('$kind says in both languages what it is and what to do', ({ wordsIn }) => {
    for (const words of wordsIn('zh-CN')) {
      expect(words).toMatch(CHINESE);
      expect(words).not.toMatch(KEY);
    }
    for (const words of wordsIn('en')) {
      expect(words).toMatch(/^[A-Z][a-z ]/);
      expect(words).not.toMatch(CHINESE);
      expect(words).not.toMatch(KEY);
    }
  });

  it('no two limits are called alike', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const names = Object.values(messagesIn(language).dispatch.timers);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  const { now: order } = Story.accepted();
  it.each(TIMER_NAMES.filter((timer) => !SILENT.includes(timer)))('%s has somebody to hear it', (timer) => {
    const changing = { ...order, changeRequest: { state: 'notifying' } as never };
    const roles = ALARM_LEVELS.flatMap((level) => audienceOf(timer, level, changing).roles);
    expect(roles).not.toEqual([]);
    for (const role of roles) {
      expect(ROLES).toContain(role);
      expect(
        BELLS.some((seat) => hasSeat(role, seat)),
        `${role} has a page with a bell`,
      ).toBe(true);
    }
  });

  it.each(ALERT_KINDS.filter((kind) => kind !== 'handed_over'))('%s has somebody to hear it', (kind) => {
    expect(ALERTS[kind].roles).not.toEqual([]);
  });
});
