import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD_STEPS } from '#domain/area/area-lead.ts';
import { ROLES } from '#domain/base/role.ts';
import { CUTOVER_STEPS } from '#domain/cutover/cutover.ts';
import { CLAIM_STEPS } from '#domain/damage/claim-states.ts';
import { ORDER_STEPS } from '#domain/order/order-states.ts';
import { OUTAGE_STEPS } from '#domain/outage/outage.ts';
import type { CommandType } from '#protocol/command.ts';
import { commandSchemas } from '#protocol/schema.ts';
import { mayCommand } from '#server/access/may-command.ts';
import { verbs } from '#server/services/command/verbs.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';
import { SAMPLES } from '#tests/support/command-samples.ts';
import { openApiDocument } from '../../../app/api/openapi/document.ts';

const COMMANDS = Object.keys(commandSchemas) as CommandType[];
const SEATS = ROLES.filter((role) => role !== 'system' && role !== 'customer');

/** Somebody who may send it, whatever their areas. */
const senderOf = (type: CommandType) =>
  SEATS.find((role) => mayCommand({ personId: 'p', name: 'p', role, areaIds: null }, type));

describe('every command there is', () => {
  let house: HttpHouse;
  const cookies = new Map<string, string>();
  beforeAll(async () => {
    house = await openHttpHouse();
    for (const role of new Set(COMMANDS.flatMap((type) => senderOf(type) ?? [])))
      cookies.set(
        role,
        await house.signIn(role, {
          role,
          areaIds: null,
          ...(role === 'technician' ? { technicianId: 't1' } : {}),
        }),
      );
  });
  afterAll(() => house.close());

  it('may be sent by somebody, has a verb and stands in the description of the surface', () => {
    const { components } = openApiDocument() as { components: { schemas: Record<string, object> } };
    for (const type of COMMANDS) {
      expect(senderOf(type), type).toBeDefined();
      expect(verbs[type], type).toBeTypeOf('function');
      expect(components.schemas[type], type).toMatchObject({ type: 'object', additionalProperties: false });
    }
  });

  it('moves every step of every machine of the standard', () => {
    const steps = [
      ...Object.keys(ORDER_STEPS),
      ...Object.keys(CLAIM_STEPS),
      ...Object.keys(OUTAGE_STEPS),
      ...Object.keys(CUTOVER_STEPS),
      ...Object.keys(LEAD_STEPS).map((step) => `area.${step}`),
    ];
    expect(steps.filter((step) => !(step in commandSchemas))).toEqual([]);
  });

  it.each(COMMANDS)('%s reaches its verb over HTTP, which knows of nothing to do it to', async (type) => {
    const answer = await house.call('POST', '/api/v1/commands', {
      cookie: cookies.get(senderOf(type) ?? ''),
      body: { id: randomUUID(), type, payload: SAMPLES[type] },
    });
    expect(answer, `${type}: ${answer.text}`).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });
});
