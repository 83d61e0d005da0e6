import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { areaSeqs } from '#db/query/event.ts';
import { insertImport } from '#db/query/import-run.ts';
import { ordersByNumber } from '#db/query/order.ts';
import { technicianById } from '#db/query/technician.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import type { ImportRun } from '#protocol/import.ts';
import type { Viewer } from '#server/access/viewer.ts';
import type { Services } from '#server/services/context.ts';
import { type ImportFields, readImport, startImport } from '#server/services/import/start-import.ts';
import { cardsFor } from '#server/services/order/cards.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  type House,
  openHouse,
  SUPERVISOR,
} from '#tests/integration/support/house.ts';

const HEADER =
  '工单编号,工单类型,客户姓名,联系电话,装机地址,小区,经度,纬度,接入方式,带宽,客户等级,受理时间,备注';
const CLEAN = [
  'A1,装机,张三,13812341234,福州市鼓楼区东街1号6号楼302室,东街花园,119.30,26.08,FTTH,300M,公众,2026-03-10 08:00,',
  'A2,修障,李四,13912341235,福州市鼓楼区西街2号7号楼101室,西街花园,119.31,26.09,FTTH,,公众,2026-03-10 08:10,有狗',
];
const FAULTY = 'A3,修障,王五,12345,福州市鼓楼区南街,南街花园,119.31,26.09,FTTH,,公众,2026-13-40,';

const csv = (...rows: readonly string[]) => new TextEncoder().encode([HEADER, ...rows].join('\r\n'));

describe('an import of orders', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  async function take(
    bytes: Uint8Array,
    fields: Partial<ImportFields> = {},
    { viewer = DISPATCHER, services = house.services }: { viewer?: Viewer; services?: Services } = {},
  ): Promise<ImportRun> {
    const id = randomUUID();
    const started = await startImport(services, viewer, {
      id,
      fileName: 'orders.csv',
      bytes,
      fields: {
        kind: 'orders',
        crs: 'wgs84',
        mapping: {},
        dryRun: false,
        partial: false,
        turnSwapped: false,
        standardId: 'base',
        ...fields,
      },
    });
    if (!started.ok) throw new Error(started.title);
    await started.ended;
    const run = await readImport(services, viewer, id);
    if (!run) throw new Error('The run is gone.');
    return run;
  }

  const seq = async () => (await areaSeqs(house.database.sql, ['gulou'])).get('gulou') ?? 0;

  it('[ARITH-06] shows a time later than now as the file writes it, with row and column', async () => {
    const run = await take(csv(CLEAN[0]!, CLEAN[1]!.replace('2026-03-10 08:10', '2099年3月10日 8时')));
    expect(run).toMatchObject({ status: 'refused', taken: 0 });
    expect(run.report?.faults).toEqual([
      {
        row: 3,
        column: '受理时间',
        field: 'intakeAt',
        value: '2099年3月10日 8时',
        reason: 'in_future',
        expected: [],
      },
    ]);
  });

  it('takes every row of a clean file, through the log, with the customers beside it', async () => {
    const before = await seq();
    const run = await take(csv(...CLEAN));
    expect(run).toMatchObject({
      status: 'done',
      taken: 2,
      total: 2,
      alreadyThere: 0,
      report: { faults: [] },
    });
    const orders = await ordersByNumber(house.database.sql, ['A1', 'A2']);
    expect(orders).toMatchObject([
      { type: 'install', areaId: 'gulou', status: 'pending_dispatch' },
      { type: 'fault', areaId: 'gulou', place: { point: { lng: 119.31, lat: 26.09 } } },
    ]);
    expect(await seq()).toBe(before + 2);
    expect(await verifyLog(house.database.sql)).toEqual([]);
    const cards = await cardsFor(
      house.services,
      DISPATCHER,
      orders.map(({ id }) => id),
    );
    expect(cards.map(({ name, phone }) => [name, phone])).toEqual(
      expect.arrayContaining([
        ['张三', '138****1234'],
        ['李四', '139****1235'],
      ]),
    );
  });

  it('[SITE-11] takes a move as its whole, its install and its removal, which waits for the old address', async () => {
    const row =
      'M1,移机,赵六,13912341236,福州市鼓楼区东街1号6号楼302室,东街花园,119.30,26.08,FTTH,300M,公众,2026-03-10 08:00,';
    expect(await take(csv(row))).toMatchObject({
      status: 'done',
      taken: 1,
      total: 1,
      report: { faults: [] },
    });
    const orders = await ordersByNumber(house.database.sql, ['M1', 'M1-拆', 'M1-装']);
    expect(orders.map(({ number, type, status, estate }) => [number, type, status, estate]).sort()).toEqual([
      ['M1', 'move', 'pending_dispatch', '东街花园'],
      ['M1-拆', 'remove', 'draft', null],
      ['M1-装', 'install', 'pending_dispatch', '东街花园'],
    ]);
    expect(await take(csv(row))).toMatchObject({ taken: 0, alreadyThere: 1 });
  });

  it('[SITE-11] takes a move with its old address: the removal is ready there, in its own area', async () => {
    const header = HEADER.replace('装机地址,', '装机地址,原地址,');
    const row =
      'M2,移机,赵六,13912341236,福州市鼓楼区东街1号6号楼302室,福州市马尾区江滨路2号江滨花园1号楼101室,东街花园,119.30,26.08,FTTH,300M,公众,2026-03-10 08:00,';
    const bytes = new TextEncoder().encode(`${header}\r\n${row}`);
    expect(await take(bytes, {}, { viewer: SUPERVISOR })).toMatchObject({ status: 'done', taken: 1 });
    const orders = await ordersByNumber(house.database.sql, ['M2-拆', 'M2-装']);
    expect(
      orders.map(({ number, areaId, status, estate }) => [number, areaId, status, estate]).sort(),
    ).toEqual([
      ['M2-拆', 'mawei', 'pending_dispatch', '江滨花园'],
      ['M2-装', 'gulou', 'pending_dispatch', '东街花园'],
    ]);
    const cards = await cardsFor(
      house.services,
      SUPERVISOR,
      orders.map(({ id }) => id),
    );
    expect(cards.map(({ address }) => address).sort()).toEqual([
      '福州市马尾区江滨路2号江滨花园1号楼101室',
      '福州市鼓楼区东街1号6号楼302室',
    ]);
    for (const area of ['gulou', 'mawei']) expect(await verifyLog(house.database.sql, area)).toEqual([]);
  });

  it('takes nothing of a file with a faulty row, and says row, column, value and reason', async () => {
    const before = await seq();
    const run = await take(csv(...CLEAN, FAULTY));
    expect(run).toMatchObject({ status: 'refused', taken: 0 });
    expect(run.report?.faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 4, column: '联系电话', value: '12345', reason: 'not_a_phone' }),
        expect.objectContaining({ row: 4, column: '受理时间', value: '2026-13-40' }),
      ]),
    );
    expect(await ordersByNumber(house.database.sql, ['A1', 'A2', 'A3'])).toEqual([]);
    expect(await seq()).toBe(before);
  });

  it('takes the clean rows of such a file when asked to', async () => {
    const run = await take(csv(...CLEAN, FAULTY), { partial: true });
    expect(run).toMatchObject({ status: 'done', taken: 2, total: 3, done: 3 });
    expect(await ordersByNumber(house.database.sql, ['A1', 'A2', 'A3'])).toHaveLength(2);
  });

  it('only looks when asked for a dry run', async () => {
    const run = await take(csv(...CLEAN), { dryRun: true });
    expect(run).toMatchObject({
      status: 'checked',
      taken: 0,
      report: { preview: [{ number: 'A1' }, { number: 'A2' }] },
    });
    expect(await ordersByNumber(house.database.sql, ['A1'])).toEqual([]);
  });

  it('makes no duplicates of a file that is taken twice, one after the other or at once', async () => {
    await take(csv(CLEAN[0] as string));
    const again = await take(csv(...CLEAN));
    expect(again).toMatchObject({ status: 'done', taken: 1, alreadyThere: 1 });
    const more = csv(
      'B1,修障,赵六,13612341236,福州市鼓楼区北街3号,北街花园,119.3,26.1,FTTH,,公众,2026-03-10 08:20,',
    );
    const both = await Promise.all([take(more), take(more)]);
    expect(both.map(({ taken }) => taken).sort()).toEqual([0, 1]);
    expect(await ordersByNumber(house.database.sql, ['A1', 'A2', 'B1'])).toHaveLength(3);
  });

  it('refuses rows of an area that is not the viewer’s as if there were no such area', async () => {
    const run = await take(csv(CLEAN[0] as string), {}, { viewer: ELSEWHERE });
    expect(run).toMatchObject({
      status: 'refused',
      report: { faults: [{ reason: 'no_area', expected: ['马尾区'] }] },
    });
  });

  it('leaves nothing behind when the process stops between writing and committing', async () => {
    class Stopped extends Error {}
    const services: Services = {
      ...house.services,
      at: async (breakpoint) => {
        if (breakpoint === 'after-log') throw new Stopped();
      },
    };
    const before = await seq();
    const run = await take(csv(...CLEAN), {}, { services });
    expect(run.status).toBe('failed');
    expect(await seq()).toBe(before);
    expect(await ordersByNumber(house.database.sql, ['A1', 'A2'])).toEqual([]);
    expect(await take(csv(...CLEAN))).toMatchObject({ status: 'done', taken: 2 });
  });

  it('is told as failed once it has not moved for a minute: its process was killed', async () => {
    const id = randomUUID();
    await insertImport(house.database.sql, {
      id,
      kind: 'orders',
      fileName: 'orders.csv',
      crs: 'wgs84',
      mapping: {},
      dryRun: false,
      partial: false,
      turnSwapped: false,
      requestedBy: DISPATCHER.personId,
      requestedAt: house.clock.at,
    });
    expect(await readImport(house.services, DISPATCHER, id)).toMatchObject({ status: 'running' });
    house.clock.at += 61_000;
    expect(await readImport(house.services, DISPATCHER, id)).toMatchObject({ status: 'failed', taken: 0 });
    expect(await readImport(house.services, SUPERVISOR, id)).toBeNull();
  });

  it('[RESP-02] takes who left an area in again, and the log of the person goes on', async () => {
    const roster = new TextEncoder().encode(
      '工号,姓名,电话,片区,经度,纬度,技能,班次,交通工具,上岗证有效期\nT4,陈工,15812345679,鼓楼区,119.3,26.08,FTTH,08:00-18:00,电动车,2026-10-22\n',
    );
    expect(await take(roster, { kind: 'technicians' })).toMatchObject({ status: 'done', taken: 0 });
    await house.done(SUPERVISOR, 'area.leave', {
      areaId: 'gulou',
      technicianId: 't4',
      successorId: 't1',
    });
    expect(await take(roster, { kind: 'technicians' })).toMatchObject({ status: 'done', taken: 1 });
    const again = await technicianById(house.database.sql, 't4');
    expect(again).toMatchObject({ name: '陈工', version: 3 });
    expect(again).not.toHaveProperty('leftAt');
    expect(await verifyLog(house.database.sql, 'gulou')).toEqual([]);
  });

  it('registers technicians with their area, and an import of areas is the administrators’', async () => {
    const technicians = new TextEncoder().encode(
      '工号,姓名,电话,片区,经度,纬度,技能,班次,交通工具,上岗证有效期\nT901,邓丽,15812345678,鼓楼区,119.3,26.08,FTTH|LAN,08:00-18:00,电动车,2026-10-22\n',
    );
    expect(await take(technicians, { kind: 'technicians' })).toMatchObject({ status: 'done', taken: 1 });
    expect(await take(technicians, { kind: 'technicians' })).toMatchObject({
      status: 'done',
      taken: 0,
      alreadyThere: 1,
    });
    const roster = new TextDecoder().decode(technicians);
    const later = new TextEncoder().encode(roster.replace('08:00-18:00', '10:00-20:00'));
    expect(await take(later, { kind: 'technicians' })).toMatchObject({
      status: 'done',
      taken: 0,
      alreadyThere: 1,
      report: {
        warnings: [{ row: 2, column: '班次', reason: 'stays_as_it_is', expected: ['08:00-18:00'] }],
      },
    });
    await expect(take(technicians, { kind: 'areas' })).rejects.toThrow('role');
    const areas = new TextEncoder().encode('片区,区域类型\n仓山区,城区\n');
    expect(await take(areas, { kind: 'areas' }, { viewer: SUPERVISOR })).toMatchObject({
      status: 'done',
      taken: 1,
    });
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });
});
