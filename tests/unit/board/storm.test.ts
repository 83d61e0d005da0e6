import { describe, expect, it } from 'vitest';
import { ofOneStorm, type Waiting } from '#app/board/storm-approvals.tsx';
import type { Cause } from '#domain/order/order-type.ts';

const request = (id: string, cause: Cause, requestedBy = 'p-dispatcher'): Waiting => ({
  approval: {
    id,
    approver: 'supervisor',
    requestedBy,
    command: { type: 'appointment.change', payload: { orderId: id, cause } },
  } as never,
  order: undefined,
});
const ids = (waiting: readonly Waiting[]) => waiting.map(({ approval }) => approval.id);

describe('[CHG-03] [SEP-01] the changes of one storm', () => {
  const waiting = [
    request('a', 'force_majeure'),
    request('b', 'company'),
    request('c', 'force_majeure'),
    request('d', 'force_majeure', 'p-supervisor'),
  ];

  // E-44
  it('are those by force majeure that this person may decide, never an own request', () => {
    expect(ids(ofOneStorm(waiting, { role: 'supervisor', personId: 'p-supervisor' }))).toEqual(['a', 'c']);
  });

  it('are none to whoever may not decide them', () => {
    expect(ofOneStorm(waiting, { role: 'dispatcher', personId: 'p-other' })).toEqual([]);
  });
});
