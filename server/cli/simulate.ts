/** `npm run simulate [-- --technicians 40 --orders 300 --seed 1 --days 3 --policy NAME]`: a Markdown table on standard output. */
import { parseArgs } from 'node:util';
import { resolveStandard } from '#domain/standard/catalogue.ts';
import { policies, simulateDay } from '#server/simulate/simulate-day.ts';
import type { Tally } from '#server/simulate/tally.ts';

/** Sizes that are run when none is asked for. */
const SIZES = [
  [40, 300],
  [150, 1000],
] as const;

const TRIALS = { morningTrials: 20_000, reviewTrials: 400 };

const { values } = parseArgs({
  options: {
    technicians: { type: 'string' },
    orders: { type: 'string' },
    seed: { type: 'string', default: '1' },
    days: { type: 'string', default: '3' },
    policy: { type: 'string' },
    standard: { type: 'string', default: 'tietong-fujian-2015' },
  },
});

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) fail(`--${name} ${text}: expected a whole number from 1 up.`);
  return value;
}

function meanOf(days: readonly Tally[], of: (tally: Tally) => number): number {
  return days.reduce((sum, day) => sum + of(day), 0) / days.length;
}

function row(name: string, days: readonly Tally[]): string {
  const share = (of: (tally: Tally) => number): string =>
    `${(meanOf(days, (day) => of(day) / day.promised) * 100).toFixed(1)} %`;
  const mean = (of: (tally: Tally) => number): string => meanOf(days, of).toFixed(1);
  const cells = [
    name,
    share(({ kept }) => kept),
    share(({ keptAgreed }) => keptAgreed),
    mean(({ late }) => late),
    mean(({ unserved }) => unserved),
    mean(({ offered }) => offered),
    mean(({ changes }) => changes),
    mean(({ calls }) => calls),
    mean(({ travelHours }) => travelHours),
    mean(({ overtimeHours }) => overtimeHours),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

if (values.policy !== undefined && !Object.hasOwn(policies, values.policy)) {
  fail(`--policy ${values.policy}: expected one of ${Object.keys(policies).join(', ')}.`);
}
const seed = wholeNumber('seed', values.seed);
const days = wholeNumber('days', values.days);
const standard = resolveStandard(values.standard);
const asked = [values.technicians, values.orders];
const sizes = asked.every((text) => text === undefined)
  ? SIZES
  : ([
      [wholeNumber('technicians', values.technicians ?? '40'), wholeNumber('orders', values.orders ?? '300')],
    ] as const);

for (const [technicians, orders] of sizes) {
  process.stdout.write(`\n${technicians} technicians, ${orders} orders, mean of ${days} days\n\n`);
  process.stdout.write(
    '| policy | promises kept | kept at a time agreed later | late | not served | offered another time than wished | changes | calls | travel h | overtime h |\n',
  );
  process.stdout.write('|---|---|---|---|---|---|---|---|---|---|\n');
  const notes: string[] = [];
  for (const [name, make] of Object.entries(policies)) {
    if (values.policy !== undefined && name !== values.policy) continue;
    const tallies = Array.from({ length: days }, (_, i) => {
      const ask = { seed: seed + i, technicians, orders, standard, ...TRIALS };
      return simulateDay(ask, make(ask));
    });
    process.stdout.write(row(make({ seed, technicians, orders, standard, ...TRIALS }).name, tallies));
    const offered = meanOf(tallies, (tally) => tally.offered);
    if (offered > 0) {
      const hoursAway = meanOf(tallies, (tally) => tally.offeredHours) / offered;
      notes.push(`The times that ${name} offered lie ${hoursAway.toFixed(1)} h from the wish, on the mean.`);
    }
  }
  process.stdout.write(notes.map((note) => `\n${note}\n`).join(''));
}
