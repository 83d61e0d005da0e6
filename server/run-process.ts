import { ConfigError, environmentConfig } from './config.ts';
import { createLog, type Logger } from './log.ts';
import { type RunningServer, type StartOptions, startServer } from './start-server.ts';

/** The server as a process: reads the environment, starts the house, and sees to it that the process ends well. */
export async function runProcess(options: Pick<StartOptions, 'amend' | 'pages'> = {}): Promise<void> {
  try {
    const config = environmentConfig();
    const log = createLog(config.logLevel);
    endOnFault(log);
    const giveUp = new AbortController();
    const starting = startServer({ ...options, config, log, signal: giveUp.signal });
    endOnSignal(log, giveUp, starting);
    await starting;
  } catch (error) {
    process.stderr.write(`${wordsFor(error)}\n`);
    process.exit(1);
  }
}

/** A wrong configuration is told in words alone; of anything else the trace is told, too. */
function wordsFor(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  return `The server could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
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
function endOnSignal(log: Logger, giveUp: AbortController, starting: Promise<RunningServer>): void {
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
