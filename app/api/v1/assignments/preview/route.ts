import { parse } from '#protocol/schema.ts';
import { previewAsk, previewAssignment } from '#server/services/order/preview.ts';
import { writes } from '../../../http/handle.ts';
import { answer, invalid, notFound } from '../../../http/problem.ts';

/** What giving these orders to a technician, or to each of the area, would mean. Changes nothing. */
export const POST = writes(async ({ body, viewer, services }) => {
  const ask = parse(previewAsk, body);
  if (!ask.ok) return invalid(ask.fault.field, ask.fault.message);
  const previews = await previewAssignment(services, viewer, ask.value);
  return previews ? answer({ technicians: previews }) : notFound('order or technician');
});
