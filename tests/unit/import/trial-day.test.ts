import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isInside } from '#domain/geo/polygon.ts';
import { readOrders, readTechnicians } from '#server/services/import/read-import.ts';
import { knownBranch } from '#tests/support/import-known.ts';

/** A further trial on a branch's export that lies beside the project, not in it. */
const DAY = new URL('../../../../shared/data/day/', import.meta.url);
const here = existsSync(DAY);
const known = knownBranch({ crs: 'gcj02' });

async function day() {
  const result = await readOrders(readFileSync(new URL('orders-gcj02-gb18030.csv', DAY)), known);
  if (!result.ok) throw new Error(`refused: ${result.fault.reason}`);
  return result.reading;
}

describe.skipIf(!here)('the trial day (skipped when ../shared/data/day is not there)', () => {
  it('refuses six of its rows, each with column, value and reason', async () => {
    const { faults, encoding, total, rows } = await day();
    expect({ encoding, total, taken: rows.length }).toEqual({ encoding: 'GB18030', total: 300, taken: 294 });
    expect(faults.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
      // Exchanged coordinates: the exchange is offered, not done unasked.
      [44, '经度', '26.082809, 119.318631', 'swapped_coordinates'],
      // Seven digits beginning with 1 are nobody's number.
      [79, '联系电话', '1380000', 'not_a_phone'],
      // The number of the row before on another customer: which of the two is right, the branch must say.
      [103, '工单编号', 'FZ20260310100', 'duplicate_number'],
      [135, '受理时间', '2026/2/30 9:00', 'impossible_date'],
      // 0/0 was put there by something; unlike an empty cell it claims to be known.
      [207, '经度', '0, 0', 'zero_coordinates'],
      [268, '客户姓名', '', 'required'],
    ]);
    expect(faults[0]!.fix).toBe('119.318631, 26.082809');
    expect(faults[2]!.facts).toEqual({ firstRow: 102 });
  });

  it('takes the other odd rows and says what it made of them', async () => {
    const { rows, warnings } = await day();
    const made = (row: number) => ({
      order: rows.find((order) => order.row === row),
      said: warnings.filter((warning) => warning.row === row).map(({ reason }) => reason),
    });
    // No coordinates, but six neighbours of the same estate have some.
    expect(made(19)).toMatchObject({
      order: { estate: '闽江新村', place: { precision: 'community' } },
      said: ['placed_by_estate'],
    });
    // A type with a trailing space, and one by a synonym.
    expect(made(162)).toMatchObject({ order: { type: 'install' }, said: ['read_as'] });
    expect(made(190)).toMatchObject({ order: { type: 'fault' }, said: ['read_as'] });
    // No estate, but the address names one that other rows know.
    expect(made(242)).toMatchObject({ order: { estate: '鳌峰名城' }, said: ['estate_from_address'] });
    // The number that another row uses again.
    expect(made(102).said).toContain('number_reused');
    // Notes that are formulas are kept as text.
    expect(rows.filter(({ note }) => note === '=HYPERLINK("x")').length).toBeGreaterThan(20);
  });

  it('says nothing else but that some wishes lie before the intake', async () => {
    const { warnings } = await day();
    const others = warnings.filter(({ row }) => ![19, 102, 162, 190, 242].includes(row));
    expect(new Set(others.map(({ reason }) => reason))).toEqual(new Set(['wish_before_intake']));
  });

  it('has every order it places inside its area', async () => {
    const { rows } = await day();
    for (const { areaId, place, row } of rows) {
      const area = known.areas.find(({ id }) => id === areaId)!;
      expect(isInside(place!.point, area.polygon!), `row ${row}`).toBe(true);
    }
  });

  it('has forty technicians without a fault', async () => {
    const bytes = readFileSync(new URL('technicians-wgs84-utf8.csv', DAY));
    const result = await readTechnicians(bytes, knownBranch());
    expect(result.ok && result.reading.faults).toEqual([]);
    expect(result.ok && result.reading.rows.length).toBe(40);
    expect(result.ok && result.reading.encoding).toBe('UTF-8 BOM');
  });
});
