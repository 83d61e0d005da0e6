import { startServer } from '#tests/support/running-server.ts';
import { TOWN_SECRETS } from '#tests/support/town.ts';

/** One production server, with a small town in it, for a whole run of the end-to-end tests. */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startServer({
    entry: 'tests/support/town-server.ts',
    port: Number(new URL(process.env.E2E_ORIGIN as string).port),
    env: TOWN_SECRETS,
    readyWords: 'the town is open',
    withinMs: 180_000,
  });
  return async () => {
    await server.dispose();
  };
}
