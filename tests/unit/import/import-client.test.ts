import { afterEach, describe, expect, it, vi } from 'vitest';
import { runImport } from '#app/settings/imports/import-client.ts';
import { pause } from '#app/ui/pause.ts';

const ASK = {
  file: new File(['x'], 'orders.csv'),
  kind: 'orders',
  crs: 'wgs84',
  mapping: {},
  dryRun: false,
  partial: false,
  turnSwapped: false,
} as const;
const running = () => Response.json({ id: 'i1', status: 'running' });

/** What the network does with each request in turn. */
function network(...answers: (() => Response | Promise<Response>)[]) {
  vi.stubGlobal('fetch', async () => (answers.shift() ?? running)());
}

afterEach(() => vi.unstubAllGlobals());

describe('a file that is sent', () => {
  const send = () => runImport('i1', ASK, () => undefined, new AbortController().signal);

  it('is followed to its end though the network is gone for a moment', async () => {
    const away = () => Promise.reject(new TypeError('fetch failed'));
    network(running, away, running, away, () => Response.json({ id: 'i1', status: 'done' }));
    expect(await send()).toMatchObject({ ok: true, run: { status: 'done' } });
  });

  it('is told why it was not taken, also by what stands in front of the server', async () => {
    network(() => new Response('<html>', { status: 413, statusText: 'Content Too Large' }));
    expect(await send()).toEqual({ ok: false, problem: 'other', title: '413 Content Too Large' });
    network(() => Response.json({ title: 'file: is missing.' }, { status: 400 }));
    expect(await send()).toEqual({ ok: false, problem: 'other', title: 'file: is missing.' });
  });
});

describe('a pause', () => {
  it('ends at once when nobody waits any more, before it and in it', async () => {
    const over = new AbortController();
    const waiting = pause(60_000, over.signal);
    over.abort(new Error('left'));
    await expect(waiting).rejects.toThrow('left');
    await expect(pause(60_000, over.signal)).rejects.toThrow('left');
  });
});
