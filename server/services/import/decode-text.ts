/** Encodings an export may come in, by the name that is shown. */
export type Encoding = 'UTF-8' | 'UTF-8 BOM' | 'GB18030' | 'UTF-16LE' | 'UTF-16BE';

/** Text and the encoding it was in; undefined when it is in none of them. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | undefined;

/**
 * Tells the encoding of a text file by its mark, by zero bytes (UTF-16 without a mark), by being valid
 * UTF-8, or else by being valid GB18030, which holds GBK and GB2312. Nothing is replaced silently:
 * bytes that fit no encoding give undefined.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeAs(bytes.subarray(3), 'utf-8', 'UTF-8 BOM');
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs(bytes.subarray(2), 'utf-16le', 'UTF-16LE');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeAs(bytes.subarray(2), 'utf-16be', 'UTF-16BE');
  const zeros = zeroBytes(bytes);
  if (zeros.odd > zeros.looked / 8) return decodeAs(bytes, 'utf-16le', 'UTF-16LE');
  if (zeros.even > zeros.looked / 8) return decodeAs(bytes, 'utf-16be', 'UTF-16BE');
  return decodeAs(bytes, 'utf-8', 'UTF-8') ?? decodeAs(bytes, 'gb18030', 'GB18030');
}

function decodeAs(bytes: Uint8Array, label: string, encoding: Encoding): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Latin letters, digits and commas leave every second byte of UTF-16 zero. */
function zeroBytes(bytes: Uint8Array): { even: number; odd: number; looked: number } {
  const looked = Math.min(bytes.length, 4096);
  let [even, odd] = [0, 0];
  for (let i = 0; i < looked; i++) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  return { even, odd, looked };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}
