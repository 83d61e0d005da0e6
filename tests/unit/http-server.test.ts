import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createHttpServer } from '#server/http-server.ts';

it('keeps an idle connection longer than the sixty seconds of a proxy in front', async () => {
  const server = createHttpServer({
    log: pino({ level: 'silent' }),
    handle: () => Promise.resolve(),
    ready: async () => [],
    upgradable: () => false,
    development: false,
    https: false,
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    get({ port, path: '/healthz', headers: { connection: 'keep-alive' } }, answered).on('error', failed);
  });
  answer.resume();
  const told = /timeout=(\d+)/.exec(String(answer.headers['keep-alive']));
  expect(Number(told?.[1])).toBeGreaterThan(60);
  await new Promise((closed) => server.close(closed));
});
