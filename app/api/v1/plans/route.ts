import { z } from 'zod';
import { parse } from '#protocol/schema.ts';
import { localDate, slug } from '#protocol/schema-base.ts';
import { askPlan } from '#server/services/plan/ask-plan.ts';
import { writes } from '../../http/handle.ts';
import { answer, invalid, notFound } from '../../http/problem.ts';

const planAsk = z.strictObject({
  areaId: slug,
  date: localDate,
  seconds: z.number().min(1).max(60).optional(),
});

/** Asks for a proposal of an area's day; it is ready after `seconds` or a little later. */
export const POST = writes(async ({ body, viewer, services }) => {
  const ask = parse(planAsk, body);
  if (!ask.ok) return invalid(ask.fault.field, ask.fault.message);
  const run = await askPlan(services, viewer, ask.value);
  return run ? answer(run, 202) : notFound('area');
});
