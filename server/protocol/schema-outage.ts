import { z } from 'zod';
import type { OutageCommands, OutageCommandType } from '#domain/outage/outage.ts';
import { id, instant, polygon, type Schema, said, slug } from './schema-base.ts';

const onlyOutage = z.strictObject({ outageId: id });
/** What of the area it touches. */
const reach = { estates: z.array(said(60)).max(200).optional(), polygon: polygon.optional() };
const lines = z.array(id).max(2_000);

/** Payload schemas of the commands about one outage. */
export const outageSchemas: { [K in OutageCommandType]: Schema<OutageCommands[K]> } = {
  'outage.suspect': z.strictObject({ outageId: id, areaId: slug, ...reach }),
  'outage.open': z.strictObject({
    outageId: id,
    areaId: slug,
    cause: said(200).optional(),
    orderIds: lines.optional(),
    ...reach,
  }),
  'outage.reach': z.strictObject({ outageId: id, ...reach }),
  'outage.repair': onlyOutage,
  'outage.eta': z.strictObject({ outageId: id, eta: instant }),
  'outage.notify': z.strictObject({ outageId: id, orderIds: lines.optional() }),
  'outage.restore': onlyOutage,
  'outage.verify': onlyOutage,
  'outage.close': onlyOutage,
};
