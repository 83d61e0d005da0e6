import { describe, expect, it } from 'vitest';
import type { Cutover } from '#domain/cutover/cutover.ts';
import type { Order } from '#domain/order/order.ts';
import type { Outage } from '#domain/outage/outage.ts';
import { faultPhrase, type NetworkNow } from '#domain/script/network-phrase.ts';
import { beijing, Story } from '#tests/support/story.ts';

const TZ = 'Asia/Shanghai';
const outage = (more: Partial<Outage> = {}): Outage => ({
  id: 'g1',
  areaId: 'a1',
  status: 'confirmed',
  cause: '光缆中断',
  openedAt: 0,
  restoredAt: null,
  etas: [{ at: 0, eta: beijing('2026-03-10 16:00'), deliveredAt: null }],
  version: 1,
  ...more,
});

describe('what the customer of a fault is told', () => {
  const line: Order = { ...Story.accepted().now, type: 'fault', areaId: 'a1', outageId: 'g1' };
  const said = (network: Partial<NetworkNow>, order = line) =>
    faultPhrase(order, 'base', TZ, { outage: null, cutovers: [], ...network });

  it('[ATTR-05] is when the network is expected back, while its outage is open', () => {
    expect(said({ outage: outage() })?.text).toContain('预计3月10日16:00可恢复');
    const later = outage({
      etas: [...outage().etas, { at: 1, eta: beijing('2026-03-11 08:05'), deliveredAt: null }],
    });
    expect(said({ outage: later })?.text).toContain('预计3月11日08:05可恢复');
  });

  it('[ATTR-05] names what is missing while nobody has given an expected end', () => {
    expect(said({ outage: outage({ etas: [] }) })).toMatchObject({ text: null, missing: ['eta'] });
  });

  it('[ATTR-02] is the phase of the line itself once the network is back, and of a line of no outage', () => {
    expect(said({ outage: outage({ status: 'restored' }) })?.text).toContain('正在检查');
    expect(said({ outage: outage({ id: 'g2' }) })?.text).toContain('正在检查');
    expect(said({}, { ...line, type: 'install' })).toBeNull();
  });

  it('[ATTR-05] is the end of a cutover that is under way there', () => {
    const cutover = {
      areaId: 'a1',
      status: 'running',
      reach: null,
      end: beijing('2026-03-10 04:30'),
    } as Cutover;
    const free = { ...line, outageId: null };
    expect(said({ cutovers: [cutover] }, free)?.text).toContain('预计3月10日04:30可恢复');
    expect(said({ cutovers: [{ ...cutover, status: 'announced' }] }, free)?.text).toContain('正在检查');
    expect(said({ cutovers: [{ ...cutover, areaId: 'a2' }] }, free)?.text).toContain('正在检查');
  });
});
