import { createHash } from 'node:crypto';
import type { CommandEnvelope } from '#protocol/command.ts';

/** What makes two deliveries of a command id the same request: type, payload and expected version, whatever the key order. */
export function requestHash({ type, payload, version }: CommandEnvelope): Buffer {
  return createHash('sha256')
    .update(canonical([type, payload, version ?? null]))
    .digest();
}

/** JSON with sorted keys; fields that are `undefined` count as absent. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
  return `{${entries.join(',')}}`;
}
