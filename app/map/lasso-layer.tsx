import L from 'leaflet';
import { useEffect, useRef } from 'react';
import { isInRing } from './in-ring.ts';
import css from './lasso-layer.module.css';
import { svgNode } from './svg-node.ts';
import { useMap } from './use-map.ts';

/** Is a point of the map, in its pixels, inside the ring? */
export type Inside = (point: { x: number; y: number }) => boolean;

interface Props {
  /** The tool is taken up: every press on the map belongs to it. Otherwise only a drag with Shift does. */
  readonly active: boolean;
  /** Called with the closed ring, in pixels of the map; `add`: to what is selected already. */
  readonly onRing: (inside: Inside, how: { add: boolean }) => void;
  /** Done or given up. */
  readonly onEnd: () => void;
}

/** A drag shorter than this is a press: it sets a corner. */
const PRESS_PX = 5;
const SAME_CORNER_PX = 9;

/** A ring drawn around orders: by one drag, or by a corner a press and a double press to close it. */
export function LassoLayer(props: Props) {
  const map = useMap();
  const latest = useRef(props);
  latest.current = props;
  const { active } = props;

  useEffect(() => {
    map.boxZoom.disable();
    return () => void map.boxZoom.enable();
  }, [map]);

  useEffect(() => {
    const frame = map.getContainer();
    const path = svgNode('path', { class: css.path!, 'fill-rule': 'evenodd' });
    const sheet = svgNode('svg', { class: css.sheet!, 'aria-hidden': 'true' }, path);
    sheet.toggleAttribute('data-active', active);
    if (active) map.closePopup();
    frame.append(sheet);
    let corners: L.Point[] = [];
    let drawing: { pointer: number; from: number } | null = null;

    const at = (event: PointerEvent | MouseEvent) => {
      const box = frame.getBoundingClientRect();
      return L.point(event.clientX - box.left, event.clientY - box.top);
    };
    const paint = (hover?: L.Point) => {
      const points = hover ? [...corners, hover] : corners;
      path.setAttribute(
        'd',
        points.length === 0 ? '' : `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`,
      );
    };
    const forget = () => {
      corners = [];
      drawing = null;
      paint();
    };
    const close = (event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }, byShift: boolean) => {
      const ring = corners;
      forget();
      if (ring.length < 3) return;
      const add = event.ctrlKey || event.metaKey || (event.shiftKey && !byShift);
      latest.current.onRing((point) => isInRing(point, ring), { add });
      latest.current.onEnd();
    };

    const down = (event: PointerEvent) => {
      if (event.button !== 0 || !(active || event.shiftKey)) return;
      const target = event.target as Element;
      if (!active && target.closest('.leaflet-marker-icon, .leaflet-popup, .leaflet-control, button')) return;
      if (active && target.closest('.leaflet-control')) return;
      event.preventDefault();
      event.stopPropagation();
      const point = at(event);
      const [first] = corners;
      if (first && corners.length > 2 && first.distanceTo(point) < SAME_CORNER_PX) return close(event, false);
      const last = corners.at(-1);
      if (last && last.distanceTo(point) < SAME_CORNER_PX) return;
      drawing = { pointer: event.pointerId, from: corners.length };
      corners.push(point);
      frame.setPointerCapture(event.pointerId);
      paint();
    };
    const move = (event: PointerEvent) => {
      const point = at(event);
      if (!drawing) {
        if (corners.length > 0) paint(point);
        return;
      }
      event.stopPropagation();
      if (corners.at(-1)!.distanceTo(point) >= PRESS_PX) corners.push(point);
      paint();
    };
    const up = (event: PointerEvent) => {
      if (!drawing || event.pointerId !== drawing.pointer) return;
      const dragged = corners.length - drawing.from > 1;
      drawing = null;
      if (dragged) close(event, !active);
      // A single press with Shift and without the tool was no lasso after all.
      else if (!active) forget();
    };
    const double = (event: MouseEvent) => {
      if (!active) return;
      event.preventDefault();
      event.stopPropagation();
      close(event, false);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && corners.length > 2) close(event, false);
      else if (event.key === 'Escape' && (active || corners.length > 0)) {
        forget();
        latest.current.onEnd();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    frame.addEventListener('pointerdown', down, true);
    frame.addEventListener('pointermove', move, true);
    frame.addEventListener('pointerup', up, true);
    frame.addEventListener('pointercancel', forget);
    frame.addEventListener('dblclick', double, true);
    window.addEventListener('keydown', key, true);
    // While the tool is held the map neither pans nor zooms by a double press, and pins are not pressed.
    const stop = (event: Event) => {
      if (!(event.target as Element).closest('.leaflet-control')) event.stopPropagation();
    };
    const held = ['mousedown', 'click', 'touchstart'] as const;
    if (active) for (const name of held) frame.addEventListener(name, stop, true);
    const shiftDown = (event: MouseEvent) => {
      if (event.shiftKey && drawing) event.stopPropagation();
    };
    frame.addEventListener('mousedown', shiftDown, true);
    return () => {
      frame.removeEventListener('pointerdown', down, true);
      frame.removeEventListener('pointermove', move, true);
      frame.removeEventListener('pointerup', up, true);
      frame.removeEventListener('pointercancel', forget);
      frame.removeEventListener('dblclick', double, true);
      frame.removeEventListener('mousedown', shiftDown, true);
      window.removeEventListener('keydown', key, true);
      for (const name of held) frame.removeEventListener(name, stop, true);
      sheet.remove();
    };
  }, [map, active]);
  return null;
}
