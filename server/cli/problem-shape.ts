import { z } from 'zod';
import { type TravelMode, visitClasses } from '#domain/scheduling/model.ts';

const id = z.string().min(1);
const names = z.array(z.string());
const MODES = ['ebike', 'car', 'walk'] as const satisfies readonly TravelMode[];

/** What each part of a written problem must at least look like; whether its numbers can be meant is for `judgeProblem`. */
const technician = z.object({
  id,
  breaks: z.array(z.object({})),
  skills: names,
  certificates: names,
  areas: names,
  mode: z.enum(MODES),
  frozen: z.array(z.object({ visit: id })),
});
const visit = z.object({
  id,
  window: z.object({ kind: z.enum(['promised', 'open']) }),
  class: z.enum(visitClasses),
  skills: names,
  certificates: names,
  area: z.string().nullable(),
  estate: z.string().nullable(),
  readiness: z.enum(['ready', 'uncertain', 'not_ready']),
  lock: z.object({}).optional(),
  after: id.optional(),
});
const rules = z.object({ rankOrder: names });
const published = z.object({ visit: id, technician: id });
const onEarth = z.object({
  lng: z.number().min(-180).max(180).nullish(),
  lat: z.number().min(-90).max(90).nullish(),
});

/** What is wrong with the shape of a written problem, each with the visit, technician or place that it is in. */
export function shapeFaults(
  written: Readonly<Record<'technicians' | 'visits' | 'places', readonly unknown[]>> & {
    readonly rules: unknown;
    readonly published?: unknown;
    readonly travel?: unknown;
  },
): readonly string[] {
  const ofEach = (what: string, list: readonly unknown[], shape: z.ZodType): string[] =>
    list.flatMap((part, i) => faultsOf(`${what} ${nameOf(part) ?? `number ${i + 1}`}`, part, shape));
  const { travel, visits, technicians } = written;
  return [
    ...faultsOf('rules', written.rules, rules),
    ...ofEach('technician', technicians, technician),
    ...ofEach('visit', visits, visit),
    ...ofEach('published', Array.isArray(written.published) ? written.published : [], published),
    // Places of a file with its own ways may lie on any plane.
    ...(travel === undefined ? ofEach('place', written.places, onEarth) : []),
  ];
}

function nameOf(part: unknown): string | null {
  const name = (part as { id?: unknown } | null)?.id;
  return typeof name === 'string' && name !== '' ? name : null;
}

function faultsOf(whose: string, part: unknown, shape: z.ZodType): string[] {
  const read = shape.safeParse(part);
  if (read.success) return [];
  return read.error.issues.map(
    ({ path, message }) =>
      `${whose}: ${path.join('.') || 'it'} is ${shown(foundAt(part, path))}: ${message}.`,
  );
}

function foundAt(part: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((of, key) => (of as Record<PropertyKey, unknown> | null)?.[key], part);
}

const MOST_SHOWN = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'missing';
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
