import { describe, expect, it } from 'vitest';
import type { AreaBoard } from '#app/live/board.ts';
import { looseFaults, networkOf } from '#app/network/network-list.ts';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { beijing, Story } from '#tests/support/story.ts';

const MINUTE = 60_000;
const NOW = beijing('2026-03-10 10:00');

const fault = (id: string, more: Partial<Order> = {}): Order => ({
  ...Story.accepted('base', 'fault').now,
  id,
  number: id,
  status: 'pending_dispatch',
  outageId: null,
  intakeAt: NOW - 10 * MINUTE,
  ...more,
});
const outage = (more: Partial<Outage> = {}): Outage => ({
  id: 'n1',
  areaId: 'a1',
  status: 'confirmed',
  cause: null,
  openedAt: NOW - 60 * MINUTE,
  restoredAt: null,
  etas: [],
  version: 1,
  ...more,
});
const board = (more: { orders?: Order[]; outages?: Outage[]; cutovers?: Cutover[] }): AreaBoard =>
  ({
    area: {
      id: 'a1',
      name: '鼓楼',
      region: 'urban',
      polygon: null,
      leadTechnicianId: null,
      standardId: 'base',
    },
    orders: new Map((more.orders ?? []).map((order) => [order.id, order])),
    outages: new Map((more.outages ?? []).map((one) => [one.id, one])),
    cutovers: new Map((more.cutovers ?? []).map((one) => [one.id, one])),
  }) as unknown as AreaBoard;

describe('the list of the network', () => {
  it('[OUTG-01] three faults of one area within thirty minutes are pointed out, and two are not', () => {
    const three = ['f1', 'f2', 'f3'].map((id) => fault(id));
    expect(networkOf([board({ orders: three })], NOW).suspicions).toHaveLength(1);
    expect(networkOf([board({ orders: three.slice(1) })], NOW).suspicions).toEqual([]);
    const old = [...three.slice(1), fault('f1', { intakeAt: NOW - 30 * MINUTE - 1 })];
    expect(networkOf([board({ orders: old })], NOW).suspicions).toEqual([]);
    expect(networkOf([board({ orders: three, outages: [outage()] })], NOW).suspicions).toEqual([]);
  });

  it('[OUTG-04] says until when the lines must hear of the expected end, and nothing once they have', () => {
    const eta = { at: NOW, eta: NOW + 120 * MINUTE, deliveredAt: null };
    const [row] = networkOf([board({ outages: [outage({ etas: [eta] })] })], NOW).outages;
    expect(row?.tellBy).toBe(NOW + 30 * MINUTE);
    const told = outage({ etas: [{ ...eta, deliveredAt: NOW + MINUTE }] });
    expect(networkOf([board({ outages: [told] })], NOW).outages[0]?.tellBy).toBeNull();
  });

  it('[CUTV-01] says until when a cutover must be announced', () => {
    const start = beijing('2026-03-14 00:30');
    const cutover = {
      id: 'c1',
      areaId: 'a1',
      status: 'planned',
      work: '换板',
      start,
      end: start + 60 * MINUTE,
      reach: null,
      plannedAt: NOW,
      announcedAt: null,
      asked: null,
      approval: null,
      endedAt: null,
      version: 1,
    } satisfies Cutover;
    const [row] = networkOf([board({ cutovers: [cutover] })], NOW).cutovers;
    expect(row?.announceBy).toBe(beijing('2026-03-11 00:30'));
    const done = { ...cutover, status: 'done' as const };
    expect(networkOf([board({ cutovers: [done] })], NOW).cutovers).toEqual([]);
  });

  it('offers for a new outage only faults that wait and belong to none', () => {
    const orders = [
      fault('waits'),
      fault('linked', { outageId: 'n1' }),
      fault('over', { status: 'closed' }),
      fault('other', { type: 'install' }),
    ];
    expect(looseFaults(board({ orders })).map(({ id }) => id)).toEqual(['waits']);
  });
});
