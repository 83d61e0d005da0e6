import { z } from 'zod';
import type { Instant } from '#domain/base/brand.ts';
import { CHINA } from '#domain/geo/lng-lat.ts';
import { groundFault } from '#domain/geo/polygon.ts';
import { CAMERA_SUBJECTS, PHOTO_SUBJECTS, PHOTOS_PER_STEP, type PhotoSubject } from '#domain/photo/photo.ts';

/** The pieces that the schemas of commands and requests are made of. Everything is strict: an unknown field is refused. */

/**
 * A schema at a module's border: all that is told of it is what it reads. The fluent type of zod would make the type
 * check compare every method of every schema in the tables of commands, a quarter of its whole time.
 */
export type Schema<T = unknown> = z.core.$ZodType<T>;

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant: epoch milliseconds, or ISO 8601 with an offset (a bare local time would mean another hour on every machine). */
export const instant = z
  .union([z.number(), z.string()])
  .transform((given, context): Instant => {
    const at =
      typeof given === 'number'
        ? given
        : ISO.test(given) && isCalendarDate(given.slice(0, 10))
          ? Date.parse(given)
          : Number.NaN;
    if (Number.isInteger(at) && at >= EARLIEST && at < LATEST) return at;
    context.addIssue({
      code: 'custom',
      message: `${JSON.stringify(given)} is not an instant: expected ISO 8601 with an offset, such as 2026-03-10T14:00:00+08:00, or epoch milliseconds`,
    });
    return z.NEVER;
  })
  .meta({ description: 'ISO 8601 with offset, or epoch milliseconds' });

/** Date.parse rolls 31 February over into March; a promise must not. */
function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** Text of people: neither control characters nor halves of characters, which the log could not keep. */
export function text(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(isPlainText, { message: 'holds control characters or broken characters' });
}

function isPlainText(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the purpose
  return value.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);
}

/** The same, but something must have been written. */
export function said(maxLength: number) {
  return text(maxLength).refine((value) => value.trim() !== '', { message: 'must not be empty' });
}

export const reason = said(500);

/** Ids of orders and visits. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'expected 1 to 64 letters, digits, dots, colons or dashes');
/** Ids of areas and technicians: short and lower-case. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'expected 1 to 40 lower-case letters, digits or dashes');
/** The random number that a browser keeps of itself. */
export const device = z
  .string()
  .regex(/^[0-9a-zA-Z-]{16,64}$/, 'expected 16 to 64 letters, digits or dashes');
export const uuid = z.uuid();
export const version = z.int().min(1);
/** A SHA-256. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex');
function photosShowing<T extends PhotoSubject>(subjects: readonly T[]) {
  return z
    .array(
      z.strictObject({
        id: uuid.transform((given) => given.toLowerCase()),
        hash: sha256,
        of: z.enum(subjects),
        takenAt: instant.optional(),
      }),
    )
    .max(PHOTOS_PER_STEP);
}
/** Photos as a step or a report names them; the images follow by POST /visits/{id}/photos. */
export const photos = photosShowing(CAMERA_SUBJECTS);
/** The same of the step at which the customer signs. */
export const photosAndSignature = photosShowing(PHOTO_SUBJECTS);
/** A day of this century, as every instant is. */
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date, such as 2026-03-10')
  .refine(isCalendarDate, { message: 'is not a date of the calendar' })
  .refine((given) => given.startsWith('20'), { message: 'lies outside the years 2000 to 2099' });

const point = z.strictObject({
  lng: z.number().min(CHINA.west).max(CHINA.east),
  lat: z.number().min(CHINA.south).max(CHINA.north),
});
/** Ground drawn on the map: rings of [lng, lat], each closed. */
export const polygon = z
  .strictObject({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(z.tuple([z.number(), z.number()])).max(2_000)).max(20),
  })
  .superRefine((given, context) => {
    const fault = groundFault(given);
    if (fault) context.addIssue({ code: 'custom', message: `is no area on the map: ${fault}` });
  });
export const place = z.strictObject({
  point,
  precision: z.enum(['rooftop', 'community', 'street', 'district', 'manual', 'learned']),
  uncertaintyM: z.number().min(0).max(100_000),
});

/** A telephone number as people write it: mainland mobile, landline with area code, or a 700 number of 15 digits. */
export const phone = z
  .string()
  .max(40)
  .transform((given) => given.replace(/[\s()（）-]/g, '').replace(/^(\+86|0086)(?=1)/, ''))
  .refine((digits) => /^(1[3-9]\d{9}|0\d{9,11}|700\d{12}|[48]00\d{7})$/.test(digits), {
    message: 'is not a telephone number: expected 11 digits, a landline with its area code, or a 700 number',
  });

/** What was missing or wrong of a customer; what is left out stays. */
export const customerCorrection = z.strictObject({
  name: said(60).optional(),
  phone: phone.optional(),
  address: said(200).optional(),
  contactPerson: text(60).optional(),
  accessNotes: text(200).optional(),
  note: text(500).optional(),
});

/** Who the customer is, given with an intake; no more is asked than this (PRIV-04). Kept beside the log. */
export const customer = z.strictObject({
  name: said(60),
  phone: phone.nullable().default(null),
  address: text(200).default(''),
  previousAddress: text(200).optional(),
  contactPerson: text(60).optional(),
  accessNotes: text(200).optional(),
  note: text(500).default(''),
});
