import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { toLeaflet } from './lat-lng.ts';
import { createPinPainter, type PinLook } from './pin-painter.ts';
import { voicesOf } from './pin-voices.ts';
import type { PinSpot, PlacedWords, WordsSide } from './pin-words.ts';
import { type Pen, stillCanvas } from './still-canvas.ts';
import css from './technician-layer.module.css';
import { createPin, paintAge, paintPin, paintVerdict } from './technician-pin.ts';
import type { PinsHandle, PinVerdict, TechnicianLayerProps } from './technician-props.ts';
import { useMap } from './use-map.ts';

const REACH_PX = 26;
/** From this zoom on names are written on the pins. */
const NEAR_ZOOM = 13;
/** Pins this far outside of what is seen are drawn too, so that a pan shows them. */
const MARGIN_PX = 60;

const NO_VOICES: ReadonlyMap<string, PlacedWords> = new Map();

/**
 * Hundreds of technicians on one canvas, moved by the position source without React: a move marks the canvas and the next
 * frame draws it once, whatever has moved. Keys reach the same people by their rows.
 */
export function TechnicianCanvas(props: TechnicianLayerProps) {
  const map = useMap();
  const latest = useRef(props);
  latest.current = props;
  const redraw = useRef<() => void>(() => undefined);

  useEffect(() => {
    const drawing = canvasOn(map, latest);
    redraw.current = drawing.mark;
    const stop = props.positions.subscribe(drawing.mark);
    latest.current.onHandle?.(drawing.handle);
    return () => {
      stop();
      latest.current.onHandle?.(null);
      redraw.current = () => undefined;
      drawing.remove();
    };
  }, [map, props.positions]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new pins and the minute passing are what is drawn anew
  useEffect(() => redraw.current(), [props.pins, props.minute]);
  return null;
}

/** The canvas and what is found on it. Everything drawn is read from `latest` when a frame begins. */
function canvasOn(map: L.Map, latest: { readonly current: TechnicianLayerProps }) {
  const canvas = L.DomUtil.create('canvas', `${css.canvas} leaflet-zoom-animated`, map.getPane('markerPane'));
  canvas.dataset.technicians = '';
  canvas.setAttribute('aria-hidden', 'true');
  const still = stillCanvas(canvas);
  const painter = createPinPainter();
  const aim = aimedPin(map, latest);
  let spots: PinSpot[] = [];
  let frame = 0;
  let verdictOf: Parameters<PinsHandle['judge']>[0] = null;
  let voices: ReadonlyMap<string, PlacedWords> = NO_VOICES;

  const draw = () => {
    frame = 0;
    const size = map.getSize();
    L.DomUtil.setPosition(canvas, map.containerPointToLayerPoint([-MARGIN_PX, -MARGIN_PX]));
    painter.begin();
    still.show(size.x + 2 * MARGIN_PX, size.y + 2 * MARGIN_PX, drawPins);
    canvas.dataset.drawn = String(spots.length);
    aim.place();
  };
  const drawPins = (pen: Pen) => {
    const { pins, positions, ageOf } = latest.current;
    const size = map.getSize();
    const near = map.getZoom() >= NEAR_ZOOM;
    spots = [];
    const last: PinLook[] = [];
    for (const pin of pins) {
      const position = positions.get(pin.id);
      if (!position) continue;
      const { x, y } = map.latLngToContainerPoint(toLeaflet(position));
      if (x < -MARGIN_PX || y < -MARGIN_PX || x > size.x + MARGIN_PX || y > size.y + MARGIN_PX) continue;
      spots.push({ id: pin.id, x, y });
      const look: PinLook = {
        x: x + MARGIN_PX,
        y: y + MARGIN_PX,
        tone: pin.tone,
        age: ageOf(position),
        heading: position.heading,
        mark: near ? pin.mark : null,
        lit: pin.lit,
        outcome: verdictOf?.(pin.id)?.outcome ?? null,
      };
      if (look.lit) last.push(look);
      else painter.pin(pen, look);
    }
    for (const look of last) painter.pin(pen, look);
    voices = verdictOf ? voicesOf(spots, verdictOf, { width: size.x, height: size.y }) : NO_VOICES;
    for (const [id, { x, y }] of voices) {
      const verdict = verdictOf?.(id);
      if (verdict)
        painter.words(pen, { x: x + MARGIN_PX, y: y + MARGIN_PX }, verdict.words(), verdict.outcome);
    }
  };
  const mark = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const nearest = (x: number, y: number): PinSpot | null => {
    let best: { spot: PinSpot; apart: number } | null = null;
    for (const spot of spots) {
      const apart = Math.hypot(spot.x - x, spot.y - y);
      if (apart <= REACH_PX && (best === null || apart < best.apart)) best = { spot, apart };
    }
    return best?.spot ?? null;
  };

  const press = ({ containerPoint }: L.LeafletMouseEvent) => {
    const spot = nearest(containerPoint.x, containerPoint.y);
    if (spot) latest.current.onPick(spot.id);
  };
  const hover = ({ containerPoint }: Pick<L.LeafletMouseEvent, 'containerPoint'>) => {
    const spot = nearest(containerPoint.x, containerPoint.y);
    const pin = spot && latest.current.pins.find(({ id }) => id === spot.id);
    const position = spot && latest.current.positions.get(spot.id);
    const frameOfMap = map.getContainer();
    frameOfMap.style.cursor = pin ? 'pointer' : '';
    frameOfMap.title = pin && position ? `${pin.label} · ${latest.current.ageOf(position).words}` : '';
    // What is under the pointer answers to a menu as a pin of nodes would.
    if (pin) frameOfMap.dataset.pinUnder = pin.id;
    else delete frameOfMap.dataset.pinUnder;
  };
  const zooming = ({ zoom, center }: L.ZoomAnimEvent) => {
    const scale = map.getZoomScale(zoom);
    const corner = map.containerPointToLatLng([-MARGIN_PX, -MARGIN_PX]);
    const half = map.getSize().divideBy(2);
    const pane = L.DomUtil.getPosition(map.getPane('mapPane')!);
    const origin = map.project(center, zoom).subtract(half).add(pane).round();
    L.DomUtil.setTransform(canvas, map.project(corner, zoom).subtract(origin), scale);
  };
  // A finger does not move over the map before it presses.
  const down = (event: PointerEvent) => hover({ containerPoint: map.mouseEventToContainerPoint(event) });
  map.getContainer().addEventListener('pointerdown', down);
  map.on('click', press);
  map.on('mousemove', hover);
  map.on('zoomanim', zooming);
  map.on('move zoomend resize viewreset', mark);
  mark();

  const handle: PinsHandle = {
    nearest(clientX, clientY) {
      const box = map.getContainer().getBoundingClientRect();
      return nearest(clientX - box.left, clientY - box.top)?.id ?? null;
    },
    judge(next) {
      verdictOf = next;
      mark();
    },
    aim(technicianId) {
      const id = technicianId ?? '';
      aim.at(technicianId, verdictOf?.(id) ?? null, voices.get(id)?.side ?? 'below');
    },
  };
  return {
    mark,
    handle,
    remove() {
      cancelAnimationFrame(frame);
      map.getContainer().removeEventListener('pointerdown', down);
      map.off('click', press);
      map.off('mousemove', hover);
      map.off('zoomanim', zooming);
      map.off('move zoomend resize viewreset', mark);
      delete map.getContainer().dataset.pinUnder;
      canvas.remove();
      aim.remove();
    },
  };
}

/** The one pin that a drag is over, as nodes above the canvas: another one is aimed at without drawing the others anew. */
function aimedPin(map: L.Map, latest: { readonly current: TechnicianLayerProps }) {
  const nodes = createPin();
  const frame = L.DomUtil.create('div', `${css.aimed} leaflet-zoom-hide`, map.getPane('markerPane'));
  frame.setAttribute('aria-hidden', 'true');
  frame.style.visibility = 'hidden';
  frame.append(nodes.root);
  nodes.root.toggleAttribute('data-over', true);
  let aimed: string | null = null;
  const place = () => {
    const position = aimed === null ? undefined : latest.current.positions.get(aimed);
    frame.style.visibility = position ? 'visible' : 'hidden';
    if (position) L.DomUtil.setPosition(frame, map.latLngToLayerPoint(toLeaflet(position)));
  };
  return {
    place,
    /** Over the words that the canvas may show of the pin already: on the same side. */
    at(technicianId: string | null, verdict: PinVerdict | null, side: WordsSide) {
      if (technicianId === aimed) return;
      aimed = technicianId;
      const pin = latest.current.pins.find(({ id }) => id === technicianId);
      const position = pin && latest.current.positions.get(pin.id);
      if (pin && position) {
        paintPin(nodes, pin);
        paintAge(nodes, pin, latest.current.ageOf(position), position.heading);
        paintVerdict(nodes, verdict, side);
      }
      place();
    },
    remove: () => frame.remove(),
  };
}
