import { randomInt } from 'node:crypto';
import fc from 'fast-check';

/**
 * The same cases on every run, so that a failure belongs to the change that caused it. PROPERTY_SEED tries another,
 * PROPERTY_SEED=random a new one every time, PROPERTY_RUNS more or fewer cases; a failure prints both the seed and the path to replay it.
 */
fc.configureGlobal({
  seed:
    process.env.PROPERTY_SEED === 'random' ? randomInt(2 ** 31) : wholeNumber('PROPERTY_SEED', 20_150_801),
  numRuns: wholeNumber('PROPERTY_RUNS', 1_000),
});

function wholeNumber(name: string, fallback: number): number {
  const text = process.env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new Error(`${name} is "${text}": expected a whole number.`);
  return value;
}
