import { describe, expect, it } from 'vitest';
import { type Mapping, matchColumns } from '#server/services/import/columns.ts';
import { ORDER_FIELDS, type OrderField, TECHNICIAN_FIELDS } from '#server/services/import/field-words.ts';

const HEADERS = ['工单号', '业务类型', '客户名称', '手机号码', '安装地址', '片区经理'];

function match(rows: string[][], mapping?: Mapping<OrderField>) {
  return matchColumns(rows, ORDER_FIELDS, mapping);
}

describe('the columns of a file', () => {
  it('are told by the words of their headers, in Chinese', () => {
    const result = match([HEADERS]);
    expect(result.ok && result.columns.at).toEqual({
      number: 0,
      type: 1,
      customerName: 2,
      phone: 3,
      address: 4,
    });
    expect(result.ok && result.columns.unused).toEqual(['片区经理']);
    expect(result.ok && result.columns.missing).toEqual([]);
  });

  it('and in English, whatever case, spaces, stars or units they carry', () => {
    const result = match([
      ['Order No.*', 'orderType', 'CUSTOMER_NAME', 'Phone', 'Address', 'Longitude(°)', 'Lat'],
    ]);
    expect(result.ok && result.columns.at).toEqual({
      number: 0,
      type: 1,
      customerName: 2,
      phone: 3,
      address: 4,
      lng: 5,
      lat: 6,
    });
  });

  it('are found below a title', () => {
    const result = match([['装维派单表'], [], HEADERS, ['Z1']]);
    expect(result.ok && result.columns.headerRow).toBe(3);
  });

  it('name the required ones that are missing', () => {
    const result = match([['工单号', '业务类型', '备注']]);
    expect(result.ok && result.columns.missing).toEqual(['customerName', 'phone', 'address']);
  });

  it('follow the user where the user says so', () => {
    const result = match([['工单号', '业务类型', '户主', '手机号码', '安装地址', '备注']], {
      customerName: '户主',
      note: null,
    });
    expect(result.ok && result.columns.at).toEqual({
      number: 0,
      type: 1,
      customerName: 2,
      phone: 3,
      address: 4,
    });
    expect(result.ok && result.columns.unused).toEqual(['备注']);
  });

  it('refuse a mapping to a header that the file has not, and name both', () => {
    expect(match([HEADERS], { note: '附言' })).toEqual({
      ok: false,
      fault: { reason: 'unknown_column', facts: { columns: ['附言'], headers: HEADERS } },
    });
  });

  it('are not given twice: 姓名 of a technician is not also the number', () => {
    const result = matchColumns([['编号', '姓名', '片区', '技能', '班次']], TECHNICIAN_FIELDS);
    expect(result.ok && result.columns.at).toEqual({ number: 0, name: 1, area: 2, skills: 3, shift: 4 });
  });

  it('are refused where there is no header at all', () => {
    expect(match([['只有一格']])).toEqual({ ok: false, fault: { reason: 'no_header', facts: {} } });
  });
});
