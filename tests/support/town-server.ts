/**
 * The whole server, screens included, with a small town in it: what the end-to-end tests open in a browser. Its day has
 * just begun, whatever the machine's clock says. Prints `the town is open` when people may sign in. A test that tells of a
 * night writes the time to be into `town-clock` in DATA_DIR and sends SIGUSR2; the town prints `the town's clock is <time>`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startServer } from '#server/start-server.ts';
import { foundTown, townClockShift } from '#tests/support/town.ts';

let clockShiftMs = townClockShift();
const config = environmentConfig();
const server = await startServer({
  config,
  log: createLog(config.logLevel),
  amend: (services) => ({ ...services, now: () => Date.now() + clockShiftMs, demo: true }),
});
const stop = async () => {
  await server.stop();
  process.exit(0);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('SIGUSR2', () => {
  const told = readFileSync(join(config.dataDir, 'town-clock'), 'utf8');
  clockShiftMs = townClockShift(Date.parse(told));
  console.log(`the town's clock is ${told}`);
});
const standardId = process.env.TOWN_STANDARD;
await foundTown(server.database, {
  clockShiftMs,
  technicians: 8,
  orders: 6,
  ...(standardId === undefined ? {} : { standardId }),
});
console.log('the town is open');
