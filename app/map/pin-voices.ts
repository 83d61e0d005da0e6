import { type PinSpot, type PlacedWords, placeWords, type Speaker } from './pin-words.ts';
import type { PinVerdict } from './technician-props.ts';

/** So many of the best in sight are asked whether there is room for their words. */
const ASKED = 24;
const PADDING_PX = 12;
/** How heavy and large words of a pin are, in the font of the page. */
export const WORDS_WEIGHT = '600 11px';

/** Which of these pins say their verdict in words now, and where: first the one that is aimed at, then the best. */
export function voicesOf(
  spots: readonly PinSpot[],
  verdictOf: (technicianId: string) => PinVerdict | null,
  room: { readonly width: number; readonly height: number },
  aimed: string | null = null,
): ReadonlyMap<string, PlacedWords> {
  const ranked: { spot: PinSpot; verdict: PinVerdict; rank: number }[] = [];
  for (const spot of spots) {
    const verdict = verdictOf(spot.id);
    const rank = spot.id === aimed ? -1 : (verdict?.rank ?? null);
    if (verdict && rank !== null) ranked.push({ spot, verdict, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank);
  const widthOf = measure();
  const speakers = ranked
    .slice(0, ASKED)
    .map(({ spot, verdict }): Speaker => ({ ...spot, width: widthOf(verdict.words()) }));
  return placeWords(speakers, spots, room);
}

/** How wide words on a pin are with the space around them, CSS pixels. */
function measure(): (words: string) => number {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas, so the map cannot be drawn.');
  pen.font = `${WORDS_WEIGHT} ${getComputedStyle(document.body).fontFamily}`;
  return (words) => pen.measureText(words).width + PADDING_PX;
}
