import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { toLeaflet } from './lat-lng.ts';
import { onPress } from './on-press.ts';
import { type OrderGroup, type OrderPin, orderGroups } from './order-groups.ts';
import css from './order-layer.module.css';
import { SHAPE_PATH } from './order-shape.ts';
import { htmlNode, svgNode } from './svg-node.ts';
import { useMap } from './use-map.ts';

interface Props {
  readonly pins: readonly OrderPin[];
  /** Heading of the list that a cluster opens: 这里有 12 单. */
  readonly clusterWords: (count: number) => string;
  /** Beneath a list that does not name them all: 另有 40 单. */
  readonly moreWords?: (count: number) => string;
  readonly onPick: (orderId: string, how: { add: boolean }) => void;
  readonly onOpen?: (orderId: string) => void;
  /** Makes a single pin a source of drags; returns how to stop. */
  readonly makeSource?: (orderId: string, element: HTMLElement) => () => void;
}

interface Placed {
  marker: L.Marker;
  pins: readonly OrderPin[];
  stop: () => void;
}

/** Orders as pins: shape = kind, colour = state, number = place on the route. What lies upon each other opens to a list. */
export function OrderLayer(props: Props) {
  const map = useMap();
  const placed = useRef(new Map<string, Placed>());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const known = placed.current;
    const redraw = () => draw(map, known, latest.current);
    // A list gives way to a drag, and to Escape wherever the focus is; Escape has then done what it was pressed for.
    const fold = (event: Event) => {
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape' || !map.getContainer().querySelector('.leaflet-popup')) return;
        event.preventDefault();
      }
      map.closePopup();
    };
    map.on('moveend zoomend resize', redraw);
    document.addEventListener('keydown', fold);
    document.addEventListener('dragstart', fold);
    return () => {
      document.removeEventListener('keydown', fold);
      document.removeEventListener('dragstart', fold);
      map.off('moveend zoomend resize', redraw);
      for (const one of known.values()) discard(one);
      known.clear();
    };
  }, [map]);

  useEffect(() => {
    // Read again so that new pins are drawn: the effect hangs on them, the drawing reads the latest of everything.
    latest.current = { ...latest.current, pins: props.pins };
    draw(map, placed.current, latest.current);
  }, [map, props.pins]);

  return null;
}

function discard({ marker, stop }: Placed): void {
  stop();
  marker.remove();
}

function draw(map: L.Map, known: Map<string, Placed>, props: Props): void {
  const sight = map.getBounds().pad(0.15);
  const inSight = props.pins.filter(({ point }) => sight.contains(toLeaflet(point)));
  const zoom = map.getZoom();
  const groups = orderGroups(inSight, (point) => map.project(toLeaflet(point), zoom));
  const wanted = new Map(groups.map((group) => [group.key, group]));
  let held: string | null = null;
  for (const [key, one] of known) {
    const group = wanted.get(key);
    if (group && samePins(one.pins, group.pins)) continue;
    if (one.marker.getElement() === document.activeElement) held = one.pins[0]!.id;
    discard(one);
    known.delete(key);
  }
  for (const group of groups) if (!known.has(group.key)) known.set(group.key, place(map, group, props));
  if (held !== null) focusAgain(map, known.values(), held);
}

/** A pin that is drawn anew keeps the focus; in a number by now, the number has it, and out of sight the map. */
function focusAgain(map: L.Map, known: Iterable<Placed>, orderId: string): void {
  const one = [...known].find(({ pins }) => pins.some(({ id }) => id === orderId));
  (one?.marker.getElement() ?? map.getContainer()).focus({ preventScroll: true });
}

function samePins(a: readonly OrderPin[], b: readonly OrderPin[]): boolean {
  return a.length === b.length && a.every((pin, index) => samePin(pin, b[index]!));
}

function samePin(a: OrderPin, b: OrderPin): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.tone === b.tone &&
      a.place === b.place &&
      a.selected === b.selected &&
      a.movable === b.movable &&
      a.label === b.label &&
      a.point.lng === b.point.lng &&
      a.point.lat === b.point.lat)
  );
}

function place(map: L.Map, group: OrderGroup, props: Props): Placed {
  return group.pins.length === 1 ? placePin(map, group.pins[0]!, props) : placeCluster(map, group, props);
}

function placePin(map: L.Map, pin: OrderPin, props: Props): Placed {
  const root = htmlNode('div', `${css.pin} ${css.tones}`);
  root.dataset.order = pin.id;
  root.dataset.tone = pin.tone;
  root.title = pin.label;
  root.toggleAttribute('data-selected', pin.selected);
  root.toggleAttribute('data-estimated', pin.estimated);
  root.toggleAttribute('data-movable', pin.movable);
  const shape = svgNode(
    'svg',
    { class: css.shape!, viewBox: '0 0 20 20', 'aria-hidden': 'true' },
    svgNode('path', { d: SHAPE_PATH[pin.shape] }),
  );
  if (pin.place !== null && pin.tone !== 'done') {
    const number = svgNode('text', { x: 10, y: pin.shape === 'triangle' ? 16 : 14 });
    number.textContent = String(pin.place);
    shape.append(number);
  }
  root.append(shape);
  const marker = L.marker(toLeaflet(pin.point), {
    icon: L.divIcon({ html: root, className: '', iconSize: [28, 28] }),
    zIndexOffset: pin.selected ? 900 : pin.tone === 'done' ? -500 : 0,
    alt: pin.label,
    riseOnHover: true,
  });
  onPress(marker, ({ ctrlKey, metaKey, shiftKey }) =>
    props.onPick(pin.id, { add: ctrlKey || metaKey || shiftKey }),
  );
  marker.on('dblclick', () => props.onOpen?.(pin.id));
  marker.addTo(map);
  const element = marker.getElement()!;
  element.setAttribute('aria-label', pin.label);
  // The map would take a press on the pin for the beginning of a pan, and Leaflet then forbids the browser's own drag.
  L.DomEvent.on(element, 'mousedown', L.DomEvent.stopPropagation);
  // Leaflet's own style forbids dragging an icon.
  element.style.setProperty('-webkit-user-drag', pin.movable ? 'element' : 'none');
  const stop = pin.movable ? props.makeSource?.(pin.id, element) : undefined;
  return { marker, pins: [pin], stop: () => stop?.() };
}

function placeCluster(map: L.Map, group: OrderGroup, props: Props): Placed {
  const worst =
    group.pins.find(({ tone }) => tone === 'breached') ?? group.pins.find(({ tone }) => tone !== 'done');
  const root = htmlNode('div', `${css.cluster} ${css.tones}`, String(group.pins.length));
  root.dataset.tone = worst?.tone ?? 'done';
  root.toggleAttribute(
    'data-selected',
    group.pins.some(({ selected }) => selected),
  );
  const words = props.clusterWords(group.pins.length);
  const marker = L.marker(toLeaflet(group.point), {
    icon: L.divIcon({ html: root, className: '', iconSize: [26, 26] }),
    alt: words,
  });
  const list = L.popup({ minWidth: 220 }).setLatLng(toLeaflet(group.point));
  const close = () => void list.close();
  onPress(marker, () => {
    if (isSpread(map, group.pins)) {
      map.fitBounds(L.latLngBounds(group.pins.map(({ point }) => toLeaflet(point))), { padding: [40, 40] });
      return;
    }
    const content = clusterList(group.pins, words, props, close);
    list.setContent(content).openOn(map);
    // By keys and for a screen reader the list begins at its first order; closed, the cluster has the focus again.
    content.querySelector('button')?.focus();
    list.once('remove', () => marker.getElement()?.focus());
  });
  marker.addTo(map);
  marker.getElement()?.setAttribute('aria-label', words);
  return { marker, pins: group.pins, stop: close };
}

/** So far apart that zooming in parts them: the homes of one tower never are. */
const APART_M = 150;
/** A list longer than this is read by nobody. */
const LISTED = 60;

function isSpread(map: L.Map, pins: readonly OrderPin[]): boolean {
  if (map.getZoom() >= map.getMaxZoom()) return false;
  const bounds = L.latLngBounds(pins.map(({ point }) => toLeaflet(point)));
  return pins.length > 8 && map.distance(bounds.getNorthWest(), bounds.getSouthEast()) > APART_M;
}

/** The orders of a cluster as a list of buttons, built of nodes. */
function clusterList(pins: readonly OrderPin[], title: string, props: Props, close: () => void): HTMLElement {
  const frame = htmlNode('div', '');
  const list = htmlNode('ul', css.list!);
  for (const pin of pins.slice(0, LISTED)) {
    const button = htmlNode('button', `${css.item} ${css.tones}`, pin.label);
    button.type = 'button';
    button.dataset.tone = pin.tone;
    button.dataset.order = pin.id;
    button.addEventListener('click', (event) => {
      props.onPick(pin.id, { add: event.ctrlKey || event.metaKey });
      close();
    });
    const item = htmlNode('li', '');
    item.append(button);
    list.append(item);
  }
  frame.append(htmlNode('p', css.listTitle!, title), list);
  if (pins.length > LISTED && props.moreWords)
    frame.append(htmlNode('p', css.listTitle!, props.moreWords(pins.length - LISTED)));
  return frame;
}
