import { ConfigError, environmentConfig } from './config.ts';
import { createLog, type Logger } from './log.ts';
import { startServer } from './start-server.ts';

/** The server as a process: reads the environment, starts the house, and sees to it that the process ends well. */
async function main(): Promise<void> {
  const config = environmentConfig();
  const log = createLog(config.logLevel);
  endOnFault(log);
  const giveUp = new AbortController();
  const starting = startServer({ config, log, signal: giveUp.signal });
  endOnSignal(log, giveUp, starting);
  await starting;
}

/** What nobody caught leaves the process in a state that nobody knows: say so and end; whoever runs it starts it anew. */
function endOnFault(log: Logger): void {
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error) => {
      log.fatal({ err: error, fault }, 'a fault that nobody caught: the process ends');
      process.exit(1);
    });
  }
}

/** A first signal stops in order, a second one at once. */
function endOnSignal(log: Logger, giveUp: AbortController, starting: ReturnType<typeof startServer>): void {
  let asked = false;
  const end = async (signal: NodeJS.Signals) => {
    if (asked) process.exit(130);
    asked = true;
    log.info({ signal }, 'asked to end');
    giveUp.abort(new Error(`ended by ${signal}`));
    const server = await starting.catch(() => null);
    await server?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end);
}

main().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof ConfigError ? words : `The server could not start: ${words}`}\n`);
  if (!(error instanceof ConfigError) && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
