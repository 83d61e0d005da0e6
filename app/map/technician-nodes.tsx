import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { toLeaflet } from './lat-lng.ts';
import { onPress } from './on-press.ts';
import { voicesOf } from './pin-voices.ts';
import type { PinSpot, WordsSide } from './pin-words.ts';
import css from './technician-layer.module.css';
import {
  createPin,
  type PinNodes,
  paintAge,
  paintPin,
  paintVerdict,
  type TechnicianPin,
} from './technician-pin.ts';
import type { PinsHandle, PinVerdict, TechnicianLayerProps } from './technician-props.ts';
import { useMap } from './use-map.ts';

interface Placed {
  marker: L.Marker;
  nodes: PinNodes;
  pin: TechnicianPin;
  verdict: PinVerdict | null;
  /** Where the verdict is said in words; null = only its sign is shown. */
  side: WordsSide | null;
}

/** What is lifted over the pins. */
interface Lifting {
  verdictOf: ((technicianId: string) => PinVerdict | null) | null;
  aimed: string | null;
}

const REACH_PX = 30;
/** From this zoom on pins are drawn in full size. */
const NEAR_ZOOM = 13;

/**
 * The technicians as pins of nodes, moved by the position source without React. Up to some 300 this is the fastest
 * form that a keyboard can reach and a drag can land on.
 */
export function TechnicianNodes(props: TechnicianLayerProps) {
  const map = useMap();
  const placed = useRef(new Map<string, Placed>());
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const known = placed.current;
    const lifting: Lifting = { verdictOf: null, aimed: null };
    const say = () => {
      if (lifting.verdictOf) sayVerdicts(map, known, lifting);
    };
    const move = (ids: Iterable<string>) => {
      for (const id of ids) moveOne(map, known, id, latest.current);
      say();
    };
    const stop = props.positions.subscribe(move);
    map.on('moveend', say);
    latest.current.onHandle?.(handleOf(map, known, lifting));
    return () => {
      stop();
      map.off('moveend', say);
      latest.current.onHandle?.(null);
      for (const { marker } of known.values()) marker.remove();
      known.clear();
    };
  }, [map, props.positions]);

  useEffect(() => {
    const see = () => map.getContainer().toggleAttribute('data-far', map.getZoom() < NEAR_ZOOM);
    see();
    map.on('zoomend', see);
    return () => {
      map.off('zoomend', see);
    };
  }, [map]);

  useEffect(() => {
    const known = placed.current;
    const wanted = new Set(props.pins.map(({ id }) => id));
    for (const [id, { marker }] of known) {
      if (wanted.has(id)) continue;
      marker.remove();
      known.delete(id);
    }
    for (const pin of props.pins) placeOne(map, known, pin, latest.current);
  }, [map, props.pins]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute passing is what makes positions older
  useEffect(() => {
    for (const id of placed.current.keys()) moveOne(map, placed.current, id, latest.current);
  }, [map, props.minute]);

  return null;
}

function placeOne(
  map: L.Map,
  known: Map<string, Placed>,
  pin: TechnicianPin,
  props: TechnicianLayerProps,
): void {
  const before = known.get(pin.id);
  if (before) {
    before.pin = pin;
    paintPin(before.nodes, pin);
    before.marker.setZIndexOffset(pin.lit ? 3000 : 1000);
    return;
  }
  const position = props.positions.get(pin.id);
  if (!position) return;
  const nodes = createPin();
  paintPin(nodes, pin);
  const marker = L.marker(toLeaflet(position), {
    icon: L.divIcon({ html: nodes.root, className: css.icon ?? '', iconSize: [44, 44] }),
    zIndexOffset: pin.lit ? 3000 : 1000,
    alt: pin.label,
    riseOnHover: true,
  });
  onPress(marker, () => props.onPick(pin.id));
  marker.on('dblclick', () => props.onOpen?.(pin.id));
  marker.addTo(map);
  marker.getElement()?.setAttribute('aria-label', pin.label);
  known.set(pin.id, { marker, nodes, pin, verdict: null, side: null });
  paintAge(nodes, pin, props.ageOf(position), position.heading);
}

function moveOne(map: L.Map, known: Map<string, Placed>, id: string, props: TechnicianLayerProps): void {
  const position = props.positions.get(id);
  const here = known.get(id);
  if (!here) {
    const pin = props.pins.find((candidate) => candidate.id === id);
    if (pin && position) placeOne(map, known, pin, props);
    return;
  }
  if (!position) {
    here.marker.remove();
    known.delete(id);
    return;
  }
  here.marker.setLatLng(toLeaflet(position));
  paintAge(here.nodes, here.pin, props.ageOf(position), position.heading);
}

/** Shows what everybody thinks of what is lifted: a sign each; the best and the one that is aimed at say it in words. */
function sayVerdicts(map: L.Map, known: ReadonlyMap<string, Placed>, { verdictOf, aimed }: Lifting): void {
  const voices = verdictOf ? voicesOf(spotsIn(map, known), verdictOf, roomOf(map), aimed) : null;
  for (const [id, placed] of known) {
    const verdict = verdictOf?.(id) ?? null;
    const side = voices?.get(id)?.side ?? (verdict && id === aimed ? 'below' : null);
    const { nodes, marker, pin } = placed;
    nodes.root.toggleAttribute('data-over', id === aimed);
    const above = id === aimed ? 5000 : side ? 4000 : verdict || pin.lit ? 3000 : 1000;
    if (marker.options.zIndexOffset !== above) marker.setZIndexOffset(above);
    if (verdict === placed.verdict && side === placed.side) continue;
    placed.verdict = verdict;
    placed.side = side;
    paintVerdict(nodes, verdict, side);
  }
}

function spotsIn(map: L.Map, known: ReadonlyMap<string, Placed>): readonly PinSpot[] {
  return [...known].map(([id, { marker }]) => {
    const { x, y } = map.latLngToContainerPoint(marker.getLatLng());
    return { id, x, y };
  });
}

function roomOf(map: L.Map): { width: number; height: number } {
  const { x, y } = map.getSize();
  return { width: x, height: y };
}

function handleOf(map: L.Map, known: ReadonlyMap<string, Placed>, lifting: Lifting): PinsHandle {
  return {
    nearest(clientX, clientY) {
      const frame = map.getContainer().getBoundingClientRect();
      const point = L.point(clientX - frame.left, clientY - frame.top);
      let best: { id: string; apart: number } | null = null;
      for (const [id, { marker }] of known) {
        const apart = map.latLngToContainerPoint(marker.getLatLng()).distanceTo(point);
        if (apart <= REACH_PX && (best === null || apart < best.apart)) best = { id, apart };
      }
      return best?.id ?? null;
    },
    judge(verdictOf) {
      lifting.verdictOf = verdictOf;
      sayVerdicts(map, known, lifting);
    },
    aim(technicianId) {
      if (technicianId === lifting.aimed) return;
      lifting.aimed = technicianId;
      sayVerdicts(map, known, lifting);
    },
  };
}
