/**
 * Runs the tests, all or some, and ends with one line: `N passed, N failed, N skipped`.
 *
 *     node tests/run.ts                  everything (npm test)
 *     node tests/run.ts --verify         what needs neither database nor browser (npm run verify)
 *     node tests/run.ts unit e2e         only these parts
 *
 * A part that fails does not keep the others from running. The exit code is 1 when anything failed or nothing ran.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PARTS, type Part } from '#tests/support/parts.ts';
import { addTallies, closingLine, judge, NOTHING, readReport, type Tally } from '#tests/support/results.ts';

const PROJECT = join(import.meta.dirname, '..');
const REPORTS = join(PROJECT, 'test-results/reports');
/** Property tests run fewer cases when the answer should come at once. */
const QUICK = { PROPERTY_RUNS: '100' };

type Outcome = Tally & { name: string; seconds: number; note?: string };

const { parts, env } = choose(process.argv.slice(2));
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

let running: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    // Vitest and Playwright clear up after an interrupt, not after SIGTERM.
    running?.kill('SIGINT');
    console.error(`The run was ended by ${signal}.`);
    process.exitCode = 1;
  });
}

const outcomes: Outcome[] = [];
for (const part of parts) {
  if (process.exitCode === undefined) outcomes.push(await runPart(part));
}
const total = addTallies(outcomes);
console.log(`\n${outcomes.map(describeOutcome).join('\n')}\n`);
console.log(closingLine(total));
process.exitCode ??= total.failed > 0 || total.passed === 0 ? 1 : 0;

function choose(args: string[]): { parts: Part[]; env: Record<string, string> } {
  if (args.length === 0) return { parts: PARTS, env: {} };
  if (args.length === 1 && args[0] === '--verify')
    return { parts: PARTS.filter((part) => part.quick), env: QUICK };
  const unknown = args.filter((name) => !PARTS.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(
      `Unknown part: ${unknown.join(', ')}. Parts: ${PARTS.map(({ name }) => name).join(', ')}; or --verify.`,
    );
    process.exit(2);
  }
  return { parts: PARTS.filter(({ name }) => args.includes(name)), env: {} };
}

async function runPart(part: Part): Promise<Outcome> {
  console.log(`\n=== ${part.name} ===`);
  const began = performance.now();
  const report = join(REPORTS, `${part.name}.json`);
  let exitCode: number | null = 0;
  for (const [index, command] of part.commands.entries()) {
    const reports = part.tally && index === part.commands.length - 1;
    exitCode = await run(part, [...command, ...(reports ? reporterOf(command, report) : [])], report);
    if (exitCode !== 0) break;
  }
  const seconds = (performance.now() - began) / 1000;
  if (!part.tally) {
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
  return { ...judge(exitCode, found && part.tally(found)), name: part.name, seconds };
}

function reporterOf([script]: string[], report: string): string[] {
  // Playwright takes its report's path from the environment.
  return script?.startsWith('vitest')
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : [];
}

/** Runs a script of node_modules with this same Node; null when it was ended for taking too long. */
function run(part: Part, [script, ...args]: string[], report: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, 'node_modules', script as string), ...args], {
      cwd: PROJECT,
      env: { ...process.env, ...env, TEST_REPORT: report, ...part.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const limit = setTimeout(() => {
      console.error(`${part.name} took longer than ${part.limitMinutes} minutes and was ended.`);
      child.kill('SIGINT');
      forced = setTimeout(() => child.kill('SIGKILL'), 30_000);
    }, part.limitMinutes * 60_000);
    let forced: NodeJS.Timeout | undefined;
    running = child;
    child.on('error', reject);
    child.on('exit', (code) => {
      clearTimeout(limit);
      clearTimeout(forced);
      resolve(code);
    });
  });
}

function describeOutcome({ name, seconds, note, passed, failed, skipped }: Outcome): string {
  const counts = passed + failed + skipped === 0 ? 'ok' : closingLine({ passed, failed, skipped });
  return `${failed > 0 ? '✗' : '✓'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${counts}${note ? ` (${note})` : ''}`;
}
