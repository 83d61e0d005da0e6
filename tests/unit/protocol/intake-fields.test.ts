import { describe, expect, it } from 'vitest';
import { parseCommand } from '#protocol/schema.ts';

const intake = (customer: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  parseCommand({
    id: '00000000-0000-4000-8000-000000000001',
    type: 'order.intake',
    payload: { orderId: 'o1', number: '1', areaId: 'a1', type: 'install', customer, ...more },
  });

describe('what an intake asks of a customer', () => {
  it('[INTK-10] is a name, a number, an address, and what gets us in; nothing else is taken', () => {
    const asked = {
      name: '张三',
      phone: '13812341234',
      address: '东街1号',
      note: '',
      contactPerson: '李四',
      accessNotes: '东门登记',
    };
    expect(intake(asked).ok).toBe(true);
    for (const field of ['idNumber', 'birthday', 'email', 'gender'])
      expect(intake({ ...asked, [field]: 'x' })).toMatchObject({
        ok: false,
        fault: { field: `customer.${field}` },
      });
    expect(intake(asked, { income: 1 })).toMatchObject({ ok: false, fault: { field: 'income' } });
  });

  it('[INTK-10] a name alone is enough to begin', () => {
    expect(intake({ name: '张三' }).ok).toBe(true);
  });
});
