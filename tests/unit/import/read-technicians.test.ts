import { describe, expect, it } from 'vitest';
import { breakWords, parseBreaks } from '#server/services/import/break-cell.ts';
import { differingCells } from '#server/services/import/differing-cells.ts';
import { readAreas, readOrders, readTechnicians } from '#server/services/import/read-import.ts';
import { importFixture, knownBranch } from '#tests/support/import-known.ts';

describe('a file of technicians', () => {
  it('carries over staff number, area, skills, shift, vehicle, home and certificate', async () => {
    const result = await readTechnicians(importFixture('technicians-wgs84-utf8-bom.csv'), knownBranch());
    expect(result.ok && result.reading.rows).toEqual([
      {
        row: 2,
        number: 'Z001',
        name: '高峰',
        phone: '13900591001',
        areaId: 'gulou',
        skills: ['ftth', 'lan'],
        vehicle: 'ebike',
        shift: { start: '08:00', end: '18:00' },
        home: { lng: 119.3018, lat: 26.0878 },
        certifiedUntil: '2026-12-31',
      },
      {
        row: 3,
        number: 'Z002',
        name: '石磊',
        phone: '13900591002',
        areaId: 'huanxi',
        skills: ['ftth', 'xdsl'],
        vehicle: 'car',
        shift: { start: '08:30', end: '17:30' },
        home: { lng: 119.4192, lat: 26.1895 },
        certifiedUntil: '2026-03-01',
      },
      {
        row: 5,
        number: 'Z004',
        name: '云飞',
        phone: null,
        areaId: 'taijiang',
        skills: ['lan'],
        vehicle: 'walk',
        shift: { start: '09:00', end: '18:00' },
        home: null,
        certifiedUntil: null,
      },
    ]);
  });

  it('names all that is wrong with a row, and a certificate that has run out', async () => {
    const result = await readTechnicians(importFixture('technicians-wgs84-utf8-bom.csv'), knownBranch());
    const faults = result.ok ? result.reading.faults : [];
    expect(faults.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
      [4, '片区', '长乐区', 'unknown_area'],
      [4, '技能', '焊接', 'unknown_word'],
      [4, '交通工具', '飞机', 'unknown_word'],
      [4, '班次', '18:00-08:00', 'not_a_shift'],
      [4, '上岗证有效期', '明年', 'not_a_date'],
    ]);
    expect(result.ok && result.reading.warnings).toMatchObject([{ row: 3, reason: 'certificate_expired' }]);
  });
});

describe('a file of areas', () => {
  it('draws them from WKT or from a list of corners, or leaves them undrawn', async () => {
    const result = await readAreas(importFixture('areas-utf16le.tsv'), knownBranch());
    const rows = result.ok ? result.reading.rows : [];
    expect(rows.map(({ id, name, region, lead }) => [id, name, region, lead])).toEqual([
      ['hongshan', '洪山片区', 'urban', 'Z001'],
      ['guling', '鼓岭片区', 'village', null],
      [null, '琅岐片区', 'township', null],
    ]);
    expect(rows[0]!.polygon?.coordinates[0]).toHaveLength(5);
    expect(rows[1]!.polygon?.coordinates[0]?.at(-1)).toEqual([119.38, 26.08]);
    expect(rows[2]!.polygon).toBeNull();
  });

  it('says what is wrong with a boundary', async () => {
    const result = await readAreas(importFixture('areas-utf16le.tsv'), knownBranch());
    const faults = result.ok ? result.reading.faults : [];
    expect(faults.map(({ row, column, reason }) => [row, column, reason])).toEqual([
      [5, '片区编码', 'not_an_id'],
      [5, '边界', 'not_a_polygon'],
      [6, '边界', 'swapped_coordinates'],
    ]);
  });
});

describe('a file of technicians read as one of orders', () => {
  it('is told by its headers', async () => {
    const result = await readOrders(importFixture('technicians-wgs84-utf8-bom.csv'), knownBranch());
    expect(result).toMatchObject({
      ok: false,
      fault: { reason: 'missing_columns', facts: { looksLike: 'technicians' } },
    });
  });
});

describe('technicians who are registered already', () => {
  it('are left as they stand, and each cell that says otherwise is named', async () => {
    const known = knownBranch();
    const result = await readTechnicians(importFixture('technicians-wgs84-utf8-bom.csv'), known);
    const rows = result.ok ? result.reading.rows : [];
    const registered = rows.map(({ row: _, phone: __, ...fields }) => ({
      ...fields,
      id: fields.number.toLowerCase(),
      onDuty: false,
      onDutySince: null,
      consent: null,
      version: 1,
    }));
    expect(differingCells(rows, registered, known.areas)).toEqual([]);
    const [first, ...others] = registered;
    const moved = {
      ...first!,
      areaId: 'taijiang',
      shift: { start: '10:00', end: '20:00' },
      vehicle: 'car' as const,
    };
    expect(
      differingCells(rows, [moved, ...others], known.areas).map(({ row, field, value, expected }) => [
        row,
        field,
        value,
        ...expected,
      ]),
    ).toEqual([
      [2, 'area', '鼓楼区', '台江区'],
      [2, 'shift', '08:00-18:00', '10:00-20:00'],
      [2, 'vehicle', '电动车', '汽车'],
    ]);
  });
});

describe('breaks of a shift', () => {
  const shift = { start: '08:00', end: '18:00' };
  it.each([
    ['12:00-13:00', [{ from: '12:00', until: '12:00', minutes: 60 }]],
    ['11:30至13:30/45', [{ from: '11:30', until: '12:45', minutes: 45 }]],
    ['11:30-13:30（45分钟）', [{ from: '11:30', until: '12:45', minutes: 45 }]],
    [
      '15:00-15:20，12:00-13:00',
      [
        { from: '12:00', until: '12:00', minutes: 60 },
        { from: '15:00', until: '15:00', minutes: 20 },
      ],
    ],
  ])('are read from %s and written the same way', (text, breaks) => {
    expect(parseBreaks(text, shift)).toEqual(breaks);
    expect(parseBreaks(breaks.map(breakWords).join(','), shift)).toEqual(breaks);
  });

  it.each([
    '中午',
    '12:00',
    '13:00-12:00',
    '12:00-12:30/45',
    '07:00-08:30',
    '17:30-18:30',
    '12:70-13:00',
    '12:00-13:00/0',
  ])('cannot be %s', (text) => expect(parseBreaks(text, shift)).toBeNull());
});
