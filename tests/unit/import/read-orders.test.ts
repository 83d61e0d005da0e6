import { beforeAll, describe, expect, it } from 'vitest';
import { distanceM } from '#domain/geo/distance.ts';
import type { PlacedOrderRow } from '#server/services/import/place-orders.ts';
import { type ImportReading, readOrders } from '#server/services/import/read-import.ts';
import { importFixture, knownBranch } from '#tests/support/import-known.ts';

type Reading = ImportReading<PlacedOrderRow, string>;

const bytes = importFixture('orders-gcj02-gb18030.csv');
const gcj02 = knownBranch({ crs: 'gcj02' });

async function read(...given: Parameters<typeof readOrders>): Promise<Reading> {
  const result = await readOrders(...given);
  if (!result.ok) throw new Error(`refused: ${result.fault.reason}`);
  return result.reading;
}

const atRow = <T extends { row: number }>(list: readonly T[], row: number) =>
  list.filter((each) => each.row === row);

describe('a file of orders', () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await read(bytes, gcj02);
  });
  const warningsAt = (row: number) => atRow(reading.warnings, row).map(({ reason }) => reason);
  const faultsAt = (row: number) =>
    atRow(reading.faults, row).map(({ column, reason }) => `${column}: ${reason}`);

  it('counts its rows and tells how it was written', () => {
    expect(reading).toMatchObject({ encoding: 'GB18030', delimiter: ',', total: 11 });
    expect(reading.rows.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 12]);
  });

  it('carries a plain row over whole', () => {
    const { place, ...order } = reading.rows[0]!;
    expect(order).toEqual({
      row: 2,
      number: 'ZD26031001',
      type: 'install',
      customerName: '林晓',
      phone: '13800591001',
      address: '福州市鼓楼区湖东路86号榕荫里3号楼2单元501室',
      estate: '榕荫里',
      areaId: 'gulou',
      region: 'urban',
      accessType: 'FTTH',
      subscribedMbps: 300,
      customerClass: 'public',
      intakeAt: Date.UTC(2026, 2, 10, 0, 5),
      intakeText: '2026/3/10 8:05',
      preferredAt: Date.UTC(2026, 2, 10, 6, 30),
      note: '有狗',
      leaves: null,
      moveFrom: null,
      missing: [],
    });
    expect(distanceM(place!.point, { lng: 119.3019, lat: 26.0879 })).toBeLessThan(0.5);
  });

  it('keeps a note that looks like a formula as it is, and one of two lines', () => {
    expect(reading.rows[1]!.note).toBe('=HYPERLINK("http://x","看")');
    expect(reading.rows[2]!.note).toBe('电话先联系\n门禁 1203');
    expect(warningsAt(3)).toEqual([]);
  });

  it('places an order without coordinates in the middle of its estate and says so', () => {
    const { place } = atRow(reading.rows, 5)[0]!;
    expect(place).toMatchObject({ precision: 'community', uncertaintyM: 100 });
    expect(distanceM(place!.point, { lng: 119.30175, lat: 26.08775 })).toBeLessThan(1);
    expect(warningsAt(5)).toEqual(['read_as', 'placed_by_estate']);
  });

  it('reads a missing estate from the address, and a wish before the intake as none', () => {
    expect(atRow(reading.rows, 6)[0]).toMatchObject({
      type: 'install',
      estate: '降虎新村',
      region: 'township',
      preferredAt: null,
    });
    expect(warningsAt(6)).toEqual(['read_as', 'wish_before_intake', 'estate_from_address']);
  });

  it('offers the exchange when longitude stands under latitude', () => {
    const [fault] = atRow(reading.faults, 7);
    expect(fault).toMatchObject({ column: '经度', reason: 'swapped_coordinates' });
    expect(fault!.fix).toBe(fault!.value.split(', ').reverse().join(', '));
  });

  it('exchanges them when asked to, and says so', async () => {
    const turned = await read(bytes, { ...gcj02, turnSwapped: true });
    const { place } = atRow(turned.rows, 7)[0]!;
    expect(distanceM(place!.point, { lng: 119.2735, lat: 26.0482 })).toBeLessThan(0.5);
    expect(atRow(turned.warnings, 7).map(({ reason }) => reason)).toEqual(['swapped_corrected']);
  });

  it('lists all that is wrong with a row, not only the first', () => {
    expect(faultsAt(8)).toEqual([
      '客户姓名: required',
      '联系电话: not_a_phone',
      '经度: zero_coordinates',
      '接入方式: unknown_word',
      '带宽: not_a_bandwidth',
      '受理时间: impossible_date',
      '期望上门时间: impossible_date',
    ]);
  });

  it('refuses a number used for another order and leaves out a row that is repeated word for word', () => {
    expect(atRow(reading.faults, 9)).toMatchObject([
      { column: '工单编号', value: 'ZD26031001', reason: 'duplicate_number', facts: { firstRow: 2 } },
    ]);
    expect(warningsAt(2)).toEqual(['number_reused']);
    expect(warningsAt(10)).toEqual(['repeated_row']);
    expect(faultsAt(10)).toEqual([]);
  });

  it('[INTK-01] takes an order without any place and leaves it to be placed by hand', () => {
    expect(atRow(reading.rows, 12)[0]).toMatchObject({
      place: null,
      missing: ['place'],
      phone: null,
      type: 'inspection',
    });
    expect(warningsAt(12)).toEqual(['no_phone', 'no_estate', 'to_be_placed']);
  });

  it('names the areas when the address lies in none', () => {
    expect(faultsAt(13)).toEqual(['经度: outside_region', '装机地址: no_area']);
    expect(atRow(reading.faults, 13)[1]!.expected).toContain('鼓楼区');
  });

  it('adds nothing when it comes a second time', async () => {
    const numbers = new Set(reading.rows.map(({ number }) => number));
    const again = await read(bytes, { ...gcj02, numbers });
    expect(again.rows).toEqual([]);
    expect(again.alreadyThere).toEqual([2, 3, 4, 5, 6, 12]);
  });

  it('lies some hundred metres off when its system is said wrongly', async () => {
    const wrong = await read(bytes, { ...gcj02, crs: 'wgs84' });
    expect(distanceM(wrong.rows[0]!.place!.point, reading.rows[0]!.place!.point)).toBeCloseTo(591, -1);
  });

  it('shows how far it is', async () => {
    const header = '工单编号,工单类型,客户姓名,联系电话,装机地址\n';
    const lines = Array.from({ length: 450 }, (_, i) => `N${i},装机,林,13800591001,福州市鼓楼区东街${i}号`);
    const seen: [number, number][] = [];
    const onProgress = (done: number, total: number) => {
      seen.push([done, total]);
    };
    await read(new TextEncoder().encode(header + lines.join('\n')), gcj02, { onProgress });
    expect(seen).toEqual([
      [0, 450],
      [200, 450],
      [400, 450],
      [450, 450],
    ]);
  });

  it('reads a spreadsheet with a title above the header', async () => {
    const sheet = await read(importFixture('orders.xlsx'), gcj02);
    expect(sheet.rows).toMatchObject([
      {
        row: 3,
        number: 'ZD26031021',
        type: 'install',
        phone: '13800591021',
        intakeAt: Date.UTC(2026, 2, 10, 1),
      },
    ]);
  });

  it('is refused whole when a required column is missing', async () => {
    const result = await readOrders(new TextEncoder().encode('工单编号,工单类型\nA,装机\n'), gcj02);
    expect(result).toMatchObject({
      ok: false,
      fault: { reason: 'missing_columns', facts: { columns: ['customerName', 'phone', 'address'] } },
    });
  });

  describe('with moves', () => {
    const header = '工单编号,工单类型,客户姓名,联系电话,装机地址,原地址,备注\n';
    const move = async (type: string, old: string, note = '') => {
      const estates = [{ areaId: 'mawei', name: '江滨花园', point: { lng: 119.45, lat: 25.99 } }];
      const line = `M1,${type},林,13800591001,福州市鼓楼区湖东路86号榕荫里3号楼501室,${old},${note}`;
      const { rows, warnings } = await read(
        new TextEncoder().encode(header + line),
        knownBranch({ estates }),
      );
      return { row: rows[0], reasons: warnings.map(({ reason }) => reason) };
    };

    it('[SITE-11] reads the address that the customer leaves, and finds its area and estate', async () => {
      const { row, reasons } = await move('移机', '福州市马尾区江滨路2号江滨花园1号楼101室');
      expect(row?.leaves).toEqual({ address: '福州市马尾区江滨路2号江滨花园1号楼101室', areaId: 'mawei' });
      expect(row?.moveFrom).toMatchObject({
        areaId: 'mawei',
        estate: '江滨花园',
        place: { point: { lng: 119.45, lat: 25.99 }, precision: 'community' },
      });
      expect(reasons).not.toContain('old_to_be_placed');
    });

    it('[INTK-01] says what it does not know of it', async () => {
      expect(await move('移机', '')).toMatchObject({
        row: { leaves: null, moveFrom: null },
        reasons: expect.arrayContaining(['no_old_address']),
      });
      const nowhere = await move('移机', '某某路5号');
      expect(nowhere.row?.moveFrom).toMatchObject({ areaId: 'gulou', place: null });
      expect(nowhere.reasons).toEqual(expect.arrayContaining(['old_area_assumed', 'old_to_be_placed']));
      expect((await move('装机', '某某路5号')).reasons).toContain('old_address_unused');
    });

    it('[PRIV-06] points out a note that speaks of private matters, and takes the row', async () => {
      const { row, reasons } = await move('装机', '', '客户刚离婚');
      expect(row?.note).toBe('客户刚离婚');
      expect(reasons).toContain('private_words');
      expect((await move('装机', '', '有狗')).reasons).not.toContain('private_words');
    });
  });
});
