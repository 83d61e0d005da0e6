import type { Commands, CommandType } from '#protocol/command.ts';

const KEY = 'zhundian_device';
const DEVICE = /^[0-9a-f]{32}$/;

/**
 * The number by which this browser can be told from another: random, made once, kept in it; nothing of the machine goes into it (RECD-02).
 * Null where the browser keeps nothing.
 */
export function deviceOf(
  keeps: () => Pick<Storage, 'getItem' | 'setItem'>,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array,
): string | null {
  try {
    const store = keeps();
    const known = store.getItem(KEY);
    if (known !== null && DEVICE.test(known)) return known;
    const made = Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
    store.setItem(KEY, made);
    return store.getItem(KEY) === made ? made : null;
  } catch {
    // storage is switched off: a number that changes with every page would tell nothing
    return null;
  }
}

/** The payload with the device where the standard asks from which one it came: steps of a visit, and a customer's word. */
export function fromDevice<T extends CommandType>(
  type: T,
  payload: Commands[T],
  device: string | null,
): Commands[T] {
  const told = type.startsWith('visit.') || type === 'callback.record';
  return told && device !== null ? { ...payload, device } : payload;
}
