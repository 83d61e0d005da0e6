import { createHash, randomUUID } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOfOrder } from '#db/query/event.ts';
import { verifyLog } from '#db/query/verify-log.ts';
import { PHOTOS_PER_VISIT } from '#domain/photo/photo.ts';
import type { PhotosShown } from '#protocol/photo.ts';
import { deletePhotos } from '#server/services/photo/delete-photos.ts';
import { FolderPhotoStore } from '#server/services/photo/photo-store.ts';
import { DISPATCHER, HOUR, MINUTE, technicianViewer } from '#tests/integration/support/house.ts';
import { type HttpHouse, openHttpHouse } from '#tests/integration/support/http.ts';

const T1 = technicianViewer('t1');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A JPEG of one colour, told apart by `n`, with the place where it was taken in it. */
const jpeg = (n: number, width = 64, height = 48) =>
  sharp({ create: { width, height, channels: 3, background: { r: n, g: 90, b: 200 } } })
    .withExif({ IFD0: { Make: 'SpyCamera' }, IFD3: { GPSLatitude: '26/1 5/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();

/** The first bytes of a PNG that claims 60 000 by 60 000 pixels and is 50 bytes long. */
function pixelBomb(): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'ascii');
  head.writeUInt32BE(60_000, 8);
  head.writeUInt32BE(60_000, 12);
  head.set([8, 2, 0, 0, 0], 16);
  head.writeUInt32BE(crc32(head.subarray(4, 21)), 21);
  const data = Buffer.alloc(12);
  data.write('IDAT', 4, 'ascii');
  data.writeUInt32BE(crc32(data.subarray(4, 8)), 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), head, data]);
}

describe('photos of what was found at a home', () => {
  let house: HttpHouse;
  const folder = join(tmpdir(), `zhundian-photos-${randomUUID()}`);
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    house = await openHttpHouse();
    house.services.photos = new FolderPhotoStore(folder);
    const areaIds = ['gulou'];
    cookies.desk = await house.signIn('desk', { role: 'dispatcher', areaIds });
    cookies.boss = await house.signIn('boss', { role: 'supervisor', areaIds });
    cookies.far = await house.signIn('far', { role: 'dispatcher', areaIds: ['mawei'] });
    cookies.noc = await house.signIn('noc', { role: 'noc', areaIds: null });
    cookies.t1 = await house.signIn('t1', { role: 'technician', areaIds, technicianId: 't1' });
    cookies.t2 = await house.signIn('t2', { role: 'technician', areaIds, technicianId: 't2' });
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = (who: string, id: string, photo: string, bytes: Uint8Array, name = 'a.jpg') => {
    const form = new FormData();
    form.set('photo', photo);
    form.set('file', new File([new Uint8Array(bytes)], name));
    return house.call('POST', `/api/v1/visits/${id}/photos`, { cookie: cookies[who], form });
  };
  const look = (who: string, photo: string, query = '') =>
    house.call('GET', `/api/v1/photos/${photo}${query}`, { cookie: cookies[who] });
  const list = async (who: string, orderId: string) =>
    (await house.call('GET', `/api/v1/orders/${orderId}/photos`, { cookie: cookies[who] }))
      .body as unknown as PhotosShown;
  const files = async () =>
    (await readdir(folder, { recursive: true }).catch(() => [])).filter((name) => name.includes('.'));

  /** An order that t1 has accepted. */
  async function accepted(): Promise<string> {
    const orderId = await house.order();
    await house.done(DISPATCHER, 'order.dispatch', { orderId, technicianId: 't1' });
    await house.done(T1, 'order.accept', { orderId });
    return orderId;
  }
  /** The same with damage reported, of which these images are the photos. */
  async function damaged(...images: readonly Uint8Array[]): Promise<{ orderId: string; ids: string[] }> {
    const orderId = await accepted();
    const photos = images.map((bytes) => ({ id: randomUUID(), hash: sha256(bytes), of: 'damage' as const }));
    await house.done(T1, 'damage.report', { orderId, item: '玻璃门', photos });
    return { orderId, ids: photos.map(({ id }) => id) };
  }

  it('[DMG-01] an image follows the report that named it, and is drawn anew without the place where it was taken', async () => {
    const bytes = Buffer.concat([await jpeg(1), Buffer.from('PK\u0003\u0004<script>alert(1)</script>')]);
    expect(bytes.toString('latin1')).toContain('SpyCamera');
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    expect((await list('t1', orderId)).photos).toMatchObject([{ id, of: 'damage', state: 'awaited' }]);
    expect((await look('t1', id)).status).toBe(404);

    const taken = await send('t1', orderId, id.toUpperCase(), bytes, '../../etc/passwd');
    expect(taken, taken.text).toMatchObject({ status: 201, body: { photo: id } });
    expect(await list('t1', orderId)).toMatchObject({ sight: 'open', photos: [{ state: 'kept' }] });
    const [file = ''] = (await files()).slice(-1);
    expect(file).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}\.jpg$/);
    expect(file).not.toContain(id);
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0);
    const kept = Buffer.from((await house.services.photos.get(file.slice(3, -4))) ?? []);
    for (const foreign of ['SpyCamera', 'Exif', 'PK\u0003\u0004', 'script'])
      expect(kept.toString('latin1')).not.toContain(foreign);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });

    const log = JSON.stringify(await eventsOfOrder(house.database.sql, orderId));
    expect(log).toContain(sha256(bytes));
    expect(log).not.toContain(file.slice(3, -4));
  });

  it('an image is taken once, however often and at the same time it is sent', async () => {
    const bytes = await jpeg(2);
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    const before = (await files()).length;
    const answers = await Promise.all([1, 2, 3].map(() => send('t1', orderId, id, bytes)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect((await send('t1', orderId, id, bytes)).status).toBe(200);
    expect(await files()).toHaveLength(before + 1);
  });

  it('what is no image, is damaged, too large or not the one that was named is refused with what is expected', async () => {
    const good = await jpeg(3);
    const files: [string, Uint8Array, number, RegExp][] = [
      [
        'SVG',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
        415,
        /JPEG, PNG or WebP/,
      ],
      ['ZIP', Buffer.from('PK\u0003\u0004 not an image at all'), 415, /JPEG, PNG or WebP/],
      ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000'), 415, /JPEG, PNG or WebP/],
      ['nothing', Buffer.alloc(0), 415, /JPEG, PNG or WebP/],
      ['a page that begins as a JPEG', Buffer.from('\u00ff\u00d8\u00ff<html>', 'latin1'), 422, /damaged/],
      ['half a JPEG', good.subarray(0, good.length / 2), 422, /damaged/],
      ['a pixel bomb', pixelBomb(), 422, /60000 × 60000 pixels: expected at most 25 million/],
      [
        'too large',
        Buffer.concat([good, Buffer.alloc(8 * 1024 * 1024)]),
        413,
        /8\.0 MB: expected at most 8 MB/,
      ],
    ];
    const { orderId, ids } = await damaged(...files.map(([, bytes]) => bytes));
    for (const [i, [what, bytes, status, title]] of files.entries()) {
      const answer = await send('t1', orderId, ids[i] ?? '', bytes);
      expect(answer.status, what).toBe(status);
      expect(answer.body.title, what).toMatch(title);
    }
    const huge = await send('t1', orderId, ids[0] ?? '', Buffer.alloc(9 * 1024 * 1024));
    expect(huge).toMatchObject({ status: 413, body: { code: 'too_large' } });
    const other = await send('t1', orderId, ids[0] ?? '', good);
    expect(other).toMatchObject({ status: 422, body: { code: 'refused' } });
    expect(other.body.title).toContain(sha256(good));
    const unnamed = await send('t1', orderId, randomUUID(), good);
    expect(unnamed.status).toBe(404);
    expect(unnamed.body.title).toMatch(/No step of this order names the photo/);
    expect(await send('t1', orderId, 'photo.jpg', good)).toMatchObject({
      status: 400,
      body: { field: 'photo' },
    });
    const json = await house.call('POST', `/api/v1/visits/${orderId}/photos`, {
      cookie: cookies.t1,
      body: {},
    });
    expect(json.status).toBe(415);
    expect((await list('t1', orderId)).photos.every(({ state }) => state === 'awaited')).toBe(true);
  });

  it('is brought by who had the order, though it went to somebody else since, and by nobody else', async () => {
    const bytes = await jpeg(4);
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    for (const [who, status] of [
      ['t2', 404],
      ['far', 404],
      ['noc', 403],
    ] as const)
      expect((await send(who, orderId, id, bytes)).status, who).toBe(status);
    await house.done(DISPATCHER, 'order.reassign', { orderId, technicianId: 't2' });
    expect((await send('t1', orderId, id, bytes)).status).toBe(201);
    expect((await look('t1', id)).status).toBe(404);
    expect((await look('t2', id)).status).toBe(200);
  });

  it('[PRIV-01] is looked at by the technician, and by the desk for a reason that is kept, for a quarter of an hour', async () => {
    const bytes = await jpeg(5);
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    await send('t1', orderId, id, bytes);
    const own = await look('t1', id);
    expect(own.status).toBe(200);
    expect(Object.fromEntries(own.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${id}.jpg"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await look('t1', id, '?size=small')).status).toBe(200);
    expect((await look('t1', id, '?size=huge')).status).toBe(400);

    expect(await list('desk', orderId)).toMatchObject({ sight: 'for_a_reason' });
    const asked = await look('desk', id);
    expect(asked.status).toBe(403);
    expect(asked.body.title).toContain(`/orders/${orderId}/reveal`);
    const reveal = { cookie: cookies.desk, body: { reason: '核对损坏' } };
    expect((await house.call('POST', `/api/v1/orders/${orderId}/reveal`, reveal)).status).toBe(200);
    expect((await look('desk', id)).status).toBe(200);
    expect((await look('boss', id)).status).toBe(403);
    const read = await house.call('GET', `/api/v1/reveals?order=${orderId}`, { cookie: cookies.boss });
    expect(read.body.reveals).toMatchObject([{ name: 'desk', reason: '核对损坏' }]);
    house.clock.at += 15 * MINUTE;
    expect((await look('desk', id)).status).toBe(403);
    for (const [who, status] of [
      ['noc', 403],
      ['far', 404],
      ['t2', 404],
    ] as const)
      expect((await look(who, id)).status, who).toBe(status);
  });

  it('what lies in the store is shown only while it is what was kept', async () => {
    const bytes = await jpeg(6);
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    const before = new Set(await files());
    await send('t1', orderId, id, bytes);
    const [file = ''] = (await files()).filter((name) => !before.has(name));
    await writeFile(join(folder, file), await jpeg(7));
    expect((await look('t1', id)).status).toBe(404);
    await rm(join(folder, file));
    expect((await look('t1', id)).status).toBe(404);
  });

  it(`no more than ${PHOTOS_PER_VISIT} are kept of a visit`, async () => {
    const orderId = await accepted();
    await house.done(T1, 'contact.attempt', { orderId, outcome: 'connected', contentConfirmed: true });
    const start = house.clock.at + 3 * HOUR;
    await house.done(T1, 'appointment.confirm', { orderId, start, proposedBy: 'customer' });
    house.clock.at = start - 10 * MINUTE;
    await house.done(T1, 'order.verify', { orderId });
    await house.done(T1, 'visit.depart', { orderId });
    house.clock.at = start;
    const images = await Promise.all(Array.from({ length: PHOTOS_PER_VISIT + 1 }, (_, n) => jpeg(n, 8, 8)));
    const photos = images.map((bytes) => ({
      id: randomUUID(),
      hash: sha256(bytes),
      of: 'workmanship' as const,
    }));
    await house.done(T1, 'visit.arrive', { orderId, photos: photos.slice(0, 12) });
    await house.done(T1, 'visit.enter', { orderId, photos: photos.slice(12, 24) });
    await house.done(T1, 'visit.work', { orderId, photos: photos.slice(24) });
    const visitId = (await list('t1', orderId)).photos[0]?.visitId ?? '';
    const answers = await Promise.all(
      photos.map(({ id }, n) => send('t1', visitId, id, images[n] ?? Buffer.alloc(0))),
    );
    const refused = answers.filter(({ status }) => status === 422);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(PHOTOS_PER_VISIT);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.body.title).toMatch(/24 photos already/);
    house.clock.at += HOUR;
  });

  it('[PRIV-05] goes when its order has been over for long enough, not while a claim is open; the log stays whole', async () => {
    const bytes = await jpeg(8);
    const { orderId, ids } = await damaged(bytes);
    const [id = ''] = ids;
    const open = await damaged(bytes);
    for (const one of [
      { orderId, id },
      { orderId: open.orderId, id: open.ids[0] ?? '' },
    ]) {
      expect((await send('t1', one.orderId, one.id, bytes)).status).toBe(201);
      const cancel = { orderId: one.orderId, by: 'customer' as const, reason: '不装了' };
      await house.done(DISPATCHER, 'order.cancel', cancel);
    }
    const before = (await files()).length;
    await deletePhotos(house.services, house.clock.at + 1);
    expect(await files()).toHaveLength(before);
    await house.done(DISPATCHER, 'damage.agree', { orderId });
    await house.done({ ...DISPATCHER, role: 'supervisor' }, 'damage.compensate', { orderId });
    await deletePhotos(house.services, house.clock.at);
    expect(await files()).toHaveLength(before);
    await deletePhotos(house.services, house.clock.at + 1);
    expect(await files()).toHaveLength(before - 1);
    expect((await list('desk', orderId)).photos).toMatchObject([{ id, state: 'deleted' }]);
    expect((await list('desk', open.orderId)).photos).toMatchObject([{ state: 'kept' }]);
    expect((await send('t1', orderId, id, bytes)).status).toBe(200);
    expect(await files()).toHaveLength(before - 1);
    expect(await verifyLog(house.database.sql)).toEqual([]);
  });
});
