import { problemTitle } from '../../ui/problem-title.ts';
import type { Delivered } from './photo-queue.ts';
import type { UnsentPhoto } from './photo-shelf.ts';

const WITHIN_MS = 60_000;

/** Sends one image. Whatever is no clear answer of the server is tried again; the server takes an image once. */
export async function deliverPhoto({ id, orderId, bytes, named }: UnsentPhoto): Promise<Delivered> {
  const form = new FormData();
  form.set('photo', id);
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), 'photo.jpg');
  let status: number;
  let text: string;
  try {
    const answer = await fetch(`/api/v1/visits/${encodeURIComponent(orderId)}/photos`, {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    ({ status } = answer);
    text = await answer.text();
  } catch {
    // no network, or it went while the image was on its way
    return { kind: 'again' };
  }
  if (status < 300) return { kind: 'taken' };
  if (status === 401) return { kind: 'signed_out' };
  const title = problemTitle(text);
  if (title === null || status === 429 || status >= 500) return { kind: 'again' };
  return status === 404 && !named ? { kind: 'not_named' } : { kind: 'refused', title };
}
