import { WORDS_WEIGHT } from './pin-voices.ts';
import { type Pen, picture } from './still-canvas.ts';
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
  /** What this technician thinks of the lifted orders; null while none are. */
  readonly outcome: string | null;
}

const COLOURS = {
  free: '--status-planned',
  en_route: '--status-en-route',
  on_site: '--status-on-site',
  off: '--status-done',
  accepted: '--status-on-site',
  needs_approval: '--status-blocked',
  refused: '--status-breached',
  acceptedSoft: '--status-on-site-soft',
  needs_approvalSoft: '--status-blocked-soft',
  refusedSoft: '--status-breached-soft',
  raised: '--surface-raised',
  ink: '--ink',
  accent: '--accent',
} as const;
type Palette = Readonly<Record<keyof typeof COLOURS, string>>;

/** How strong the colour of somebody is who may not have the lifted orders. */
const PALE = 0.3;
const FAR_RADIUS = 9;
const NEAR_RADIUS = 14;
/** Room around a disc for its badge, its shadow and its sign. */
const RIM_PX = 10;
const SIGNS: Readonly<Record<string, string>> = { accepted: '✓', needs_approval: '!', refused: '✕' };
const TONE_SIGNS: Readonly<Record<TechnicianTone, string>> = {
  free: '✓',
  en_route: '→',
  on_site: '⌂',
  off: '✕',
};

/** Draws pins in the colours of the page, light or dark; sharp on any screen. Discs are drawn once and copied. */
export function createPinPainter() {
  const discs = new Map<string, ImageBitmap>();
  let look = '';
  let palette: Palette = COLOURS;
  let font = '';

  /** A disc with badge and sign: one picture for each look, however many technicians have it. */
  function disc(tone: TechnicianTone, radius: number, stale: boolean, outcome: string | null): ImageBitmap {
    const key = `${tone} ${radius} ${stale} ${outcome}`;
    const known = discs.get(key);
    if (known) return known;
    const half = radius + RIM_PX;
    const drawn = picture(half * 2, half * 2, (pen) => {
      pen.translate(half, half);
      if (outcome === 'refused') {
        // Pale, not transparent: what lies beneath must not show through.
        circle(pen, 0, 0, radius);
        pen.fillStyle = palette.raised;
        pen.fill();
        pen.globalAlpha = PALE;
      }
      paintDisc(pen, palette[stale ? 'off' : tone], palette.raised, radius, stale);
      if (outcome === null || !readsAsVerdict(tone, outcome))
        paintBadge(pen, palette[stale ? 'off' : tone], palette.raised, radius, TONE_SIGNS[tone], font);
      pen.globalAlpha = 1;
      if (outcome !== null) paintSign(pen, palette, font, radius, outcome);
    });
    discs.set(key, drawn);
    return drawn;
  }

  return {
    /** Reads the colours anew where the page has changed its own. */
    begin(): void {
      const now = `${document.documentElement.dataset.mantineColorScheme} ${window.devicePixelRatio}`;
      if (now === look) return;
      look = now;
      palette = readPalette();
      font = getComputedStyle(document.body).fontFamily;
      discs.clear();
    },

    pin(pen: Pen, { x, y, tone, age, heading, mark, lit, outcome }: PinLook): void {
      const stale = age.freshness === 'stale';
      const fill = palette[stale ? 'off' : tone];
      const large = mark !== null || lit;
      const radius = large ? NEAR_RADIUS : FAR_RADIUS;
      const half = radius + RIM_PX;
      pen.globalAlpha = age.freshness === 'ageing' ? 0.75 : 1;
      if (heading !== null && !stale) arrow(pen, x, y, radius, heading, fill);
      pen.drawImage(disc(tone, radius, stale, outcome), x - half, y - half, half * 2, half * 2);
      if (mark !== null) {
        pen.fillStyle = outcome === 'refused' ? palette.ink : stale ? fill : palette.raised;
        pen.font = `650 10px ${font}`;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.fillText(mark, x, y + 0.5);
      }
      pen.globalAlpha = 1;
      if (lit) {
        circle(pen, x, y, radius + 4);
        pen.lineWidth = 3;
        pen.strokeStyle = palette.accent;
        pen.stroke();
      }
      if (outcome === null && stale && large && age.words !== '')
        label(pen, font, { x, y: y + radius + 12 }, age.words, { ground: palette.raised, ink: palette.ink });
    },

    /** The verdict of a pin in words, on a side of it. */
    words(pen: Pen, at: { x: number; y: number }, words: string, outcome: string): void {
      const ink = palette[outcome as keyof Palette] ?? palette.ink;
      const ground = palette[`${outcome}Soft` as keyof Palette] ?? palette.raised;
      label(pen, font, at, words, { ground, ink, edge: ink });
    },
  };
}

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = Object.entries(COLOURS).map(([name, token]) => [name, style.getPropertyValue(token).trim()]);
  return Object.fromEntries(read) as Palette;
}

function paintDisc(pen: Pen, fill: string, edge: string, radius: number, hollow: boolean): void {
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
}

function paintBadge(pen: Pen, fill: string, edge: string, radius: number, sign: string, font: string): void {
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
}

function circle(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
}

function arrow(pen: Pen, x: number, y: number, radius: number, heading: number, fill: string): void {
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

/** What somebody thinks of the lifted orders, at the shoulder of the disc. */
function paintSign(pen: Pen, palette: Palette, font: string, radius: number, outcome: string): void {
  const at = radius * 0.78;
  circle(pen, at, -at, 7);
  pen.fillStyle = palette[outcome as keyof Palette] ?? palette.ink;
  pen.fill();
  pen.lineWidth = 1.5;
  pen.strokeStyle = palette.raised;
  pen.stroke();
  pen.fillStyle = palette.raised;
  pen.font = `800 10px ${font}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(SIGNS[outcome] ?? '', at, -at + 0.5);
}

/** A badge that could be read as a verdict waits while there are verdicts. */
function readsAsVerdict(tone: TechnicianTone, outcome: string): boolean {
  return tone === 'free' || tone === 'off' || outcome === 'refused';
}

function label(
  pen: Pen,
  font: string,
  { x, y }: { x: number; y: number },
  words: string,
  { ground, ink, edge }: { ground: string; ink: string; edge?: string },
): void {
  pen.font = `${WORDS_WEIGHT} ${font}`;
  const width = pen.measureText(words).width + 12;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - 9, width, 18, 4);
  pen.fillStyle = ground;
  pen.fill();
  if (edge) {
    pen.lineWidth = 1;
    pen.strokeStyle = edge;
    pen.stroke();
  }
  pen.fillStyle = ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(words, x, y + 0.5);
}
