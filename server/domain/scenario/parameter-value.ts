import { BASE } from '../standard/base.ts';
import { resolveStandard, STANDARD_IDS } from '../standard/catalogue.ts';
import type { ParameterName } from '../standard/parameter.ts';
import { unknownName } from './nearest.ts';
import type { Reader } from './reader.ts';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
/** Parameters that may be set to "none": no cap, no hard limit. */
const MAY_BE_NONE: ReadonlySet<string> = new Set(['change.max', 'install.max', 'install.target']);
/** Parameters of words, with the words that they know. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'change.overMaxApprover': ['supervisor', 'area_lead', 'branch_manager'],
  'noAnswer.photo': ['advise', 'require'],
  'confirm.filledBy': ['customer', 'technician'],
  'callback.churn': ['immediate'],
  start: ['intakeAt', 'dispatchedAt', 'acceptedAt', 'deptReceivedAt', 'completedAt', 'repliedAt'],
  deptStart: ['intakeAt', 'dispatchedAt', 'acceptedAt', 'deptReceivedAt'],
  metBy: ['attempt', 'connected'],
  mode: ['contactHours', 'elapsed'],
  at: ['agreed_time'],
};
/** Limits of which one replaces the other. */
const EITHER: readonly (readonly string[])[] = [
  ['hours', 'workdays', 'at'],
  ['limitMin', 'limitDays'],
];
/** The part of a limit that a bare number means. */
const MEANT = ['limitMin', 'hours', 'workdays', 'targetH', 'limitDays'] as const;

type Known = Readonly<Record<string, unknown>>;

/**
 * Reads the new value of a parameter: of the kind that it has, a part of its parts, or a bare number for its limit. Anything else makes
 * the file invalid, since a rule that cannot be evaluated must never let anything pass.
 */
export function readParameterValue(reader: Reader, name: ParameterName): unknown {
  if (reader.isMissing)
    return MAY_BE_NONE.has(name) ? null : reader.fail(`${name} cannot be none; give it a value.`);
  const known = BASE.parameters[name]?.value;
  if (typeof known === 'object' && known !== null && !Array.isArray(known)) return readParts(reader, name);
  return readLike(reader, name, known);
}

/** The whole value that a change of a parameter leaves: parts that are not named stay, alternatives give way. */
export function amendedValue(before: unknown, value: unknown): unknown {
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return value;
  if (typeof value === 'number') {
    const limit = MEANT.find((key) => key in before);
    const parts = limit ? [limit] : Object.keys(before);
    return { ...before, ...Object.fromEntries(parts.map((key) => [key, value])) };
  }
  if (typeof value === 'boolean') return { ...before, enabled: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const givesWay = EITHER.filter((group) => group.some((key) => key in value)).flat();
  return {
    ...Object.fromEntries(Object.entries(before).filter(([key]) => !givesWay.includes(key))),
    ...value,
  };
}

/** A parameter of several parts: a mapping of parts that some standard gives it, or the bare number of its limit. */
function readParts(reader: Reader, name: ParameterName): unknown {
  const parts = partsOf(name);
  const limits = Object.values(parts).filter((one) => typeof one === 'number');
  const oneLimit = MEANT.some((key) => key in parts) || limits.length === Object.keys(parts).length;
  if (typeof reader.value === 'number' && oneLimit) return amount(reader, name);
  if (typeof reader.value === 'boolean' && 'enabled' in parts) return reader.value;
  const read: Record<string, unknown> = {};
  for (const [key, one] of reader.map(name)) {
    if (!(key in parts)) one.fail(unknownName(`part of ${name}`, key, Object.keys(parts)));
    read[key] = readLike(one, key, parts[key]);
  }
  return read;
}

/** Every part that any standard gives a parameter. */
function partsOf(name: ParameterName): Known {
  return Object.assign({}, ...STANDARD_IDS.map((id) => resolveStandard(id).get(name) ?? {}));
}

function readLike(reader: Reader, name: string, known: unknown): unknown {
  if (name in WORDS) return reader.oneOf(name, WORDS[name] ?? []);
  if (name === 'visit.vipEvening' && reader.value === 'optional') return reader.value;
  switch (typeof known) {
    case 'number':
      return amount(reader, name);
    case 'boolean':
      return reader.value === 'on' || reader.value === 'off' ? reader.value === 'on' : reader.boolean(name);
    case 'string':
      return CLOCK.test(known) && !CLOCK.test(reader.text(name))
        ? reader.fail(`${name} must be a clock time HH:mm, not "${String(reader.value)}".`)
        : reader.text(name);
    default:
      return Array.isArray(known) && typeof known[0] === 'string' && CLOCK.test(known[0])
        ? window(reader, name)
        : reader
            .list(name)
            .map((one, index) =>
              Array.isArray(known) && Array.isArray(known[index]) ? window(one, name) : one.text(name),
            );
  }
}

function amount(reader: Reader, name: string): number {
  const value = reader.number(name);
  return value < 0 ? reader.fail(`${name} must not be negative, not ${value}.`) : value;
}

/** From one clock time to a later one. */
function window(reader: Reader, name: string): readonly string[] {
  const times = reader.list(name).map((one) => one.text(name));
  const [from = '', to = ''] = times;
  if (times.length !== 2 || !CLOCK.test(from) || !CLOCK.test(to) || from >= to)
    reader.fail(`${name} must be two clock times ["HH:mm", "HH:mm"], the earlier first.`);
  return times;
}
