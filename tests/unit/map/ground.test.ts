import { describe, expect, it } from 'vitest';
import { Room } from '#app/map/ground/room.ts';
import { runningLengths, textAlong } from '#app/map/ground/text-along.ts';
import { casingAt, ROAD_CLASSES, widthAt } from '#app/map/ground/widths.ts';

const FOUR = { letters: [...'金山大道'], widths: [12, 12, 12, 12], spacing: 3, upright: true };
const rounded = (px: number) => Math.round(px * 1000) / 1000;
const set = (corners: number[], at: number, text = FOUR) => {
  const line = Float64Array.from(corners);
  const glyphs = textAlong(line, runningLengths(line), at, text);
  return glyphs?.map((glyph) => ({ ...glyph, x: rounded(glyph.x), y: rounded(glyph.y) }));
};

describe('a name along a road', () => {
  it('stands letter beside letter around its middle', () => {
    const glyphs = set([0, 0, 200, 0], 100);
    expect(glyphs?.map(({ text, x }) => [text, x])).toEqual([
      ['金', 77.5],
      ['山', 92.5],
      ['大', 107.5],
      ['道', 122.5],
    ]);
    expect(glyphs?.every(({ y, angle }) => y === 0 && angle === 0)).toBe(true);
  });

  it('reads left to right on a road drawn from right to left', () => {
    expect(set([200, 0, 0, 0], 100)?.map(({ text, x }) => [text, x])).toEqual(
      set([0, 0, 200, 0], 100)?.map(({ text, x }) => [text, x]),
    );
  });

  it('reads down a steep road in upright letters, whichever way it was drawn', () => {
    for (const corners of [
      [0, 0, 0, 200],
      [0, 200, 0, 0],
    ]) {
      const glyphs = set(corners, 100)!;
      expect(glyphs.map(({ y }) => y)).toEqual([77.5, 92.5, 107.5, 122.5]);
      for (const { angle } of glyphs) expect(Math.abs(Math.sin(angle))).toBeLessThan(1e-9);
      for (const { angle } of glyphs) expect(Math.cos(angle)).toBeCloseTo(1);
    }
  });

  it('lies along the road in Latin letters', () => {
    const glyphs = set([0, 0, 0, 200], 100, { ...FOUR, upright: false })!;
    expect(Math.abs(Math.sin(glyphs[0]!.angle))).toBeCloseTo(1);
  });

  it('is left out where the road is too short or turns a corner', () => {
    expect(set([0, 0, 50, 0], 25)).toBeUndefined();
    expect(set([0, 0, 100, 0, 100, 100], 100)).toBeUndefined();
  });
});

describe('room for labels', () => {
  const box = (left: number, top: number) => ({ left, top, right: left + 10, bottom: top + 10 });

  it('is given once, with the margin around it', () => {
    const room = new Room();
    expect(room.take([box(0, 0)], 4)).toBe(true);
    expect(room.take([box(13, 0)], 4)).toBe(false);
    expect(room.take([box(14, 0)], 4)).toBe(true);
  });

  it('is given for all letters of a name or for none', () => {
    const room = new Room();
    room.take([box(0, 0)], 0);
    expect(room.take([box(40, 0), box(5, 5)], 0)).toBe(false);
    expect(room.take([box(40, 0)], 0)).toBe(true);
  });
});

describe('widths of roads', () => {
  it('grow with the zoom and with the class', () => {
    for (const name of ROAD_CLASSES) {
      for (let zoom = 9; zoom < 19; zoom++)
        expect(widthAt(name, zoom + 1)).toBeGreaterThanOrEqual(widthAt(name, zoom));
    }
    for (let zoom = 9; zoom <= 19; zoom++) {
      const widths = ROAD_CLASSES.map((name) => widthAt(name, zoom));
      expect(widths).toEqual(widths.toSorted((a, b) => a - b));
    }
  });

  it('are 0 below the zoom at which a class appears', () => {
    expect(widthAt('lane', 13)).toBe(0);
    expect(widthAt('lane', 14)).toBe(0.6);
    expect(widthAt('motorway', 22)).toBe(40);
    expect(casingAt(1.9)).toBe(0);
  });
});
