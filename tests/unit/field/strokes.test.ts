import { describe, expect, it } from 'vitest';
import { drawnOn, isSigned, onSheet, type Stroke } from '#app/field/signature/strokes.ts';

const box = { left: 20, top: 100, width: 320, height: 140 };

describe('the paper on which a customer signs', () => {
  it('has its own units: a place on a small screen is the same as on a large one', () => {
    expect(onSheet({ clientX: 180, clientY: 170 }, box)).toEqual({ x: 320, y: 140 });
    const large = { left: 0, top: 0, width: 1280, height: 560 };
    expect(onSheet({ clientX: 640, clientY: 280 }, large)).toEqual({ x: 320, y: 140 });
  });

  it('ends at its edges for a finger that leaves it', () => {
    expect(onSheet({ clientX: 0, clientY: 9_999 }, box)).toEqual({ x: 0, y: 280 });
  });

  it('goes on with the stroke that is under way and leaves those before it', () => {
    const first: Stroke = [{ x: 1, y: 1 }];
    const begun = drawnOn([first, []], [{ x: 5, y: 5 }]);
    expect(drawnOn(begun, [{ x: 6, y: 6 }])).toEqual([
      first,
      [
        { x: 5, y: 5 },
        { x: 6, y: 6 },
      ],
    ]);
  });

  it('[DONE-03] a touch is no signature, two short strokes together may be one', () => {
    const line = (y: number, length: number): Stroke => [
      { x: 10, y },
      { x: 10 + length, y },
    ];
    expect(isSigned([])).toBe(false);
    expect(isSigned([[{ x: 10, y: 10 }]])).toBe(false);
    expect(isSigned([line(10, 59)])).toBe(false);
    expect(isSigned([line(10, 30), line(20, 30)])).toBe(true);
  });
});
