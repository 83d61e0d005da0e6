import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaById } from '#db/query/area.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  HOUR,
  type House,
  MORNING,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('the first responsible person of an area', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const area = () => areaById(house.database.sql, 'gulou');
  const t1 = technicianViewer('t1');
  const t2 = technicianViewer('t2');

  it('[RESP-02] is designated by the desk of that area, for now or for later', async () => {
    await house.done(DISPATCHER, 'area.designate', { areaId: 'gulou', technicianId: 't1' });
    expect(await area()).toMatchObject({ leadTechnicianId: 't1' });
    await house.done(DISPATCHER, 'area.designate', {
      areaId: 'gulou',
      technicianId: 't2',
      from: MORNING + 48 * HOUR,
    });
    expect((await area())?.leadTerms).toMatchObject([
      { technicianId: 't1', until: MORNING + 48 * HOUR },
      { technicianId: 't2', from: MORNING + 48 * HOUR },
    ]);
    expect(
      await house.send(ELSEWHERE, 'area.designate', { areaId: 'gulou', technicianId: 't1' }),
    ).toMatchObject({ ok: false, code: 'not_found' });
    expect(await house.send(t1, 'area.designate', { areaId: 'gulou', technicianId: 't1' })).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
  });

  it('[STATE] a refused step says why', async () => {
    expect(await house.send(DISPATCHER, 'area.come_back', { areaId: 'gulou' })).toMatchObject({
      ok: false,
      code: 'refused',
      rules: [{ id: 'STATE', facts: { state: 'in_force', needs: ['deputised'] } }],
    });
    expect(
      await house.send(DISPATCHER, 'area.name_deputy', { areaId: 'gulou', deputyId: 'nobody' }),
    ).toMatchObject({ ok: false, code: 'refused', rules: [{ id: 'RESP-02' }] });
  });

  it('[RESP-02] does not go home before somebody stands in for the colleagues who stay', async () => {
    await house.done(t1, 'technician.on_duty', { technicianId: 't1', declared: ['sober', 'uniform'] });
    await house.done(t2, 'technician.on_duty', { technicianId: 't2' });
    expect(await house.send(t1, 'technician.off_duty', { technicianId: 't1' })).toMatchObject({
      ok: false,
      code: 'refused',
      rules: [{ id: 'RESP-02', facts: { onDuty: ['t2'] } }],
    });
    expect(await house.send(t2, 'area.name_deputy', { areaId: 'gulou', deputyId: 't2' })).toMatchObject({
      ok: false,
      code: 'not_found',
    });
    await house.done(t1, 'area.name_deputy', { areaId: 'gulou', deputyId: 't2' });
    await house.done(t1, 'technician.off_duty', { technicianId: 't1' });
  });

  it('[VRFY-03] a shift begun without the declaration is pointed out', async () => {
    const t3 = technicianViewer('t3');
    const silent = await house.done(t3, 'technician.on_duty', { technicianId: 't3' });
    expect(silent.warnings).toMatchObject([{ id: 'VRFY-03', kind: 'warning' }]);
    await house.done(t3, 'technician.off_duty', { technicianId: 't3' });
    const declared = await house.done(t3, 'technician.on_duty', {
      technicianId: 't3',
      declared: ['sober', 'uniform'],
    });
    expect(declared.warnings).toEqual([]);
  });
});
