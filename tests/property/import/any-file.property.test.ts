import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell } from '#server/services/export/csv.ts';
import { readOrders } from '#server/services/import/read-import.ts';
import { FUZHOU, knownBranch } from '#tests/support/import-known.ts';

const known = knownBranch();
const HEADER = '工单编号,工单类型,客户姓名,联系电话,装机地址,小区,经度,纬度,接入方式,带宽,受理时间,备注';

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    '装机',
    '修障',
    '13800591001',
    '福州市鼓楼区东街1号',
    '119.3',
    '26.08',
    '0',
    'FTTH',
    '300M',
    '2026/3/10 9:00',
    '2026/2/30',
  ),
);
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { maxLength: 12 });
const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('any file', () => {
  it('of any bytes is read or refused, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const result = await readOrders(bytes, known);
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });

  it('of any cells accounts for every row: taken, faulty, repeated or already there', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const text = [HEADER, ...cells.map((row) => row.map(quote).join(','))].join('\r\n');
        const result = await readOrders(new TextEncoder().encode(text), known);
        if (!result.ok) throw new Error(result.fault.reason);
        const { total, rows: taken, faults, warnings, alreadyThere } = result.reading;
        const faulty = new Set(faults.map(({ row }) => row));
        const repeated = new Set(
          warnings.filter(({ reason }) => reason === 'repeated_row').map(({ row }) => row),
        );
        expect(taken.some(({ row }) => faulty.has(row))).toBe(false);
        expect(taken.length + faulty.size + repeated.size + alreadyThere.length).toBe(total);
      }),
    );
  });

  it('gives only orders with a place in the region or none', async () => {
    const number = fc.double({ min: -200, max: 200, noNaN: true });
    await fc.assert(
      fc.asyncProperty(number, number, async (lng, lat) => {
        const text = `${HEADER}\r\nA1,装机,林,13800591001,福州市鼓楼区东街1号,,${lng},${lat},FTTH,,,`;
        const result = await readOrders(new TextEncoder().encode(text), known);
        for (const { place } of result.ok ? result.reading.rows : []) {
          if (place === null) continue;
          expect(place.point.lng).toBeGreaterThanOrEqual(FUZHOU.west);
          expect(place.point.lng).toBeLessThanOrEqual(FUZHOU.east);
        }
      }),
    );
  });
});

describe('an exported cell', () => {
  it('never starts a formula, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', ' ', '"', ',', 'a', '1') }),
        (text) => {
          const seen = csvCell(text).replace(/^"([\s\S]*)"$/, (_, inner: string) =>
            inner.replaceAll('""', '"'),
          );
          expect(/^\s*[=+\-@＝＋－＠]/.test(seen)).toBe(false);
          expect(seen === text || seen === `'${text}`).toBe(true);
        },
      ),
    );
  });
});
