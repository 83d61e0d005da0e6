import { startServer } from '#tests/support/running-server.ts';

/**
 * One production server on a database of its own for a whole run of the end-to-end tests.
 * E2E_ORIGIN points them at a server that already runs instead.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const server = await startServer({ port: Number(new URL(process.env.E2E_ORIGIN as string).port) });
  return async () => {
    await server.dispose();
  };
}
