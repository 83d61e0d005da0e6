import { argv, exit, stderr } from 'node:process';

/** `npm run bench -- NAME [options]`: runs the benchmark of that name. */
const benchmarks: Readonly<Record<string, () => Promise<unknown>>> = {
  scheduler: () => import('./scheduler.ts'),
  decide: () => import('./decide.ts').then(({ benchDecide }) => benchDecide()),
  commands: () => import('./commands.ts').then(({ benchCommands }) => benchCommands()),
  console: () => import('./console/bench.ts').then(({ benchConsole }) => benchConsole()),
  lag: () => import('./lag.ts').then(({ benchLag }) => benchLag()),
  travel: () => import('./travel.ts').then(({ benchTravel }) => benchTravel()),
  ripple: () => import('./ripple.ts').then(async ({ benchRipple }) => benchRipple()),
  verdicts: () => import('./verdicts.ts').then(async ({ benchVerdicts }) => benchVerdicts()),
};

const name = argv[2] ?? '';
const run = benchmarks[name];
if (run === undefined) {
  stderr.write(`No benchmark "${name}"; there is ${Object.keys(benchmarks).join(', ')}.\n`);
  exit(2);
}
await run();
