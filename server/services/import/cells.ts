import { phone } from '#protocol/schema-base.ts';
import type { Row } from './row.ts';
import { expectedWords, meaningOf, type Words } from './words.ts';

/** Text of at most `max` characters; a fault when longer, unprintable, or missing though required. */
export function readText<F extends string>(row: Row<F>, field: F, max: number, required: boolean): string {
  const text = row.text(field);
  if (text === '') {
    if (required) row.fault(field, 'required');
    return '';
  }
  if (text.length > max) row.fault(field, 'too_long', { facts: { max, length: text.length } });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
  if (!text.isWellFormed() || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) {
    row.fault(field, 'unprintable');
  }
  return text;
}

/** One of the field's words. Another word for the same is taken and said; an empty cell is the fallback. */
export function readWord<F extends string, T extends string>(
  row: Row<F>,
  field: F,
  words: Words<T>,
  fallback: T | null,
): T | null {
  const raw = row.raw(field);
  if (raw.trim() === '') {
    if (fallback === null) row.fault(field, 'required', { expected: expectedWords(words) });
    return fallback;
  }
  const hit = meaningOf(raw, words);
  if (hit === undefined) {
    row.fault(field, 'unknown_word', { expected: expectedWords(words) });
    return null;
  }
  if (!hit.literal) {
    const word = words.find(([meaning]) => meaning === hit.meaning)![1][0]!;
    row.warn(field, 'read_as', { facts: { word } });
  }
  return hit.meaning;
}

/** A telephone number as digits; null with a fault when it is none, null without when the cell is empty. */
export function readPhone<F extends string>(row: Row<F>, field: F): string | null {
  const text = row.text(field);
  if (text === '') return null;
  const read = phone.safeParse(text.normalize('NFKC').replace(/[‐-―−]/g, '-'));
  if (read.success) return read.data;
  row.fault(field, 'not_a_phone', { expected: ['13800138000', '0591-87654321', '4008001234'] });
  return null;
}

/** Megabits a second from 300M, 300Mbps, 1G, 500兆 or a bare number; null for an empty cell. */
export function readBandwidth<F extends string>(row: Row<F>, field: F): number | null {
  const text = row.text(field).normalize('NFKC');
  if (text === '') return null;
  const parts = /^(\d+(?:\.\d+)?)\s*(g|m|兆|千兆)?(?:bps|b\/s|b)?$/i.exec(text);
  const mbps = parts ? Number(parts[1]) * (/^(g|千兆)$/i.test(parts[2] ?? '') ? 1000 : 1) : Number.NaN;
  if (mbps > 0 && mbps <= 100_000) return mbps;
  row.fault(field, 'not_a_bandwidth', { expected: ['300M', '1000M', '1G'] });
  return null;
}
