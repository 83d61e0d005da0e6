import type { PinAge, TechnicianTone } from './technician-pin.ts';

/** One technician as a canvas shows it, in its pixels. */
export interface PinLook {
  readonly x: number;
  readonly y: number;
  readonly tone: TechnicianTone;
  readonly age: PinAge;
  /** Degrees; null = unknown. */
  readonly heading: number | null;
  /** Two characters, or null where there is no room. */
  readonly mark: string | null;
  readonly lit: boolean;
  readonly verdict: { readonly outcome: string; readonly words: string } | null;
  readonly aimed: boolean;
}

const COLOURS = {
  free: '--status-planned',
  en_route: '--status-en-route',
  on_site: '--status-on-site',
  off: '--status-done',
  accepted: '--status-on-site',
  needs_approval: '--status-blocked',
  refused: '--status-breached',
  raised: '--surface-raised',
  ink: '--ink',
  accent: '--accent',
} as const;
type Colour = keyof typeof COLOURS;

const FAR_RADIUS = 9;
const NEAR_RADIUS = 14;
const SIGNS: Readonly<Record<string, string>> = { accepted: '✓', needs_approval: '!', refused: '✕' };
const TONE_SIGNS: Readonly<Record<TechnicianTone, string>> = {
  free: '✓',
  en_route: '→',
  on_site: '⌂',
  off: '✕',
};

/** Draws pins on a canvas in the colours of the page, light or dark; sharp on any screen. Discs are drawn once and copied. */
export function createPinPainter(canvas: HTMLCanvasElement) {
  const context = canvas.getContext('2d')!;
  const discs = new Map<string, HTMLCanvasElement>();
  let scheme: string | undefined;
  let ratio = 1;
  let colours: Record<Colour, string> | null = null;
  let font = '';

  function readColours(): Record<Colour, string> {
    const style = getComputedStyle(document.documentElement);
    const entries = Object.entries(COLOURS).map(([name, token]) => [
      name,
      style.getPropertyValue(token).trim(),
    ]);
    font = getComputedStyle(document.body).fontFamily;
    return Object.fromEntries(entries) as Record<Colour, string>;
  }

  /** A disc with its badge: one picture for each look, however many technicians have it. */
  function disc(
    fill: string,
    edge: string,
    radius: number,
    hollow: boolean,
    sign: string,
  ): HTMLCanvasElement {
    const key = `${fill} ${edge} ${radius} ${hollow} ${sign}`;
    const known = discs.get(key);
    if (known) return known;
    const half = radius + 6;
    const picture = document.createElement('canvas');
    picture.width = picture.height = Math.ceil(half * 2 * ratio);
    const pen = picture.getContext('2d')!;
    pen.scale(ratio, ratio);
    pen.translate(half, half);
    pen.shadowColor = 'rgb(0 0 0 / 25%)';
    pen.shadowBlur = 4;
    pen.shadowOffsetY = 1;
    circle(pen, 0, 0, radius);
    pen.fillStyle = hollow ? edge : fill;
    pen.fill();
    pen.shadowColor = 'transparent';
    pen.lineWidth = 2;
    pen.strokeStyle = hollow ? fill : edge;
    if (hollow) pen.setLineDash([3, 2.5]);
    pen.stroke();
    pen.setLineDash([]);
    const at = radius * 0.72;
    circle(pen, at, at, 6);
    pen.fillStyle = edge;
    pen.fill();
    pen.lineWidth = 1;
    pen.strokeStyle = fill;
    pen.stroke();
    pen.fillStyle = fill;
    pen.font = `700 9px ${font}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText(sign, at, at + 0.5);
    discs.set(key, picture);
    return picture;
  }

  return {
    /** Clears the canvas for a frame of this size, CSS pixels. */
    begin(width: number, height: number): void {
      const nowScheme = document.documentElement.dataset.mantineColorScheme;
      const nowRatio = window.devicePixelRatio || 1;
      if (!colours || nowScheme !== scheme || nowRatio !== ratio) {
        scheme = nowScheme;
        ratio = nowRatio;
        colours = readColours();
        discs.clear();
      }
      const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== w || canvas.height !== h) {
        canvas.width = w;
        canvas.height = h;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, width, height);
    },

    pin({ x, y, tone, age, heading, mark, lit, verdict, aimed }: PinLook): void {
      const palette = colours!;
      const stale = age.freshness === 'stale';
      const fill = palette[stale ? 'off' : tone];
      const large = mark !== null || lit || aimed;
      const radius = large ? NEAR_RADIUS : FAR_RADIUS;
      context.globalAlpha =
        verdict?.outcome === 'refused' && !aimed ? 0.45 : age.freshness === 'ageing' ? 0.75 : 1;
      if (heading !== null && !stale) arrow(context, x, y, radius, heading, fill);
      const picture = disc(fill, palette.raised, radius, stale, TONE_SIGNS[tone]);
      const side = picture.width / ratio;
      context.drawImage(picture, x - side / 2, y - side / 2, side, side);
      if (mark !== null) {
        context.fillStyle = stale ? fill : palette.raised;
        context.font = `650 10px ${font}`;
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillText(mark, x, y + 0.5);
      }
      context.globalAlpha = 1;
      if (lit || aimed) {
        circle(context, x, y, radius + 4);
        context.lineWidth = 3;
        context.strokeStyle = palette.accent;
        context.stroke();
      }
      if (verdict) this.verdict(x, y, radius, verdict, aimed);
      else if (stale && large && age.words !== '')
        label(context, palette, font, x, y + radius + 12, age.words, palette.ink);
    },

    /** What a pin thinks of the lifted orders: a sign on each, the words where they help to choose. */
    verdict(
      x: number,
      y: number,
      radius: number,
      { outcome, words }: { outcome: string; words: string },
      aimed: boolean,
    ): void {
      const palette = colours!;
      const colour = palette[outcome as Colour] ?? palette.ink;
      context.font = `700 14px ${font}`;
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillStyle = colour;
      if (aimed) label(context, palette, font, x, y + radius + 13, words, colour);
      else context.fillText(SIGNS[outcome] ?? '', x + radius, y - radius);
    },
  };
}

function circle(pen: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
}

function arrow(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  heading: number,
  fill: string,
): void {
  const turn = (heading * Math.PI) / 180;
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const to = (ahead: number, aside: number) =>
    [x + sin * ahead + cos * aside, y - cos * ahead + sin * aside] as const;
  pen.beginPath();
  pen.moveTo(...to(radius + 8, 0));
  pen.lineTo(...to(radius - 1, 5));
  pen.lineTo(...to(radius - 1, -5));
  pen.closePath();
  pen.fillStyle = fill;
  pen.fill();
}

function label(
  pen: CanvasRenderingContext2D,
  palette: Record<Colour, string>,
  font: string,
  x: number,
  y: number,
  words: string,
  ink: string,
): void {
  pen.font = `600 11px ${font}`;
  const width = pen.measureText(words).width + 12;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - 9, width, 18, 4);
  pen.fillStyle = palette.raised;
  pen.fill();
  pen.fillStyle = ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words, x, y + 0.5);
}
