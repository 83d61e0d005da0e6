import { describe, expect, it } from 'vitest';
import { ROLES } from '#domain/base/role.ts';
import type { CommandType } from '#protocol/command.ts';
import { commandSchemas, parseCommand } from '#protocol/schema.ts';
import { mayCommand } from '#server/access/may-command.ts';
import { requestHash } from '#server/services/command/request-hash.ts';
import { verbs } from '#server/services/command/verbs.ts';

const ID = '0b8f6c52-8a43-4b5e-9b43-0d1f6d4f5a10';
const command = (payload: unknown, more: object = {}) =>
  parseCommand({ id: ID, type: 'appointment.confirm', payload, ...more });
const CONFIRM = { orderId: 'o1', start: '2026-03-10T15:00:00+08:00', proposedBy: 'customer' };

describe('a command from outside', () => {
  it('is taken with instants as ISO 8601 with offset or as epoch milliseconds', () => {
    const expected = { ok: true, value: { payload: { start: Date.parse('2026-03-10T15:00:00+08:00') } } };
    expect(command(CONFIRM)).toMatchObject(expected);
    expect(command({ ...CONFIRM, start: Date.parse('2026-03-10T07:00:00Z') })).toMatchObject(expected);
  });

  it.each([
    ['a field that does not exist', { ...CONFIRM, colour: 'red' }, 'colour'],
    ['a local time without offset', { ...CONFIRM, start: '2026-03-10T15:00:00' }, 'start'],
    ['a day that no calendar has', { ...CONFIRM, start: '2026-02-31T15:00:00+08:00' }, 'start'],
    ['seconds instead of milliseconds', { ...CONFIRM, start: 1_773_126_000 }, 'start'],
    ['a date alone', { ...CONFIRM, start: '2026-03-10' }, 'start'],
    ['a missing field', { orderId: 'o1', proposedBy: 'customer' }, 'start'],
    ['an unknown word', { ...CONFIRM, proposedBy: 'technician' }, 'proposedBy'],
    [
      'an item of a list',
      { ...CONFIRM, offered: [Date.parse('2026-03-10T07:00:00Z'), 'tomorrow'] },
      'offered.1',
    ],
    ['a control character', { ...CONFIRM, reason: 'a\u0000b' }, 'reason'],
    ['half a character', { ...CONFIRM, reason: '\ud83d' }, 'reason'],
    ['an empty reason', { ...CONFIRM, reason: '  ' }, 'reason'],
  ])('is refused with the field for %s', (_, payload, field) => {
    expect(command(payload)).toMatchObject({ ok: false, fault: { field } });
  });

  it('is refused when the envelope is wrong', () => {
    expect(command(CONFIRM, { id: 'again' })).toMatchObject({ ok: false, fault: { field: 'id' } });
    expect(command(CONFIRM, { version: 0 })).toMatchObject({ ok: false, fault: { field: 'version' } });
    expect(command(CONFIRM, { actor: 'x' })).toMatchObject({ ok: false, fault: { field: 'actor' } });
    expect(parseCommand({ id: ID, type: 'order.delete', payload: {} })).toMatchObject({
      fault: { field: 'type' },
    });
    expect(parseCommand(null)).toMatchObject({ ok: false });
  });

  it('has a schema, a verb and senders for every type', () => {
    const types = Object.keys(commandSchemas) as CommandType[];
    expect(Object.keys(verbs).sort()).toEqual([...types].sort());
    for (const type of types) {
      const senders = ROLES.filter((role) =>
        mayCommand({ personId: 'p', name: 'p', role, areaIds: null }, type),
      );
      expect(senders, type).toContain('system');
      expect(senders.length, type).toBeGreaterThan(1);
      expect(senders, type).not.toContain('customer');
      // administrators look after areas and hold no power over the day's work (§26, RESP-02)
      expect(senders.includes('admin'), type).toBe(type.startsWith('area.'));
    }
  });

  it('is the same request whatever the order of its keys, and another with another value', () => {
    const hash = (payload: object, version?: number) =>
      requestHash({
        id: ID,
        type: 'order.return',
        payload: payload as never,
        ...(version ? { version } : {}),
      });
    expect(hash({ orderId: 'o1', reason: 'a' })).toEqual(hash({ reason: 'a', orderId: 'o1' }));
    expect(hash({ orderId: 'o1', reason: 'a' })).not.toEqual(hash({ orderId: 'o1', reason: 'b' }));
    expect(hash({ orderId: 'o1', reason: 'a' })).not.toEqual(hash({ orderId: 'o1', reason: 'a' }, 1));
  });
});
