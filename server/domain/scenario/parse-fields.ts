import type { Instant } from '../base/brand.ts';
import { ROLES } from '../base/role.ts';
import { NOTE_FIELDS } from '../visit/decide-no-answer.ts';
import type { FieldKind } from './fields.ts';
import { isDate, parseInstant } from './parse-time.ts';
import type { Reader } from './reader.ts';

/** The names that a scenario may refer to. */
export interface Names {
  tz: string;
  areas: readonly string[];
  technicians: readonly string[];
  orders: readonly string[];
  outages: readonly string[];
  cutovers: readonly string[];
  parameters: readonly string[];
}

/** Reads one field of a step by its kind; `at` is the step's own time, for bare clock times. */
export function readField(reader: Reader, name: string, kind: FieldKind, names: Names, at: Instant): unknown {
  if (typeof kind === 'object')
    return 'anyCase' in kind ? reader.word(name, kind.anyCase) : reader.oneOf(name, kind);
  switch (kind) {
    case 'instant':
      return readInstant(reader, name, names.tz, at);
    case 'moment':
      return readMoment(reader, name, names.tz, at);
    case 'moments':
      return reader.list(name).map((one) => readMoment(one, name, names.tz, at));
    case 'text':
      return reader.isMissing ? '' : readText(reader, name);
    case 'texts':
      return reader.list(name).map((one) => one.text(name));
    case 'number':
      return reader.isMissing ? null : readAmount(reader, name);
    case 'boolean':
      return reader.boolean(name);
    case 'date': {
      if (reader.isMissing) return '';
      const date = reader.text(name);
      return isDate(date) ? date : reader.fail(`${name} must be a date YYYY-MM-DD, not "${date}".`);
    }
    case 'approval': {
      const map = reader.known('approval', ['by', 'reason']);
      const by = map.get('by') ?? reader.fail('approval needs `by`, the role that approves.');
      const reason = map.get('reason');
      return {
        by: by.oneOf('role', ROLES),
        reason: !reason || reason.isMissing ? '' : readText(reason, 'reason'),
      };
    }
    case 'note':
      if (reader.value === 'full' || reader.value === 'none') return reader.value;
      return reader
        .list('note (full, none or a list of fields)')
        .map((one) => one.oneOf('note field', [...NOTE_FIELDS, 'photoUrl']));
    case 'any':
      return reader.value;
    case 'order':
      return reader.oneOf('order', names.orders);
    case 'orders':
      return reader.list(name).map((one) => one.oneOf('order', names.orders));
    case 'orderOrOutage':
      return reader.oneOf('order or outage', [...names.orders, ...names.outages]);
    case 'outage':
      return reader.oneOf('outage', names.outages);
    case 'technician':
      return reader.oneOf('technician', names.technicians);
    case 'area':
      return reader.oneOf('area', names.areas);
    case 'person':
      return reader.text(name);
    case 'role':
      return reader.oneOf('role', ROLES);
    case 'parameter':
      return reader.oneOf('parameter', names.parameters);
  }
}

/** Every number of the language counts or measures something. */
function readAmount(reader: Reader, name: string): number {
  const value = reader.number(name);
  return value < 0 ? reader.fail(`${name} must not be negative, not ${value}.`) : value;
}

function readText(reader: Reader, name: string): string {
  return typeof reader.value === 'number' || typeof reader.value === 'boolean'
    ? String(reader.value)
    : reader.text(name);
}

/** An instant; anything else makes the file invalid. */
export function readInstant(reader: Reader, name: string, tz: string, base: Instant | null): Instant {
  const text = reader.text(name);
  return (
    parseInstant(text, tz, base) ??
    reader.fail(`${name} must be a time "YYYY-MM-DD HH:mm[:ss]", not "${text}".`)
  );
}

/** A promised time; a date alone or a word is kept as NaN, for APPT-09 to refuse. */
function readMoment(reader: Reader, name: string, tz: string, at: Instant): Instant {
  return parseInstant(reader.text(name), tz, at) ?? Number.NaN;
}
