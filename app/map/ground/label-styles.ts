import type { Palette } from './palette.ts';
import type { Named } from './shapes.ts';

/** How a name is set at a zoom. */
export interface LabelStyle {
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  /** Space between letters as a share of the size. */
  readonly spacing: number;
  readonly colour: string;
  /** Smaller comes first when two want the same room. */
  readonly order: number;
  /** Pixels between repeats along a line. */
  readonly repeat: number;
  /** Free pixels kept around it. */
  readonly margin: number;
}

const PLAIN = { weight: 500, spacing: 0, repeat: 0, margin: 5 } as const;

/** The style of a name at a zoom, or undefined where it is not shown. */
export function labelStyle(named: Named, zoom: number, { text }: Palette): LabelStyle | undefined {
  switch (named.of) {
    case 'place':
      return placeStyle(named.rank, zoom, text);
    case 'green':
      return greenStyle(named.rank, zoom, text.green);
    case 'water':
      return waterStyle(named.path.xy.length > 2, zoom, text.water);
    case 'canal':
      if (zoom < 15) return undefined;
      return { ...PLAIN, size: 11, colour: text.water, order: 70, repeat: 500, spacing: 0.3 };
    default:
      return roadStyle(named.of, zoom, text.road);
  }
}

function placeStyle(rank: number, zoom: number, text: Palette['text']): LabelStyle | undefined {
  switch (rank) {
    case 1:
      if (zoom > 11) return undefined;
      return {
        ...PLAIN,
        size: zoom < 10 ? 16 : 19,
        weight: 600,
        spacing: 0.12,
        colour: text.city,
        order: 0,
        margin: 8,
      };
    case 2:
      if (zoom < 11 || zoom > 15) return undefined;
      return {
        ...PLAIN,
        size: zoom < 13 ? 14 : 16,
        weight: 600,
        spacing: 0.22,
        colour: text.district,
        order: 1,
        margin: 8,
      };
    case 3:
      if (zoom < 11 || zoom > 16) return undefined;
      return { ...PLAIN, size: zoom < 13 ? 12 : 13.5, colour: text.town, order: 3 };
    case 4:
      if (zoom < 13 || zoom > 16) return undefined;
      return { ...PLAIN, size: 12, colour: text.quarter, order: 20, spacing: 0.06, margin: 14 };
    case 5:
      if (zoom < 14) return undefined;
      return { ...PLAIN, size: zoom < 16 ? 11 : 12, colour: text.quarter, order: 30, margin: 10 };
    default:
      if (zoom < 15) return undefined;
      return { ...PLAIN, size: zoom < 17 ? 11 : 12, colour: text.estate, order: 60 };
  }
}

function greenStyle(rank: number, zoom: number, colour: string): LabelStyle | undefined {
  const mountain = rank <= 3;
  if (zoom < (mountain ? 11 : 14)) return undefined;
  return {
    ...PLAIN,
    size: mountain ? 12.5 : 11,
    colour,
    spacing: mountain ? 0.25 : 0,
    order: mountain ? 5 : 35,
  };
}

function waterStyle(river: boolean, zoom: number, colour: string): LabelStyle | undefined {
  if (river) {
    if (zoom < 11) return undefined;
    const size = zoom < 13 ? 13 : 15;
    return { ...PLAIN, size, colour, spacing: 1.1, order: 4, repeat: 900, margin: 12 };
  }
  return zoom < 14 ? undefined : { ...PLAIN, size: 11, colour, order: 34 };
}

function roadStyle(name: string, zoom: number, colour: string): LabelStyle | undefined {
  const wide = name === 'motorway' || name === 'trunk';
  if (zoom < (wide ? 13 : name === 'primary' ? 14 : 15)) return undefined;
  const size = zoom < 15 ? 10.5 : zoom < 17 ? 11.5 : 12.5;
  return {
    ...PLAIN,
    size,
    colour,
    spacing: 0.28,
    order: wide ? 40 : 50,
    repeat: wide ? 620 : 520,
    margin: 12,
  };
}
