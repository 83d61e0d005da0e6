/** `npm run bench -- scheduler [--data FOLDER] [--seconds 10] [--seeds 3] [--only NAME]`: Markdown on standard output. */
import { parseArgs } from 'node:util';
import { measureInstance, shortList } from './instances.ts';
import { timeOperations } from './operations.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
  },
});
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

print('| operation, 1 000 visits × 150 technicians | measured |');
print('|---|---|');
for (const { operation, measured } of timeOperations()) print(`| ${operation} | ${measured} |`);

if (values.data === undefined) {
  print('\nNo instances: `--data FOLDER` names the folder that holds vrptw, appointments and trsp.');
} else {
  print(`\n| instance | best known | median of ${values.seeds} | gap % | unserved | wall s | CPU s |`);
  print('|---|---|---|---|---|---|---|');
  const gaps: number[] = [];
  for (const instance of shortList.filter((name) => name.includes(values.only))) {
    const found = measureInstance({
      folder: values.data,
      instance,
      seconds: Number(values.seconds),
      seeds: Number(values.seeds),
    });
    gaps.push(found.gapPercent);
    const numbers = [found.best, found.median, found.gapPercent].map((value) => value.toFixed(2));
    const times = [found.wallSeconds, found.cpuSeconds].map((value) => value.toFixed(1));
    print(`| ${[found.instance, ...numbers, found.unserved, ...times].join(' | ')} |`);
  }
  print(`\nMean gap ${(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toFixed(3)} %`);
}
