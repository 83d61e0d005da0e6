import type { Instant } from '#domain/base/brand.ts';
import { zoneOffset } from '#domain/time/zone.ts';

/** Fields that hold an instant: inside they are epoch milliseconds, on the HTTP surface ISO 8601 with offset. */
const INSTANT =
  /At$|^(at|start|end|eta|from|until|since|due|literal|usable|dueLiteral|dueEffective|committed)$/;
const INSTANTS = /Starts$|^(offered|preferred|progressAt)$/;
const TZ = 'Asia/Shanghai';
const EARLIEST = Date.UTC(2000, 0, 1);

/** An instant as the HTTP surface writes it, in the standard's zone. */
function iso(at: Instant): string {
  const offset = zoneOffset(at, TZ);
  const minutes = Math.round(offset / 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  const wall = new Date(at + offset).toISOString().replace('.000Z', '').replace('Z', '');
  return `${wall}${sign}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

/** The same value with every instant written out, told by the names of the fields. */
export function withIsoInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoInstants);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, written(name, field)]));
}

function written(name: string, field: unknown): unknown {
  if (isInstant(field) && INSTANT.test(name)) return iso(field);
  if (Array.isArray(field) && INSTANTS.test(name))
    return field.map((one) => (isInstant(one) ? iso(one) : withIsoInstants(one)));
  return withIsoInstants(field);
}

/** Seconds of a day go by similar names; no instant of the product lies so early. */
function isInstant(field: unknown): field is Instant {
  return typeof field === 'number' && field >= EARLIEST;
}
