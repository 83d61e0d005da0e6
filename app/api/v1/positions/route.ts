import { parse } from '#protocol/schema.ts';
import { positionSchema, reportPositions } from '#server/services/position/report-positions.ts';
import { readJson } from '../../http/body.ts';
import { changes } from '../../http/handle.ts';
import { answer, invalid, problem } from '../../http/problem.ts';

/** Position fixes, at most 500 a call; a technician's own, or those of the technicians that the list names. */
export const POST = changes(async ({ request, viewer, services }) => {
  const body = await readJson(request);
  if (!body.ok) return invalid(body.field, body.message);
  const fixes = parse(positionSchema, body.value);
  if (!fixes.ok) return invalid(fixes.fault.field, fixes.fault.message);
  const result = await reportPositions(services, viewer, fixes.value);
  return 'code' in result ? problem(result) : answer(result);
});
