import { describe, expect, it } from 'vitest';
import type { Order } from '#domain/order/order.ts';
import { dispatcherAtWork } from '#server/demo/day/dispatcher-at-work.ts';
import type { Hands } from '#server/demo/day/hands.ts';
import { beijing, Story, technician } from '#tests/support/story.ts';

const DATE = '2026-03-10';

function taken(number: string, type: Order['type'], clock: string): Order {
  const story = new Story();
  story.do(`${DATE} ${clock}`, 'order.intake', { number, areaId: 'a1', type });
  return { ...story.now, id: `order ${number}`, status: 'pending_dispatch' };
}

/** Which orders the dispatcher takes out of a pool at each of these times. */
async function takenOut(pool: readonly Order[], clocks: readonly string[], leaveInPool = 12) {
  let left = pool;
  const sent: string[] = [];
  const hands = {
    orders: () => left,
    technicians: () => [technician],
    send: async (_who: string, _type: string, payload: { orderId: string }) => {
      sent.push(payload.orderId);
      left = left.filter(({ id }) => id !== payload.orderId);
    },
  } as unknown as Hands;
  const look = dispatcherAtWork(hands, new Story().standard, new Map());
  const seen: string[][] = [];
  for (const clock of clocks) {
    sent.length = 0;
    await look(beijing(`${DATE} ${clock}`), DATE, { leaveInPool, atOnce: 8 });
    seen.push([...sent]);
  }
  return seen;
}

describe('the dispatcher of the demo', () => {
  it('[DISP-01] [DISP-06] takes an order out of the pool three minutes before its limit', async () => {
    const pool = [taken('1', 'fault', '09:00'), taken('2', 'install', '09:00')];
    expect(await takenOut(pool, ['09:06', '09:07', '09:26', '09:27'])).toEqual([
      [],
      ['order 1'],
      [],
      ['order 2'],
    ]);
  });

  it('[DISP-01] overlooks one in forty until its limit is over', async () => {
    expect(await takenOut([taken('40', 'fault', '09:00')], ['09:10', '09:13', '09:14'])).toEqual([
      [],
      [],
      ['order 40'],
    ]);
  });

  it('leaves no more in the pool than it is asked to, those with the nearest limit taken first', async () => {
    const pool = [
      taken('1', 'install', '09:00'),
      taken('2', 'inspection', '08:50'),
      taken('3', 'fault', '09:01'),
    ];
    expect(await takenOut(pool, ['09:02'], 1)).toEqual([['order 3', 'order 1']]);
  });
});
