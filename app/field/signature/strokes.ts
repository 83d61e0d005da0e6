/** A point of the sheet, in its own units whatever the size on screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** What was drawn without lifting the finger. */
export type Stroke = readonly Point[];

/** The sheet on which a signature is drawn. */
export const SHEET = { width: 640, height: 280 };
/** A line that is shorter than this in all is a touch and no signature (our choice). */
const SHORTEST = 60;

/** Where a pointer is on the sheet that lies in `box` of the screen. */
export function onSheet(
  pointer: { clientX: number; clientY: number },
  box: { left: number; top: number; width: number; height: number },
): Point {
  const place = (at: number, from: number, length: number, units: number) =>
    Math.min(units, Math.max(0, Math.round(((at - from) / length) * units)));
  return {
    x: place(pointer.clientX, box.left, box.width, SHEET.width),
    y: place(pointer.clientY, box.top, box.height, SHEET.height),
  };
}

/** The drawing with more of the stroke that is under way. */
export function drawnOn(strokes: readonly Stroke[], points: readonly Point[]): readonly Stroke[] {
  return [...strokes.slice(0, -1), [...(strokes.at(-1) ?? []), ...points]];
}

/** Whether what was drawn is a signature. */
export function isSigned(strokes: readonly Stroke[]): boolean {
  let length = 0;
  for (const stroke of strokes)
    stroke.forEach(({ x, y }, index) => {
      const before = stroke[index - 1];
      if (before) length += Math.hypot(x - before.x, y - before.y);
    });
  return length >= SHORTEST;
}
