/** `npm run --silent scenario -- FILE.yaml…`: runs scenarios and prints one JSON object a file. Exit 1 on a failed expectation, 2 on an invalid file. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { reportOf } from '#domain/scenario/report.ts';
import { runScenario } from '#domain/scenario/run.ts';
import { InvalidFile, readScenario } from './read-scenario.ts';

const FAILED = 1;
const INVALID = 2;

function run(file: string): { line: object; code: number } {
  try {
    const scenario = readScenario(readFileSync(file, 'utf8'), basename(file).replace(/\.ya?ml$/, ''));
    const result = runScenario(scenario);
    return { line: reportOf(result), code: result.pass ? 0 : FAILED };
  } catch (error) {
    if (error instanceof InvalidFile) return { line: { file, invalid: error.message }, code: INVALID };
    if (error instanceof Error && 'code' in error)
      return { line: { file, invalid: `The file cannot be read: ${error.message}` }, code: INVALID };
    throw error;
  }
}

const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name at least one scenario file: npm run --silent scenario -- FILE.yaml…\n');
  process.exitCode = INVALID;
}
for (const file of files) {
  const { line, code } = run(file);
  process.stdout.write(`${JSON.stringify(line)}\n`);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}
