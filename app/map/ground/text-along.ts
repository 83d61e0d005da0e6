/** One letter on a path: its middle in CSS pixels and its turn in radians. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Text to be set along a line. */
export interface Lettering {
  readonly letters: readonly string[];
  /** Width of each letter, CSS pixels. */
  readonly widths: readonly number[];
  readonly spacing: number;
  /** Chinese stands upright on steep lines; Latin lies along them. */
  readonly upright: boolean;
}

const MAX_TURN = 0.55;
const STEEP = (56 / 180) * Math.PI;

/**
 * Sets letters along a line (x, y in turn) so that their middle is `at` pixels from its start.
 * Undefined when the line is too short there or bends too much to be read.
 */
export function textAlong(
  line: Float64Array,
  lengths: Float64Array,
  at: number,
  text: Lettering,
): Glyph[] | undefined {
  const total = text.widths.reduce((sum, width) => sum + width, 0) + text.spacing * (text.letters.length - 1);
  const [start, end] = [at - total / 2, at + total / 2];
  if (start < 0 || end > lengths.at(-1)!) return undefined;
  const [from, to] = [pointAt(line, lengths, start), pointAt(line, lengths, end)];
  const overall = Math.atan2(to.y - from.y, to.x - from.x);
  const steep = Math.abs(Math.abs(overall) - Math.PI / 2) < Math.PI / 2 - STEEP;
  const standing = steep && text.upright;
  // Read left to right; steep Chinese from top to bottom.
  const backwards = standing ? Math.sin(overall) < 0 : Math.cos(overall) < 0;
  const glyphs: Glyph[] = [];
  let offset = 0;
  for (const [i, letter] of text.letters.entries()) {
    const width = text.widths[i]!;
    const along = offset + width / 2;
    const spot = pointAt(line, lengths, backwards ? end - along : start + along);
    if (Math.abs(angleBetween(spot.angle, overall)) > MAX_TURN) return undefined;
    const reading = backwards ? spot.angle + Math.PI : spot.angle;
    glyphs.push({ text: letter, x: spot.x, y: spot.y, angle: standing ? reading - Math.PI / 2 : reading });
    offset += width + text.spacing;
  }
  return glyphs;
}

/** Length of a line up to each of its corners, pixels. */
export function runningLengths(line: Float64Array): Float64Array {
  const lengths = new Float64Array(line.length / 2);
  for (let i = 1; i < lengths.length; i++) {
    lengths[i] =
      lengths[i - 1]! + Math.hypot(line[2 * i]! - line[2 * i - 2]!, line[2 * i + 1]! - line[2 * i - 1]!);
  }
  return lengths;
}

/** The point at a length along the line, with the direction there. */
export function pointAt(
  line: Float64Array,
  lengths: Float64Array,
  at: number,
): { x: number; y: number; angle: number } {
  let i = 1;
  while (i < lengths.length - 1 && lengths[i]! < at) i++;
  const [x0, y0, x1, y1] = [line[2 * i - 2]!, line[2 * i - 1]!, line[2 * i]!, line[2 * i + 1]!];
  const run = lengths[i]! - lengths[i - 1]! || 1;
  const share = (at - lengths[i - 1]!) / run;
  return { x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share, angle: Math.atan2(y1 - y0, x1 - x0) };
}

function angleBetween(a: number, b: number): number {
  return Math.atan2(Math.sin(a - b), Math.cos(a - b));
}
