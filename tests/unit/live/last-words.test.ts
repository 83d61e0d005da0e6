import { beforeEach, describe, expect, it } from 'vitest';
import { createLiveClient, type LiveClient } from '#app/live/live-client.ts';
import type { Wire } from '#app/live/wire.ts';
import type { CommandAnswer } from '#protocol/command.ts';

/** A line that is up as soon as it is opened; the test answers what is asked over it. */
function openLine() {
  const answers: ((answer: CommandAnswer) => void)[] = [];
  let opened = false;
  const wire: Wire = {
    open() {
      opened = true;
    },
    close() {
      opened = false;
    },
    isUp: () => opened,
    listen: () => () => undefined,
    watch: () => new Promise(() => undefined),
    command: () => new Promise((resolve) => answers.push(resolve)),
    positions: async () => ({ ok: true, taken: 0 }),
    drag: () => undefined,
    look: () => undefined,
  };
  return { wire, answers, isOpen: () => opened };
}

let line: ReturnType<typeof openLine>;
let client: LiveClient;
/** Lets the pauses end that the client has asked for. */
let pauses: (() => void)[];

beforeEach(() => {
  line = openLine();
  pauses = [];
  client = createLiveClient({
    wire: line.wire,
    undoReason: '撤销',
    now: () => 0,
    newId: () => 'c1',
    random: () => 0,
    wait: () => new Promise((resolve) => pauses.push(resolve)),
    signedIn: async () => true,
    onMismatch: () => undefined,
  });
});

const REFUSED: CommandAnswer = { ok: false, code: 'not_found', title: 'No such order.' };

describe('a page that is left', () => {
  it('lets the line go at once when nothing waits for an answer', () => {
    client.start()();
    expect(line.isOpen()).toBe(false);
  });

  it('keeps it until what was sent at the last moment is answered', async () => {
    const leave = client.start();
    const answer = client.send('order.review', { orderId: 'o1' });
    leave();
    await expect.poll(() => line.answers.length).toBe(1);
    expect(line.isOpen()).toBe(true);
    line.answers[0]?.(REFUSED);
    expect(await answer).toEqual(REFUSED);
    expect(line.isOpen()).toBe(false);
  });

  it('waits no longer than its time, and a page that comes back takes the line over', async () => {
    const leave = client.start();
    void client.send('order.review', { orderId: 'o1' });
    leave();
    const leaveAgain = client.start();
    for (const end of pauses.splice(0)) end();
    await Promise.resolve();
    expect(line.isOpen()).toBe(true);
    leaveAgain();
    for (const end of pauses.splice(0)) end();
    await expect.poll(line.isOpen).toBe(false);
  });
});
