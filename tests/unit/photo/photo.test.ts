import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/order/decision.ts';
import { type PhotoGiven, type PhotoSubject, photosOf } from '#domain/photo/photo.ts';
import { commandSchemas, parse } from '#protocol/schema.ts';
import { beijing, Story } from '#tests/support/story.ts';

const photo = (n: number, of: PhotoSubject): PhotoGiven => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  hash: String(n).repeat(64),
  of,
});
const warned = ({ verdict }: Decision) =>
  verdict.findings.filter(({ kind }) => kind === 'warning').map(({ rule }) => rule);

/** On time at a door where nobody answers, ten minutes after the knock. */
function atADoor(): Story {
  const story = Story.promised();
  story.do('2026-03-10 15:40', 'order.verify', {});
  story.do('2026-03-10 15:45', 'visit.depart', {});
  story.do('2026-03-10 16:00', 'visit.arrive', {});
  return story;
}
const LEFT = '2026-03-10 16:12';
function knocked(): Story {
  const story = atADoor();
  story.do('2026-03-10 16:01', 'visit.knock', {});
  return story;
}
function working(): Story {
  const story = atADoor();
  story.do('2026-03-10 16:01', 'visit.enter', {});
  story.do('2026-03-10 16:05', 'visit.work', {});
  return story;
}

describe('[NOAN-04] the note at the door', () => {
  it('is shown by a photo, of which the step keeps id, hash and times and nothing else', () => {
    const story = knocked();
    const takenAt = beijing('2026-03-10 16:11');
    const left = story.do(LEFT, 'visit.leave_no_answer', {
      calls: 2,
      note: 'full',
      photos: [{ ...photo(1, 'note'), takenAt }],
    });
    expect(warned(left)).not.toContain('NOAN-04');
    const visit = story.now.visits[0];
    expect(visit?.note?.photo).toBe(true);
    expect(photosOf(story.now)).toEqual([
      { ...photo(1, 'note'), takenAt, at: beijing(LEFT), visitId: visit?.id },
    ]);
  });

  it('is not shown by a photo of something else, nor by none', () => {
    const other = knocked().do(LEFT, 'visit.leave_no_answer', {
      calls: 2,
      note: 'full',
      photos: [photo(1, 'gate')],
    });
    expect(warned(other)).toContain('NOAN-04');
    const none = knocked().do(LEFT, 'visit.leave_no_answer', { calls: 2, note: 'full', photos: [] });
    expect(warned(none)).toContain('NOAN-04');
  });

  it('may be vouched for by a program that sends no images', () => {
    const story = knocked();
    const left = story.do(LEFT, 'visit.leave_no_answer', { calls: 2, note: 'full', photo: true });
    expect(warned(left)).not.toContain('NOAN-04');
    expect(story.now.visits[0]).not.toHaveProperty('photos');
  });
});

describe('[BLOK-01] what blocks the work', () => {
  const blocked = { reason: 'port', department: 'noc', expectedReturnDate: '2026-03-11' };

  it('is photographed where there is a camera: without a photo the block is told all the same, and said to lack one', () => {
    expect(warned(working().do(LEFT, 'visit.block', { ...blocked, photos: [] }))).toContain('BLOK-01');
    expect(
      warned(working().do(LEFT, 'visit.block', { ...blocked, photos: [photo(1, 'block')] })),
    ).not.toContain('BLOK-01');
    expect(warned(working().do(LEFT, 'visit.block', blocked))).not.toContain('BLOK-01');
  });
});

describe('[SITE-21] workmanship', () => {
  it('is shown by photos of any step of the visit', () => {
    const story = working();
    expect(warned(story.do('2026-03-10 16:50', 'visit.test', { photos: [photo(1, 'speed')] }))).toContain(
      'SITE-21',
    );
    story.do('2026-03-10 16:55', 'visit.work', { photos: [photo(2, 'workmanship')] });
    const again = story.do('2026-03-10 17:00', 'visit.test', { photos: [] });
    expect(again.verdict.findings.filter(({ advice }) => advice === 'take_photo')).toEqual([]);
  });

  it('[SITE-09] a photo that is named twice stands once, with its first time', () => {
    const story = working();
    story.do('2026-03-10 16:50', 'visit.test', { photos: [photo(1, 'speed')] });
    story.do('2026-03-10 16:52', 'visit.work', {});
    story.do('2026-03-10 17:00', 'visit.test', { photos: [photo(1, 'speed'), photo(2, 'speed')] });
    expect(photosOf(story.now).map(({ id, at }) => [id.at(-1), at])).toEqual([
      ['1', beijing('2026-03-10 16:50')],
      ['2', beijing('2026-03-10 17:00')],
    ]);
  });
});

describe('[DMG-01] damage', () => {
  it('keeps its photos with the claim', () => {
    const story = Story.accepted();
    const report = story.do('2026-03-09 10:00', 'damage.report', {
      item: 'a door',
      photos: [photo(1, 'damage')],
    });
    expect(warned(report)).toEqual([]);
    expect(story.now.damage?.photo).toBe(true);
    expect(photosOf(story.now)).toEqual([
      { ...photo(1, 'damage'), at: beijing('2026-03-09 10:00'), visitId: null },
    ]);
  });

  it('is on record without a photo, and said to lack one where there was a camera', () => {
    const story = Story.accepted();
    expect(warned(story.do('2026-03-09 10:00', 'damage.report', { item: 'a door', photos: [] }))).toEqual([
      'DMG-01',
    ]);
    expect(story.now.damage).toMatchObject({ photo: false });
    expect(warned(Story.accepted().do('2026-03-09 10:00', 'damage.report', { photo: false }))).toEqual([]);
  });
});

describe('what a step may say of photos', () => {
  const read = (photos: unknown) =>
    parse(commandSchemas['visit.knock'], { orderId: 'o1', photos } as never) as {
      ok: boolean;
      fault?: { field: string };
      value?: { photos: PhotoGiven[] };
    };

  it('is at most twelve, each with a UUID, a SHA-256 and what it shows', () => {
    expect(read([photo(1, 'gate')]).ok).toBe(true);
    expect(read([{ ...photo(1, 'gate'), id: 'photo.jpg' }]).fault?.field).toBe('photos.0.id');
    expect(read([{ ...photo(1, 'gate'), hash: 'abc' }]).fault?.field).toBe('photos.0.hash');
    expect(read([{ ...photo(1, 'gate'), of: 'cat' }]).fault?.field).toBe('photos.0.of');
    expect(read([{ ...photo(1, 'gate'), image: 'AAAA' }]).ok).toBe(false);
    expect(read(Array.from({ length: 13 }, () => photo(1, 'gate'))).fault?.field).toBe('photos');
  });

  it('knows an id however it is written', () => {
    const id = 'ABCDEF00-0000-4000-8000-000000000001';
    expect(read([{ ...photo(1, 'gate'), id }]).value?.photos[0]?.id).toBe(id.toLowerCase());
  });
});
