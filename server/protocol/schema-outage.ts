import { z } from 'zod';
import type { OutageCommands, OutageCommandType } from '#domain/outage/outage.ts';
import { id, instant, type Schema, said, slug } from './schema-base.ts';

const onlyOutage = z.strictObject({ outageId: id });
const lines = z.array(id).max(2_000);

/** Payload schemas of the commands about one outage. */
export const outageSchemas: { [K in OutageCommandType]: Schema<OutageCommands[K]> } = {
  'outage.suspect': z.strictObject({ outageId: id, areaId: slug }),
  'outage.open': z.strictObject({
    outageId: id,
    areaId: slug,
    cause: said(200).optional(),
    orderIds: lines.optional(),
  }),
  'outage.repair': onlyOutage,
  'outage.eta': z.strictObject({ outageId: id, eta: instant }),
  'outage.notify': z.strictObject({ outageId: id, orderIds: lines.optional() }),
  'outage.restore': onlyOutage,
  'outage.verify': onlyOutage,
  'outage.close': onlyOutage,
};
