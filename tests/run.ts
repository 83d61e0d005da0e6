/**
 * Runs the tests, all or some, and ends with one line: `N passed, N failed, N skipped`.
 *
 *     node tests/run.ts                  everything (npm test)
 *     node tests/run.ts --verify         what needs neither database nor browser (npm run verify)
 *     node tests/run.ts unit e2e         only these parts
 *
 * Two parts run side by side where there is more than one core. A part that fails does not keep the others from running.
 * The exit code is 1 when anything failed or nothing ran.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '#tests/support/failures.ts';
import { PARTS, type Part, VERIFY, VITEST } from '#tests/support/parts.ts';
import { addTallies, closingLine, judge, NOTHING, readReport, type Tally } from '#tests/support/results.ts';

const PROJECT = join(import.meta.dirname, '..');
const REPORTS = join(PROJECT, 'test-results/reports');
/** What Node has compiled is kept for the next process: the many that tests start are ready in a third of the time. */
const COMPILED = join(PROJECT, 'node_modules/.cache/compiled');

type Outcome = Tally & { name: string; seconds: number; note?: string; failures?: Failure[] };

const chosen = choose(process.argv.slice(2));
/** More than two would be in each other's way: each has processes of its own, and some wait for each other within seconds. */
const sideBySide = Math.min(2, availableParallelism(), chosen.length);
/** What a part prints goes straight to the terminal when no other prints beside it. */
const alone = sideBySide === 1;
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // Vitest and Playwright clear up after an interrupt, not after SIGTERM.
    for (const child of running) child.kill('SIGINT');
    console.error(`The run was ended by ${signal}.`);
    process.exitCode = 1;
  });
}

const outcomes = await runAll();
const total = addTallies(outcomes);
console.log(
  `\n${outcomes.flatMap(describeFailures).join('\n')}${outcomes.map(describeOutcome).join('\n')}\n`,
);
console.log(closingLine(total));
process.exitCode ??= total.failed > 0 || total.passed === 0 ? 1 : 0;

function choose(args: string[]): Part[] {
  if (args.length === 0) return PARTS;
  if (args.length === 1 && args[0] === '--verify') return VERIFY;
  const meant = (part: Part, name: string) =>
    part.name === name || (name === 'e2e' && part.name.startsWith('e2e-'));
  const unknown = args.filter((name) => !PARTS.some((part) => meant(part, name)));
  if (unknown.length > 0) {
    console.error(
      `Unknown part: ${unknown.join(', ')}. Parts: ${PARTS.map(({ name }) => name).join(', ')}; or --verify.`,
    );
    process.exit(2);
  }
  return PARTS.filter((part) => args.some((name) => meant(part, name)));
}

/** Takes the parts up in their order, each as soon as there is room and those that it comes after have ended. */
async function runAll(): Promise<Outcome[]> {
  const open = new Set(chosen.map(({ name }) => name));
  const waiting = [...chosen];
  const under = new Map<string, Promise<unknown>>();
  const outcomes: Outcome[] = [];
  for (;;) {
    const next = waiting.findIndex(({ after = [] }) => !after.some((name) => open.has(name)));
    if (next >= 0 && under.size < sideBySide && process.exitCode === undefined) {
      const [part] = waiting.splice(next, 1) as [Part];
      under.set(
        part.name,
        runPart(part).then((outcome) => {
          outcomes.push(outcome);
          open.delete(part.name);
          under.delete(part.name);
        }),
      );
    } else if (under.size > 0) await Promise.race(under.values());
    else return outcomes;
  }
}

async function runPart(part: Part): Promise<Outcome> {
  const heading = `\n=== ${part.name} ===`;
  console.log(alone ? heading : `${part.name} begins`);
  const said: Buffer[] = [];
  const began = performance.now();
  const report = join(REPORTS, `${part.name}.json`);
  let exitCode: number | null = 0;
  for (const [index, command] of part.commands.entries()) {
    const reports = part.report && index === part.commands.length - 1;
    exitCode = await run(part, [...command, ...(reports ? reporterOf(command, report) : [])], report, said);
    if (exitCode !== 0) break;
  }
  const seconds = (performance.now() - began) / 1000;
  if (!alone) console.log(`${heading}\n${Buffer.concat(said)}`);
  if (!part.report) {
    const failed = exitCode === 0 ? 0 : 1;
    return {
      ...NOTHING,
      failed,
      name: part.name,
      seconds,
      ...(failed ? { note: `ended with ${exitCode}` } : {}),
    };
  }
  const found = readReport<never>(report);
  const failures = found && part.report.failures(found);
  return { ...judge(exitCode, found && part.report.tally(found)), name: part.name, seconds, failures };
}

function reporterOf([script]: string[], report: string): string[] {
  // Playwright takes its report's path from the environment.
  return script === VITEST ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
}

/**
 * Runs a script with this same Node; null when it was ended for taking too long. Beside other parts
 * what it prints is kept in `said`, so that it can be read in one piece.
 */
function run(
  part: Part,
  [script, ...args]: string[],
  report: string,
  said: Buffer[],
): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, script as string), ...args], {
      cwd: PROJECT,
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, TEST_REPORT: report, ...part.env },
      stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
    });
    child.stdout?.on('data', (piece: Buffer) => said.push(piece));
    child.stderr?.on('data', (piece: Buffer) => said.push(piece));
    const limit = setTimeout(() => {
      console.error(`${part.name} took longer than ${part.limitMinutes} minutes and was ended.`);
      child.kill('SIGINT');
      forced = setTimeout(() => child.kill('SIGKILL'), 30_000);
    }, part.limitMinutes * 60_000);
    let forced: NodeJS.Timeout | undefined;
    running.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      clearTimeout(limit);
      clearTimeout(forced);
      resolve(code);
    });
  });
}

/** What failed and why, once more at the end, where it is found in a long log. */
function describeFailures({ name, failures = [] }: Outcome): string[] {
  return failures.map(({ test, why }) => `✗ ${name}: ${test}\n${why.replaceAll(/^/gm, '    ')}\n`);
}

function describeOutcome({ name, seconds, note, passed, failed, skipped }: Outcome): string {
  const counts = passed + failed + skipped === 0 ? 'ok' : closingLine({ passed, failed, skipped });
  return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${counts}${note ? ` (${note})` : ''}`;
}
