import { describe, expect, it } from 'vitest';
import { amendedValue } from '#domain/scenario/parameter-value.ts';
import { InvalidFile, readScenario } from '#server/cli/read-scenario.ts';

const change = (parameter: string, value: string) => () =>
  readScenario(
    `steps:\n  - {at: 2026-03-09 09:00, do: standard.change, parameter: ${parameter}, value: ${value}}\n`,
    'x',
  ).steps[0]?.fields.value;

describe('the new value of a parameter', () => {
  it.each([
    ['change.noticeMin', '90', 90],
    ['change.max', 'null', null],
    ['contact.install', '45', 45],
    ['contact.install', '{limitMin: 45, metBy: attempt}', { limitMin: 45, metBy: 'attempt' }],
    ['visit.vipEvening', 'on', true],
    ['visit.window', '["09:00", "18:00"]', ['09:00', '18:00']],
    ['callback.windows', '[["09:00", "12:00"]]', [['09:00', '12:00']]],
    ['accept.nightBy', '09:00', '09:00'],
    ['install.target', '{workdays: 2}', { workdays: 2 }],
    ['install.day5', 'false', false],
  ])('%s takes %s', (parameter, value, read) => {
    expect(change(parameter, value)()).toEqual(read);
  });

  it.each([
    ['change.noticeMin', 'soon', /change.noticeMin must be a number, not "soon"/],
    ['change.noticeMin', '-1', /must not be negative/],
    ['change.noticeMin', 'null', /cannot be none/],
    ['contact.install', '{limitMins: 45}', /nearest known is "limitMin"/],
    ['visit.window', '["18:00", "09:00"]', /the earlier first/],
    ['visit.window', '[8, 20]', /must be a text/],
    ['accept.nightBy', '25:00', /clock time/],
    ['repeat.faults', '3 times', /must be a mapping/],
    ['tests.speed', 'perhaps', /true or false/],
    ['change.overMaxApprover', 'customer', /nearest known/],
  ])('%s refuses %s', (parameter, value, message) => {
    expect(change(parameter, value)).toThrow(InvalidFile);
    expect(change(parameter, value)).toThrow(message);
  });

  it('keeps the parts that are not named and lets one limit replace another', () => {
    expect(amendedValue({ limitDays: 1, start: 'intakeAt' }, { limitMin: 45 })).toEqual({
      limitMin: 45,
      start: 'intakeAt',
    });
    expect(amendedValue({ hours: 24, start: 'dispatchedAt' }, { workdays: 2 })).toEqual({
      workdays: 2,
      start: 'dispatchedAt',
    });
    expect(amendedValue({ fault: 24, consult: 24 }, 12)).toEqual({ fault: 12, consult: 12 });
    expect(amendedValue({ enabled: true, day: 5 }, false)).toEqual({ enabled: false, day: 5 });
  });
});
