/**
 * The whole server, screens included, with a small town in it: what the end-to-end tests open in a browser. Its day has
 * just begun, whatever the machine's clock says. Prints `the town is open` when people may sign in.
 */
import { environmentConfig } from '#server/config.ts';
import { createLog } from '#server/log.ts';
import { startServer } from '#server/start-server.ts';
import { foundTown, townClockShift } from '#tests/support/town.ts';

const clockShiftMs = townClockShift();
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
await foundTown(server.database, { clockShiftMs, technicians: 6, orders: 6 });
console.log('the town is open');
