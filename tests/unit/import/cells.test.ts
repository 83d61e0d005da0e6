import { describe, expect, it } from 'vitest';
import { csvCell, writeCsv } from '#server/services/export/csv.ts';
import { areaOfAddress } from '#server/services/import/area-of-row.ts';
import { readBandwidth, readPhone } from '#server/services/import/cells.ts';
import { readInstant, readWallTime } from '#server/services/import/date-cell.ts';
import { Row } from '#server/services/import/row.ts';
import { ACCESS_WORDS, meaningOf, ORDER_TYPE_WORDS } from '#server/services/import/words.ts';
import { knownBranch } from '#tests/support/import-known.ts';

/** A row of one cell under the header 甲. */
function rowOf(cell: string) {
  return new Row<'cell'>(2, [cell], {
    headerRow: 1,
    headers: ['甲'],
    at: { cell: 0 },
    unused: [],
    missing: [],
  });
}

describe('dates', () => {
  it.each([
    ['2026/3/10 7:46', '2026-03-10 07:46:00'],
    ['2026-03-10 15:31:59', '2026-03-10 15:31:59'],
    ['2026.3.10', '2026-03-10 00:00:00'],
    ['2026年3月10日 9时05分', '2026-03-10 09:05:00'],
    ['2026年3月10日9点', '2026-03-10 09:00:00'],
    ['2026/3/10 9:05', '2026-03-10 09:05:00'],
    ['20260310', '2026-03-10 00:00:00'],
    ['20260310 0905', '2026-03-10 09:05:00'],
    ['2028-02-29 00:00', '2028-02-29 00:00:00'],
    ['46091.375', '2026-03-10 09:00:00'],
  ])('%s is %s', (text, expected) => {
    const wall = readWallTime(text);
    expect(typeof wall === 'string' ? wall : `${wall.date} ${wall.clock}`).toBe(expected);
  });

  it.each([
    ['2026/2/30 9:00', 'impossible_date'],
    ['2026/13/1', 'impossible_date'],
    ['2027-02-29', 'impossible_date'],
    ['2026-03-10 25:00', 'impossible_date'],
    ['2026-03-10 12:60', 'impossible_date'],
    ['10/3/2026', 'not_a_date'],
    ['明天上午', 'not_a_date'],
    ['2026-03', 'not_a_date'],
  ])('%s is %s', (text, fault) => {
    expect(readWallTime(text)).toBe(fault);
  });

  it('are Beijing time unless they bring an offset', () => {
    expect(readInstant('2026/3/10 7:46', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 9, 23, 46));
    expect(readInstant('2026-03-10T07:46:00Z', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 10, 7, 46));
    expect(readInstant('2026-03-10T07:46+09:00', 'Asia/Shanghai')).toBe(Date.UTC(2026, 2, 9, 22, 46));
    expect(readInstant('2026-02-30T07:46:00Z', 'Asia/Shanghai')).toBe('impossible_date');
  });
});

describe('telephone numbers', () => {
  it.each([
    ['187 9399 3994', '18793993994'],
    ['+86 187-9399-3994', '18793993994'],
    ['18793993994', '18793993994'],
    ['0591-81404961', '059181404961'],
    ['(0591)81404961', '059181404961'],
    ['700123456789012', '700123456789012'],
    ['400-800-1234', '4008001234'],
  ])('%s is %s', (text, digits) => {
    expect(readPhone(rowOf(text), 'cell')).toBe(digits);
  });

  it.each(['1380000', '12345678901', '81404961', '七零八', '700123'])('%s is none', (text) => {
    const row = rowOf(text);
    expect(readPhone(row, 'cell')).toBeNull();
    expect(row.faults).toMatchObject([{ row: 2, column: '甲', value: text, reason: 'not_a_phone' }]);
  });
});

describe('bandwidth', () => {
  it.each([
    ['300M', 300],
    ['1000Mbps', 1000],
    ['1G', 1000],
    ['500兆', 500],
    ['2 千兆', 2000],
    ['100', 100],
    ['', null],
  ])('%j is %j', (text, mbps) => {
    expect(readBandwidth(rowOf(text), 'cell')).toBe(mbps);
  });

  it.each(['快', '-5M', '0', '1e9'])('%s is none', (text) => {
    const row = rowOf(text);
    expect(readBandwidth(row, 'cell')).toBeNull();
    expect(row.faults.map(({ reason }) => reason)).toEqual(['not_a_bandwidth']);
  });
});

describe('[TYPE-01] [SKIL-01] words of the trade', () => {
  it.each([
    ['装机', 'install', true],
    ['新装', 'install', false],
    [' 装机 ', 'install', false],
    ['移机', 'move', true],
    ['撤机', 'remove', false],
    ['修障', 'fault', true],
    ['报障', 'fault', false],
    ['维修', 'fault', false],
    ['巡检', 'inspection', true],
    ['business', 'business', true],
  ])('%j is %s', (text, meaning, literal) => {
    expect(meaningOf(text, ORDER_TYPE_WORDS)).toEqual({ meaning, literal });
  });

  it('reads access types in any case and width', () => {
    expect(meaningOf('ftth', ACCESS_WORDS)?.meaning).toBe('FTTH');
    expect(meaningOf('PON + LAN', ACCESS_WORDS)?.meaning).toBe('PON+LAN');
    expect(meaningOf('ADSL', ACCESS_WORDS)?.meaning).toBe('xDSL');
    expect(meaningOf('卫星', ACCESS_WORDS)).toBeUndefined();
  });
});

describe('the area of an address', () => {
  const areas = knownBranch().areas;
  it.each([
    ['福州市鼓楼区湖东路86号', '鼓楼区'],
    ['福建省福州市鼓楼区湖东路86号', '鼓楼区'],
    ['鼓楼区湖东路86号', '鼓楼区'],
    ['福州市晋安区宦溪镇宦溪街88号', '晋安区宦溪镇'],
    ['福州市晋安区福马路266号', '晋安区'],
    ['福州市 闽侯县上街镇学府路', '闽侯县上街镇'],
    ['中国福建福州台江区状元里', '台江区'],
    ['厦门市思明区湖滨南路1号', undefined],
  ])('%s is %s', (address, name) => {
    expect(areaOfAddress(address, areas)?.name).toBe(name);
  });
});

describe('export', () => {
  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=1+1', ' =1'])(
    'never lets %j start a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('quotes what must be quoted and leaves the rest', () => {
    expect(writeCsv([['有狗', 'a,b', 'say "x"', '0591']])).toBe('\uFEFF有狗,"a,b","say ""x""",0591\r\n');
  });
});
