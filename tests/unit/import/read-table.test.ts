import { describe, expect, it } from 'vitest';
import { readTable } from '#server/services/import/read-table.ts';
import { importFixture } from '#tests/support/import-known.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

async function cellsOf(bytes: Uint8Array) {
  const reading = await readTable(bytes);
  if (!reading.ok) throw new Error(`refused: ${reading.fault.reason}`);
  return reading.table;
}

async function faultOf(bytes: Uint8Array) {
  const reading = await readTable(bytes);
  return reading.ok ? undefined : reading.fault;
}

describe('a table file', () => {
  it('tells its encoding', async () => {
    expect((await cellsOf(utf8('工号,姓名\nT1,高'))).encoding).toBe('UTF-8');
    expect((await cellsOf(utf8('\uFEFF工号,姓名'))).encoding).toBe('UTF-8 BOM');
    expect((await cellsOf(importFixture('orders-gcj02-gb18030.csv'))).encoding).toBe('GB18030');
    expect((await cellsOf(importFixture('areas-utf16le.tsv'))).encoding).toBe('UTF-16LE');
    expect((await cellsOf(Buffer.from('number,name\nT1,Gao', 'utf16le'))).encoding).toBe('UTF-16LE');
    expect((await cellsOf(utf16be('number,name\nT1,Gao'))).encoding).toBe('UTF-16BE');
    expect((await cellsOf(importFixture('orders.xlsx'))).encoding).toBe('XLSX');
  });

  it('keeps the mark out of the first header', async () => {
    expect((await cellsOf(utf8('\uFEFF工号,姓名'))).cells[0]).toEqual(['工号', '姓名']);
  });

  it.each([',', '\t', ';', '|'])('tells that %j stands between the cells', async (delimiter) => {
    const table = await cellsOf(
      utf8(['a', 'b', 'c'].join(delimiter).concat('\r\n1', delimiter, '2', delimiter, '3')),
    );
    expect(table.delimiter).toBe(delimiter);
    expect(table.cells[1]).toEqual(['1', '2', '3']);
  });

  it('reads quotes, commas and line ends inside quotes as text', async () => {
    const { cells } = await cellsOf(utf8('a,b\r\n"x, ""y""","two\r\nlines"\r\n'));
    expect(cells[1]).toEqual(['x, "y"', 'two\r\nlines']);
  });

  it('reads a spreadsheet’s numbers without exponent and its dates by the clock', async () => {
    const { cells } = await cellsOf(importFixture('orders.xlsx'));
    expect(cells[2]!.slice(3)).toEqual([
      '13800591021',
      '福州市鼓楼区东街66号庆城里1号楼1单元101室',
      '2026-03-10 09:00:00',
    ]);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    expect((await faultOf(new Uint8Array()))?.reason).toBe('empty_file');
    expect((await faultOf(utf8('\r\n,,\r\n')))?.reason).toBe('empty_file');
    expect((await faultOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])))?.reason).toBe('old_excel');
    expect((await faultOf(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])))?.reason).toBe('broken_excel');
    expect((await faultOf(new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0x0a])))?.reason).toBe(
      'unreadable_encoding',
    );
    expect(await faultOf(new Uint8Array(20_000_001).fill(0x61))).toEqual({
      reason: 'too_large',
      facts: { bytes: 20_000_001, limit: 20_000_000 },
    });
    expect(await faultOf(utf8('a\n'.repeat(50_001)))).toEqual({
      reason: 'too_many_rows',
      facts: { rows: 50_001, limit: 50_000 },
    });
  });

  it('does not unpack a spreadsheet that claims to hold more than 200 MB', async () => {
    const bytes = new Uint8Array(importFixture('orders.xlsx'));
    const view = new DataView(bytes.buffer);
    // The unpacked size of the first directory entry, 24 bytes after its signature.
    const entry = [...bytes.keys()].find(
      (at) => at + 4 < bytes.length && view.getUint32(at, true) === 0x02014b50,
    )!;
    view.setUint32(entry + 24, 300_000_000, true);
    expect((await faultOf(bytes))?.reason).toBe('broken_excel');
  });
});
