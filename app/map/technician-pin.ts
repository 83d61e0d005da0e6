import type { Freshness } from '#domain/geo/freshness.ts';
import type { WordsSide } from './pin-words.ts';
import { htmlNode, svgNode } from './svg-node.ts';
import css from './technician-layer.module.css';
import type { PinVerdict } from './technician-props.ts';

/** What a technician does, as the pin shows it: by colour and by the sign in the badge. */
export type TechnicianTone = 'free' | 'en_route' | 'on_site' | 'off';

/** One technician on the map; where they are comes from elsewhere. */
export interface TechnicianPin {
  readonly id: string;
  /** Two characters on the pin; the whole name is in `label`. */
  readonly mark: string;
  readonly name: string;
  readonly tone: TechnicianTone;
  readonly lit: boolean;
  /** Whole sentence for a screen reader and the hover, without the age of the position. */
  readonly label: string;
}

/** The age of a position as the pin shows it. */
export interface PinAge {
  readonly freshness: Freshness;
  /** Shown beneath a stale pin: 最后位置 14:03. */
  readonly words: string;
}

const BADGE: Record<TechnicianTone, string> = {
  free: 'M3.2 8.4 6.6 11.8 12.8 4.6',
  en_route: 'M2.5 8h10M8.5 4 12.5 8l-4 4',
  on_site: 'M2.5 8.2 8 3.2l5.5 5M4.6 7.2v5.6h6.8V7.2',
  off: 'M4 4l8 8M12 4l-8 8',
};

/** The nodes of one pin, kept so that a new state changes attributes and text, not nodes. */
export interface PinNodes {
  readonly root: HTMLDivElement;
  readonly heading: SVGSVGElement;
  readonly mark: HTMLSpanElement;
  readonly badge: SVGPathElement;
  readonly age: HTMLSpanElement;
  readonly verdict: HTMLSpanElement;
}

export function createPin(): PinNodes {
  const root = htmlNode('div', css.pin!);
  const heading = svgNode(
    'svg',
    { class: css.heading!, viewBox: '0 0 48 48', 'aria-hidden': 'true' },
    svgNode('path', { d: 'M24 1.5 30 11H18z' }),
  );
  const mark = htmlNode('span', css.mark!);
  const badge = svgNode('path', {
    d: BADGE.free,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  const badgeFrame = svgNode(
    'svg',
    { class: css.badge!, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    badge,
  );
  const age = htmlNode('span', css.age!);
  const verdict = htmlNode('span', css.verdict!);
  root.append(heading, mark, badgeFrame, age, verdict);
  return { root, heading, mark, badge, age, verdict };
}

/** Puts a technician's state on the nodes. */
export function paintPin(nodes: PinNodes, pin: TechnicianPin): void {
  nodes.root.dataset.pin = pin.id;
  nodes.root.dataset.tone = pin.tone;
  nodes.root.toggleAttribute('data-lit', pin.lit);
  nodes.mark.textContent = pin.mark;
  nodes.badge.setAttribute('d', BADGE[pin.tone]);
}

/** Puts a verdict on the nodes as a sign and, where it is said, in words on that side of the pin; null takes it off. */
export function paintVerdict(nodes: PinNodes, verdict: PinVerdict | null, side: WordsSide | null): void {
  if (verdict) nodes.root.dataset.verdict = verdict.outcome;
  else delete nodes.root.dataset.verdict;
  if (verdict && side) nodes.root.dataset.says = side;
  else delete nodes.root.dataset.says;
  nodes.verdict.textContent = (side && verdict?.words()) ?? '';
}

/** Puts direction (degrees, null = unknown) and age of the position on the nodes. */
export function paintAge(nodes: PinNodes, pin: TechnicianPin, age: PinAge, heading: number | null): void {
  nodes.root.dataset.freshness = age.freshness;
  nodes.heading.style.display = heading === null || age.freshness === 'stale' ? 'none' : '';
  if (heading !== null) nodes.heading.style.transform = `rotate(${heading}deg)`;
  nodes.age.textContent = age.freshness === 'fresh' ? '' : age.words;
  nodes.root.title = `${pin.label} · ${age.words}`;
}
