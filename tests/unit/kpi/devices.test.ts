import { describe, expect, it } from 'vitest';
import { anomaliesOf } from '#domain/kpi/anomalies.ts';
import { sharedDevices } from '#domain/kpi/devices.ts';
import type { Order } from '#domain/order/order.ts';
import type { Visit } from '#domain/visit/visit.ts';
import { beijing, Story } from '#tests/support/story.ts';

const [phone, tablet, desk] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)];
const SIGNED = beijing('2026-03-10 15:54');

/** A visit worked through on one device and signed on another. */
function signed(id: string, on: { work?: string; sign?: string; refused?: boolean }): Story {
  const story = Story.promised();
  const device = on.work === undefined ? {} : { device: on.work };
  story.do('2026-03-10 15:30', 'visit.depart', device);
  story.do('2026-03-10 15:50', 'visit.arrive', device);
  story.do('2026-03-10 15:51', 'visit.enter', device);
  story.do('2026-03-10 15:52', 'visit.work', device);
  story.do('2026-03-10 15:53', 'visit.test', device);
  story.do('2026-03-10 15:54', 'visit.sign', {
    filledBy: on.refused ? 'technician' : 'customer',
    ...(on.refused ? { refused: true, reason: 'would not sign' } : {}),
    ...(on.sign === undefined ? {} : { device: on.sign }),
  });
  story.order = { ...story.now, id };
  return story;
}
/** The same, as given over the customer's own link. */
function byLink(order: Order): Order {
  return {
    ...order,
    visits: order.visits.map(
      (visit): Visit => ({ ...visit, signature: visit.signature && { ...visit.signature, via: 'link' } }),
    ),
  };
}
const kinds = (order: Order) =>
  anomaliesOf(order, Story.promised().standard, beijing('2026-03-10 16:00')).map(({ kind }) => kind);

// E-80
describe('[RECD-02] whose device a customer’s word came from', () => {
  it('is kept with the trip and the signature, each device once', () => {
    const [visit] = signed('o1', { work: phone, sign: tablet }).now.visits;
    expect(visit).toMatchObject({ devices: [phone], signature: { device: tablet } });
  });

  it('is as it should be on the phone that was handed over', () => {
    const orders = ['o1', 'o2'].map((id) => signed(id, { work: phone, sign: phone }).now);
    expect(orders.flatMap(kinds)).toEqual([]);
    expect(sharedDevices(orders).size).toBe(0);
  });

  it('stands out where the phone that did the work opened the customer’s link', () => {
    expect(kinds(byLink(signed('o1', { work: phone, sign: phone }).now))).toEqual(['rated_on_work_device']);
    expect(kinds(byLink(signed('o1', { work: phone, sign: tablet }).now))).toEqual([]);
  });

  it('stands out where the callback was recorded on the phone that did the work', () => {
    const answered = (device: string) => {
      const story = signed('o1', { work: phone, sign: phone });
      story.do('2026-03-10 15:55', 'visit.activate', {});
      story.do('2026-03-10 15:58', 'visit.finish', {});
      story.do('2026-03-10 16:00', 'order.resolve', {});
      story.do('2026-03-10 16:01', 'order.reply', {});
      story.do('2026-03-10 18:00', 'callback.record', { agent: 'p9', outcome: 'done', score: 10, device });
      return story.now;
    };
    expect(kinds(answered(phone))).toEqual(['rated_on_work_device']);
    expect(kinds(answered(desk))).toEqual([]);
  });

  it('stands out where one foreign device signed for two customers, on both of them', () => {
    const orders = ['o1', 'o2'].map((id) => signed(id, { work: phone, sign: tablet }).now);
    const found = sharedDevices([...orders, signed('o3', { work: phone, sign: desk }).now]);
    expect([...found]).toEqual([
      ['o1', [{ kind: 'device_rates_several', at: SIGNED }]],
      ['o2', [{ kind: 'device_rates_several', at: SIGNED }]],
    ]);
  });

  it('does not for the two halves of one customer’s move, nor where no device was told, nor for a refusal', () => {
    const half = (id: string) => ({
      ...signed(id, { work: phone, sign: tablet }).now,
      parentOrderId: 'move',
    });
    expect(sharedDevices([half('o1'), half('o2')].map(byLink)).size).toBe(0);
    expect(sharedDevices(['o1', 'o2'].map((id) => signed(id, { sign: tablet }).now)).size).toBe(0);
    const refused = ['o1', 'o2'].map((id) => signed(id, { work: phone, sign: tablet, refused: true }).now);
    expect(sharedDevices(refused).size).toBe(0);
  });
});
