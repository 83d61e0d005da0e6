import { once } from 'node:events';
import { createServer, connect as dial, type Socket } from 'node:net';

/** A stretch of network between a screen and the server that tests may break. */
export interface FaultProxy {
  origin: string;
  /** What the server sends is swallowed; what the screen sends still arrives. */
  dropReplies(): void;
  /** Nothing gets through in either direction, and nobody is told: as behind a dead router. */
  freeze(): void;
  /** Every connection is reset. */
  cut(): void;
  /** New connections are refused from now on, too. */
  refuse(): void;
  /** All is well again; frozen and mute connections are dropped, for their bytes are lost. */
  heal(): void;
  close(): Promise<void>;
}

export async function startFaultProxy(serverOrigin: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(serverOrigin);
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let fault: 'none' | 'mute' | 'frozen' | 'refusing' = 'none';

  const proxy = createServer((near) => {
    if (fault === 'refusing') return void near.resetAndDestroy();
    const far = dial(Number(port), hostname);
    const pair = { near, far };
    pairs.add(pair);
    near.on('data', (bytes) => {
      if (fault !== 'frozen') far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (fault === 'none') near.write(bytes);
    });
    const end = () => {
      pairs.delete(pair);
      far.destroy();
      // The other side of a frozen stretch does not learn that this one has gone.
      if (fault !== 'frozen') near.destroy();
    };
    for (const side of [near, far]) side.on('close', end).on('error', end);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port: ownPort } = proxy.address() as { port: number };

  const cut = () => {
    for (const { near, far } of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    pairs.clear();
  };
  return {
    origin: `http://127.0.0.1:${ownPort}`,
    dropReplies() {
      fault = 'mute';
    },
    freeze() {
      fault = 'frozen';
    },
    cut,
    refuse() {
      fault = 'refusing';
      cut();
    },
    heal() {
      const broken = fault !== 'none';
      fault = 'none';
      if (broken) cut();
    },
    async close() {
      fault = 'refusing';
      cut();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
