import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningServer, startServer } from '#tests/support/running-server.ts';
import { TOWN_SECRETS } from '#tests/support/town.ts';
import { until } from '#tests/support/until.ts';

/** A town of a test's own, whose clock the test may put on. */
export interface OwnTown {
  readonly origin: string;
  /** Puts the town's clock on to an instant. Pages that are open hear of it when they are loaded again. */
  clockTo(at: number): Promise<void>;
  dispose(): Promise<void>;
}

/** Opens it at nine in the morning of the town's day, under the standard given. */
export async function ownTown(standardId: string): Promise<OwnTown> {
  const server: RunningServer = await startServer({
    entry: 'tests/support/town-server.ts',
    env: { ...TOWN_SECRETS, TOWN_STANDARD: standardId },
    readyWords: 'the town is open',
    withinMs: 180_000,
  });
  return {
    origin: server.origin,
    async clockTo(at) {
      const told = new Date(at).toISOString();
      await writeFile(join(server.dataDir, 'town-clock'), told);
      process.kill(server.pid, 'SIGUSR2');
      await until(`the town's clock to be ${told}`, () =>
        server.logs().includes(`the town's clock is ${told}`),
      );
    },
    dispose: () => server.dispose(),
  };
}
