/** A pin on the screen, CSS pixels of the map. */
export interface PinSpot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** A pin that has something to say. */
export interface Speaker extends PinSpot {
  /** Width of the words with the space around them, CSS pixels. */
  readonly width: number;
}

export type WordsSide = 'below' | 'right' | 'left' | 'above';

/** On which side of its pin words stand, and their middle, CSS pixels of the map. */
export interface PlacedWords {
  readonly side: WordsSide;
  readonly x: number;
  readonly y: number;
}

/** So many pins say their words unasked. */
const SPEAKERS = 6;
/** From the middle of a pin to the middle of words beneath or above it, and to the nearer end of words beside it. */
const WORDS_APART = { beneath: 27, beside: 20 };
/** Words are so high, with what lies around them. */
const WORDS_HEIGHT = 18;

const SIDES: readonly WordsSide[] = ['below', 'right', 'left', 'above'];
const DISC_PX = 13;
/** Between two words. */
const GAP_PX = 2;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Which pins say their words and where, so that no words lie upon others, on another pin that speaks or past the edge: the first of
 * `speakers` choose first, each the side that hides fewest of `pins`. Who finds no room says nothing; so does everybody past the
 * sixth.
 */
export function placeWords(
  speakers: readonly Speaker[],
  pins: readonly PinSpot[],
  room: { readonly width: number; readonly height: number },
): ReadonlyMap<string, PlacedWords> {
  const placed = new Map<string, PlacedWords>();
  const taken: Box[] = [];
  const spoken: Box[] = [];
  for (const speaker of speakers) {
    if (placed.size === SPEAKERS) break;
    // Whose words these are could not be told of pins that lie upon each other.
    if (spoken.some((disc) => isOn(disc, speaker))) continue;
    if (taken.some((box) => crosses(box, discOf(speaker)))) continue;
    let best: { side: WordsSide; box: Box; hides: number } | null = null;
    for (const side of SIDES) {
      const box = boxOf(speaker, side);
      if (!isInside(box, room)) continue;
      if ([...taken, ...spoken].some((other) => crosses(box, other))) continue;
      const hides = pins.filter((pin) => pin.id !== speaker.id && crosses(box, discOf(pin))).length;
      if (best === null || hides < best.hides) best = { side, box, hides };
    }
    if (best === null) continue;
    placed.set(speaker.id, { side: best.side, ...middleOf(speaker, best.side) });
    taken.push(best.box);
    spoken.push(discOf(speaker));
  }
  return placed;
}

/** The middle of the words that a pin says on this side. */
function middleOf({ x, y, width }: Speaker, side: WordsSide): { x: number; y: number } {
  if (side === 'below') return { x, y: y + WORDS_APART.beneath };
  if (side === 'above') return { x, y: y - WORDS_APART.beneath };
  const beside = WORDS_APART.beside + width / 2;
  return { x: side === 'right' ? x + beside : x - beside, y };
}

function boxOf(speaker: Speaker, side: WordsSide): Box {
  const { x, y } = middleOf(speaker, side);
  const half = speaker.width / 2 + GAP_PX;
  const high = WORDS_HEIGHT / 2 + GAP_PX;
  return { left: x - half, right: x + half, top: y - high, bottom: y + high };
}

function discOf({ x, y }: PinSpot): Box {
  return { left: x - DISC_PX, right: x + DISC_PX, top: y - DISC_PX, bottom: y + DISC_PX };
}

function crosses(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

function isOn(box: Box, { x, y }: PinSpot): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function isInside(box: Box, room: { readonly width: number; readonly height: number }): boolean {
  return box.left >= 0 && box.top >= 0 && box.right <= room.width && box.bottom <= room.height;
}
