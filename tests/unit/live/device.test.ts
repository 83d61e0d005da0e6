import { describe, expect, it } from 'vitest';
import { deviceOf, fromDevice } from '#app/live/device.ts';

function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
  };
}
const counting = () => {
  let next = 0;
  return (bytes: Uint8Array<ArrayBuffer>) => bytes.map(() => next++);
};

describe('the number that a browser keeps of itself', () => {
  it('[RECD-02] is made once and stays', () => {
    const kept = storage();
    const random = counting();
    const first = deviceOf(() => kept, random);
    expect(first).toBe('000102030405060708090a0b0c0d0e0f');
    expect(deviceOf(() => kept, random)).toBe(first);
    expect(deviceOf(() => storage(), random)).not.toBe(first);
  });

  it('[RECD-02] is none where the browser keeps nothing', () => {
    const away = () => {
      throw new Error('storage is switched off');
    };
    expect(deviceOf(away, counting())).toBeNull();
    expect(deviceOf(() => ({ getItem: () => null, setItem: () => undefined }), counting())).toBeNull();
  });

  it('[RECD-02] goes along with steps of a visit and callbacks alone', () => {
    expect(fromDevice('visit.finish', { orderId: 'o1' }, 'd')).toEqual({ orderId: 'o1', device: 'd' });
    expect(fromDevice('visit.finish', { orderId: 'o1' }, null)).toEqual({ orderId: 'o1' });
    expect(fromDevice('customer.urge', { orderId: 'o1' }, 'd')).toEqual({ orderId: 'o1' });
  });
});
