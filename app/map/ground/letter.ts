import type { Pen } from '../still-canvas.ts';
import { type LabelStyle, labelStyle } from './label-styles.ts';
import type { Frame } from './paint.ts';
import type { Palette } from './palette.ts';
import { type Box, Room } from './room.ts';
import { type Ground, type Named, touches } from './shapes.ts';
import { type Glyph, runningLengths, textAlong } from './text-along.ts';

const FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export type Tongue = 'zh-CN' | 'en';

/** Which names are written: in one tongue, without those that another layer has `taken`. */
export interface Lettering {
  readonly tongue: Tongue;
  readonly taken?: readonly string[] | undefined;
}

/** Writes the names of the ground that find room, the important first; none over another. */
export function letterGround(
  pen: Pen,
  ground: Ground,
  palette: Palette,
  frame: Frame,
  { tongue, taken }: Lettering,
): void {
  const scale = 2 ** frame.zoom;
  const edge = 60;
  const seen = ground.names.filter(({ path }) =>
    touches(
      path,
      (frame.x - edge) / scale,
      (frame.y - edge) / scale,
      (frame.x + frame.width + edge) / scale,
      (frame.y + frame.height + edge) / scale,
    ),
  );
  const styled = seen.flatMap((named) => {
    const style = labelStyle(named, frame.zoom, palette);
    return style ? [{ named, style }] : [];
  });
  styled.sort((a, b) => a.style.order - b.style.order);
  const room = new Room();
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  for (const { named, style } of styled) {
    const text = tongue === 'en' ? named.nameEn : named.name;
    if (named.of === 'place' && taken?.includes(text)) continue;
    pen.font = `${style.weight} ${style.size}px ${FONT}`;
    const placed =
      named.path.xy.length > 2
        ? alongLine(pen, named, text, style, frame, room)
        : [atPoint(pen, named, text, style, frame, room)];
    for (const glyphs of placed) write(pen, glyphs, style, palette.halo);
  }
}

function atPoint(
  pen: Pen,
  { path }: Named,
  text: string,
  style: LabelStyle,
  frame: Frame,
  room: Room,
): Glyph[] {
  const { letters, widths, spacing } = lettersOf(pen, text, style);
  const width = widths.reduce((sum, w) => sum + w, 0) + spacing * (letters.length - 1);
  const x = Math.round(path.xy[0]! * 2 ** frame.zoom - frame.x);
  const y = Math.round(path.xy[1]! * 2 ** frame.zoom - frame.y);
  const half = style.size * 0.62;
  const box = { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half };
  if (!room.take([box], style.margin)) return [];
  let at = box.left;
  return letters.map((letter, i) => {
    const glyph = { text: letter, x: at + widths[i]! / 2, y, angle: 0 };
    at += widths[i]! + spacing;
    return glyph;
  });
}

function alongLine(
  pen: Pen,
  { path }: Named,
  text: string,
  style: LabelStyle,
  frame: Frame,
  room: Room,
): Glyph[][] {
  const scale = 2 ** frame.zoom;
  const line = path.xy.map((value, i) => value * scale - (i % 2 === 0 ? frame.x : frame.y));
  const lengths = runningLengths(line);
  const lettering = { ...lettersOf(pen, text, style), upright: isChinese(text) };
  const placed: Glyph[][] = [];
  const whole = lengths.at(-1)!;
  // Counted from the line's own start, so that names stay put while the map is panned.
  for (let at = Math.min(style.repeat / 2, whole / 2); at < whole; at += style.repeat / 4) {
    const glyphs = textAlong(line, lengths, at, lettering);
    if (
      glyphs?.every((glyph) => isSeen(glyph, frame)) &&
      room.take(
        glyphs.map((g) => boxOf(g, style)),
        style.margin,
      )
    ) {
      placed.push(glyphs);
      at += (style.repeat * 3) / 4;
    }
  }
  return placed;
}

function lettersOf(pen: Pen, text: string, style: LabelStyle) {
  // Latin words are set whole when straight: kerning is the font's affair.
  const letters = isChinese(text) || style.repeat > 0 ? [...text] : [text];
  const chinese = isChinese(text);
  return {
    letters,
    widths: letters.map((letter) => pen.measureText(letter).width),
    spacing: style.size * style.spacing * (chinese ? 1 : 0.18),
  };
}

function write(pen: Pen, glyphs: readonly Glyph[], style: LabelStyle, halo: string): void {
  pen.strokeStyle = halo;
  pen.lineWidth = 3.2;
  for (const glyph of glyphs) set(pen, glyph, (text) => pen.strokeText(text, 0, 0));
  pen.fillStyle = style.colour;
  for (const glyph of glyphs) set(pen, glyph, (text) => pen.fillText(text, 0, 0));
}

function set(pen: Pen, { text, x, y, angle }: Glyph, draw: (text: string) => void): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(angle);
  draw(text);
  pen.restore();
}

function boxOf({ x, y }: Glyph, { size }: LabelStyle): Box {
  const half = size * 0.58;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function isSeen({ x, y }: Glyph, { width, height }: Frame): boolean {
  return x > 0 && y > 0 && x < width && y < height;
}

function isChinese(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
