/** `npm run bench -- scheduler [--data FOLDER] [--seconds 10] [--seeds 3] [--only NAME]`: Markdown on standard output.
 *
 * `--only` is a part of a path: `solomon`, `homberger_400`, `U1`; with `--all`, every instance of the folder is run. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bestKnown, everyInstance, measureInstance, shortList } from './instances.ts';
import { timeOperations } from './operations.ts';
import { peersOf } from './peers.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
  },
});
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

print('| operation, 1 000 visits × 150 technicians | measured |');
print('|---|---|');
for (const { operation, measured } of timeOperations()) print(`| ${operation} | ${measured} |`);

const instances = (values.all && values.data !== undefined ? everyInstance(values.data) : shortList).filter(
  (name) => name.includes(values.only),
);

if (values.data === undefined) {
  print('\nNo instances: `--data FOLDER` names the folder that holds vrptw, appointments and trsp.');
} else {
  print(`\n| instance | best known | median of ${values.seeds} | gap % | unserved | wall s | CPU s |`);
  print('|---|---|---|---|---|---|---|');
  const gaps: number[] = [];
  for (const instance of instances) {
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

  const peers = peersOf(process.env);
  if (peers.length === 0) {
    print('\nNo peers: VROOM, PYVRP and HGS in the environment name the programs to run beside.');
  } else {
    print(`\n| instance | ${peers.map((peer) => `${peer.name} gap %`).join(' | ')} |`);
    print(`|---|${peers.map(() => '---|').join('')}`);
    for (const instance of instances) {
      const file = join(values.data, `${instance}.txt`);
      const best = bestKnown(values.data, instance);
      const cells = peers.map((peer) => {
        const found = peer.solve({ file, seconds: Number(values.seconds), seed: 1 });
        if (found === undefined) return '–';
        const gap = ((found.distance / best - 1) * 100).toFixed(2);
        return found.unserved === 0 ? gap : `${gap} (${found.unserved} unserved)`;
      });
      print(`| ${instance} | ${cells.join(' | ')} |`);
    }
  }
}
