import { describe, expect, it } from 'vitest';
import { createPhotoQueue, type Delivered } from '#app/field/photos/photo-queue.ts';
import type { PhotoShelf, UnsentPhoto } from '#app/field/photos/photo-shelf.ts';

/** A browser's database that outlives the pages. */
function shelfOf(kept: Map<string, UnsentPhoto>): PhotoShelf {
  return {
    all: async () => [...kept.values()],
    async put(photos) {
      for (const photo of photos) kept.set(photo.id, photo);
    },
    async remove(ids) {
      for (const id of ids) kept.delete(id);
    },
  };
}
const NO_SHELF: PhotoShelf = {
  all: () => Promise.reject(new Error('private window')),
  put: () => Promise.reject(new Error('private window')),
  remove: () => Promise.reject(new Error('private window')),
};

/** A page of the phone. Whatever is under way has come to rest after `settled`. */
function pageOf(shelf: PhotoShelf, answers: Delivered['kind'][] = [], personId = 'p-t1') {
  const sent: string[] = [];
  let pauseEnds: () => void = () => undefined;
  const queue = createPhotoQueue({
    personId,
    shelf,
    async deliver(photo) {
      sent.push(photo.id);
      const kind = answers.shift() ?? 'taken';
      return kind === 'refused' ? { kind, title: `${photo.id} is damaged` } : { kind };
    },
    now: () => 0,
    random: () => 0,
    wait: () =>
      new Promise((resolve) => {
        pauseEnds = resolve;
      }),
  });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const later = async () => {
    pauseEnds();
    await settled();
  };
  return { queue, sent, settled, later };
}
const photo = (id: string) => ({ id, bytes: new ArrayBuffer(1) });
const done = () => Promise.resolve(true);

describe('photos on their way', () => {
  it('follow the step that names them, which waits for none', async () => {
    const kept = new Map<string, UnsentPhoto>();
    const { queue, sent, settled } = pageOf(shelfOf(kept));
    const step = Promise.withResolvers<boolean>();
    const answered = queue.along('o1', [photo('a'), photo('b')], () => step.promise);
    await settled();
    expect(sent).toEqual([]);
    expect([...kept.values()].map(({ id, named }) => [id, named])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    expect(queue.waiting.get().count).toBe(2);
    step.resolve(true);
    expect(await answered).toBe(true);
    await settled();
    expect(sent).toEqual(['a', 'b']);
    expect(queue.waiting.get()).toEqual({ count: 0, kept: true, refused: [] });
    expect(kept.size).toBe(0);
  });

  it('stay with the form when the step is refused', async () => {
    const kept = new Map<string, UnsentPhoto>();
    const { queue, sent, settled } = pageOf(shelfOf(kept));
    expect(await queue.along('o1', [photo('a')], () => Promise.resolve(false))).toBe(false);
    await settled();
    expect(sent).toEqual([]);
    expect(kept.size).toBe(0);
    await queue.along('o1', [photo('a')], done);
    await settled();
    expect(sent).toEqual(['a']);
  });

  it('wait for the network, are counted meanwhile, and go at once when it is back', async () => {
    const { queue, sent, settled, later } = pageOf(shelfOf(new Map()), ['again', 'again']);
    await queue.along('o1', [photo('a')], done);
    await settled();
    expect(sent).toEqual(['a']);
    expect(queue.waiting.get().count).toBe(1);
    await later();
    expect(sent).toEqual(['a', 'a']);
    expect(queue.waiting.get().count).toBe(1);
    queue.nudge();
    await settled();
    expect(sent).toEqual(['a', 'a', 'a']);
    expect(queue.waiting.get().count).toBe(0);
  });

  it('outlive the page, for the person who took them', async () => {
    const kept = new Map<string, UnsentPhoto>();
    const closed = pageOf(shelfOf(kept), ['again']);
    await closed.queue.along('o1', [photo('a')], done);
    await closed.settled();
    const other = pageOf(shelfOf(kept), [], 'p-t2');
    other.queue.open();
    await other.settled();
    expect(other.sent).toEqual([]);
    expect(other.queue.waiting.get().count).toBe(0);
    const next = pageOf(shelfOf(kept));
    next.queue.open();
    await next.settled();
    expect(next.sent).toEqual(['a']);
    expect(kept.size).toBe(0);
  });

  it('go with a step that never went out, without a word: the order shows it as still to do', async () => {
    const kept = new Map<string, UnsentPhoto>();
    const closed = pageOf(shelfOf(kept));
    void closed.queue.along('o1', [photo('a')], () => new Promise(() => undefined));
    await closed.settled();
    const next = pageOf(shelfOf(kept), ['not_named']);
    next.queue.open();
    await next.settled();
    expect(next.queue.waiting.get()).toEqual({ count: 0, kept: true, refused: [] });
    expect(kept.size).toBe(0);
  });

  it('are told of when the server will never take them, and do not hold up the others', async () => {
    const { queue, sent, settled } = pageOf(shelfOf(new Map()), ['refused']);
    await queue.along('o1', [photo('a'), photo('b')], done);
    await settled();
    expect(sent).toEqual(['a', 'b']);
    expect(queue.waiting.get()).toEqual({ count: 0, kept: true, refused: ['a is damaged'] });
    queue.dismiss();
    expect(queue.waiting.get().refused).toEqual([]);
  });

  it('wait for whoever is signed out', async () => {
    const { queue, sent, settled } = pageOf(shelfOf(new Map()), ['signed_out']);
    await queue.along('o1', [photo('a')], done);
    await settled();
    expect(queue.waiting.get().count).toBe(1);
    queue.nudge();
    await settled();
    expect(sent).toEqual(['a', 'a']);
    expect(queue.waiting.get().count).toBe(0);
  });

  it('go from memory where the browser keeps nothing, which is said', async () => {
    const { queue, sent, settled, later } = pageOf(NO_SHELF, ['again']);
    await queue.along('o1', [photo('a')], done);
    await settled();
    expect(queue.waiting.get()).toMatchObject({ count: 1, kept: false });
    await later();
    expect(sent).toEqual(['a', 'a']);
    expect(queue.waiting.get().count).toBe(0);
  });

  it('a step without photos goes out as ever', async () => {
    const kept = new Map<string, UnsentPhoto>();
    const { queue, sent, settled } = pageOf(shelfOf(kept));
    expect(await queue.along('o1', [], done)).toBe(true);
    await settled();
    expect(sent).toEqual([]);
  });
});
