import { describe, expect, it } from 'vitest';
import type { Role } from '#domain/base/role.ts';
import type { Order } from '#domain/order/order.ts';
import type { OrderStatus } from '#domain/order/order-status.ts';
import { buildingOf, customerCard, maskName } from '#server/access/customer-card.ts';
import { maskPhone, openPhone, phoneIndex, sealPhone } from '#server/access/phone.ts';
import type { Viewer } from '#server/access/viewer.ts';

const KNOWN = {
  name: '欧阳娜娜',
  phone: '13812341234',
  address: '福州市台江区南江花园6号楼3单元3002室',
  note: '有狗',
};
const order = (status: OrderStatus): Order =>
  ({ id: 'o1', areaId: 'gulou', technicianId: 't1', status }) as unknown as Order;
const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  personId: 'p',
  name: 'p',
  role,
  areaIds: ['gulou'],
  ...more,
});

describe('[PRIV-01] what a viewer sees of a customer', () => {
  const technician = viewer('technician', { technicianId: 't1' });

  it('is everything for the technician from acceptance until the work is done, and no digits before and after', () => {
    for (const status of ['accepted', 'appointed', 'in_progress', 'blocked'] as const)
      expect(customerCard(technician, order(status), KNOWN)).toMatchObject(KNOWN);
    for (const status of ['dispatched', 'resolved', 'replied', 'closed', 'cancelled'] as const)
      expect(customerCard(technician, order(status), KNOWN)).toEqual({
        orderId: 'o1',
        name: '欧***',
        phone: '138****1234',
        address: '福州市台江区南江花园6号楼',
        note: '',
      });
  });

  it('is nothing for another technician and for another area', () => {
    const colleague = viewer('technician', { technicianId: 't2' });
    expect(customerCard(colleague, order('accepted'), KNOWN)).toBeNull();
    expect(customerCard(viewer('dispatcher', { areaIds: ['mawei'] }), order('accepted'), KNOWN)).toBeNull();
  });

  it('is name and address with a masked phone at the desk, and less for everybody else', () => {
    for (const role of ['dispatcher', 'csr', 'supervisor', 'area_lead'] as const)
      expect(customerCard(viewer(role), order('accepted'), KNOWN)).toMatchObject({
        ...KNOWN,
        phone: '138****1234',
      });
    for (const role of ['auditor', 'branch_manager', 'noc', 'admin', 'warehouse'] as const)
      expect(customerCard(viewer(role), order('accepted'), KNOWN)).toMatchObject({ name: '欧***', note: '' });
  });

  it('masks names and addresses of every form', () => {
    expect([maskName('张三'), maskName('张'), maskName('')]).toEqual(['张*', '张', '']);
    expect(buildingOf('鼓楼区东街12弄3栋201室')).toBe('鼓楼区东街12弄');
    expect(buildingOf('鼓楼区东街3号院B座1804')).toBe('鼓楼区东街3号院');
    expect(buildingOf('鼓楼区东街花园302室')).toBe('鼓楼区东街花园');
  });
});

describe('a sealed phone', () => {
  const keys = { encryption: Buffer.alloc(32, 1), index: Buffer.alloc(32, 2) };

  it('opens in its own row only, and is found by its index', () => {
    const sealed = sealPhone(keys, '13812341234', 'o1');
    expect(openPhone(keys, sealed.cipher, 'o1')).toBe('13812341234');
    expect(() => openPhone(keys, sealed.cipher, 'o2')).toThrow();
    expect(() => openPhone({ ...keys, encryption: Buffer.alloc(32, 9) }, sealed.cipher, 'o1')).toThrow();
    expect(sealed.index).toEqual(phoneIndex(keys, '13812341234'));
    expect(sealPhone(keys, '13812341234', 'o1').cipher).not.toEqual(sealed.cipher);
    expect(sealed.cipher.includes('1381234')).toBe(false);
  });

  it('is shown as first three and last four digits', () => {
    expect([maskPhone('13812341234'), maskPhone('059187654321'), maskPhone('12345'), maskPhone('')]).toEqual([
      '138****1234',
      '059*****4321',
      '*****',
      '',
    ]);
  });
});
