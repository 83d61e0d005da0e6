import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { technicianById } from '#db/query/technician.ts';
import {
  DISPATCHER,
  ELSEWHERE,
  type House,
  openHouse,
  technicianViewer,
} from '#tests/integration/support/house.ts';

describe('a technician’s own commands', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  const t1 = technicianViewer('t1');
  const technician = () => technicianById(house.database.sql, 't1');

  it('give and withdraw the consent to share the position, begin and end the duty', async () => {
    await house.done(t1, 'technician.consent', { technicianId: 't1', version: 'v1', given: true });
    await house.done(t1, 'technician.on_duty', { technicianId: 't1' });
    expect(await technician()).toMatchObject({
      onDuty: true,
      onDutySince: house.clock.at,
      consent: { version: 'v1', givenAt: house.clock.at },
      version: 3,
    });
    await house.done(t1, 'technician.on_duty', { technicianId: 't1' });
    expect((await technician())?.version).toBe(3);
    await house.done(t1, 'technician.off_duty', { technicianId: 't1' });
    await house.done(t1, 'technician.consent', { technicianId: 't1', version: 'v1', given: false });
    expect(await technician()).toMatchObject({ onDuty: false, onDutySince: null, consent: null, version: 5 });
  });

  it('are nobody else’s: colleagues and other areas find no such technician, the desk may only end the duty', async () => {
    const colleague = technicianViewer('t2');
    const foreign = await house.send(colleague, 'technician.on_duty', { technicianId: 't1' });
    expect(foreign).toMatchObject({ ok: false, code: 'not_found' });
    const consent = await house.send(DISPATCHER, 'technician.consent', {
      technicianId: 't1',
      version: 'v1',
      given: true,
    });
    expect(consent).toMatchObject({ ok: false, code: 'forbidden' });
    const elsewhere = await house.send(ELSEWHERE, 'technician.off_duty', { technicianId: 't1' });
    expect(elsewhere).toMatchObject({ ok: false, code: 'not_found' });
    await house.done(t1, 'technician.on_duty', { technicianId: 't1' });
    await house.done(DISPATCHER, 'technician.off_duty', { technicianId: 't1' });
    expect((await technician())?.onDuty).toBe(false);
  });

  it('are stale when the sender saw an older version', async () => {
    const answer = await house.send(t1, 'technician.on_duty', { technicianId: 't1' }, { version: 1 });
    expect(answer).toMatchObject({ ok: false, code: 'stale', current: { id: 't1' } });
  });
});
