import type { ParameterName } from '#domain/standard/parameter.ts';
import type { Messages } from '../../ui/i18n/messages.ts';
import classes from './standards.module.css';

/** What the number of a parameter counts, by the ending of its name. */
const UNITS: readonly { ending: RegExp; unit: keyof Messages['standards']['amount'] }[] = [
  { ending: /Min$|\.min$/, unit: 'minutes' },
  { ending: /(H|Hours)$/, unit: 'hours' },
  { ending: /M$/, unit: 'metres' },
  { ending: /Ratio$/, unit: 'share' },
];
/** Parameters that end like one but count calls or changes. */
const PLAIN: ReadonlySet<string> = new Set(['noAnswer.minCalls', 'change.max']);

/** The value of a parameter in words: a number with its unit, a window, a list, or one line a part. */
export function ParameterValue(props: { name: ParameterName; value: unknown; m: Messages }) {
  const { name, value, m } = props;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return <span>{inWords(value, m, name)}</span>;
  return (
    <dl className={classes.parts}>
      {Object.entries(value).map(([key, part]) => (
        <div key={key}>
          <dt>{m.standards.keys[key] ?? key}</dt>
          <dd>{inWords(part, m)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords(value: unknown, m: Messages, name?: ParameterName): string {
  const { standards } = m;
  if (value === null) return standards.none;
  if (typeof value === 'boolean') return value ? standards.yes : standards.no;
  if (typeof value === 'number') return amount(value, m, name);
  if (!Array.isArray(value)) {
    const things: Readonly<Record<string, string>> = m.care.kit.items;
    return standards.words[String(value)] ?? things[String(value)] ?? String(value);
  }
  if (value.every((one) => Array.isArray(one))) return value.map((one) => inWords(one, m)).join(', ');
  const window = value.length === 2 && value.every((one) => /^\d\d:\d\d$/.test(String(one)));
  return window ? value.join('–') : value.map((one) => inWords(one, m)).join(' · ');
}

function amount(value: number, m: Messages, name: ParameterName | undefined): string {
  const unit = name && !PLAIN.has(name) ? UNITS.find(({ ending }) => ending.test(name))?.unit : undefined;
  if (unit === undefined) return String(value);
  return m.standards.amount[unit](unit === 'share' ? Math.round(value * 100) : value);
}
