'use client';

import 'leaflet/dist/leaflet.css';
import { createLeafletContext, LeafletContext, type LeafletContextInterface } from '@react-leaflet/core';
import L from 'leaflet';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ScaleControl } from 'react-leaflet';
import type { Bounds, LngLat } from '#domain/geo/lng-lat.ts';
import { type GroundLook, groundLayers, loadBaseLayer } from './base-layer.ts';
import styles from './base-map.module.css';
import { viewOfMost } from './first-view.ts';
import { CRS_GCJ02, fromLeaflet, toLeaflet, toLeafletBounds } from './lat-lng.ts';

/** Tiles of the operator's choice; without them the built-in schematic ground is drawn. */
export interface TileSource {
  /** `https://…/{z}/{x}/{y}.png`, with `{s}` for the subdomains. */
  url: string;
  subdomains?: string;
  /** What the tiles are drawn in; GCJ-02 for AMap and Tencent, WGS-84 for Tianditu and OpenStreetMap. */
  crs: 'wgs84' | 'gcj02';
  maxNativeZoom?: number;
  /** Shown as text; the provider's map approval number belongs in it. */
  attribution: string;
  /** A second layer of names over the first, as Tianditu has it. */
  overlayUrl?: string;
}

/** Words of the map's own controls, from the message catalogue. */
export interface MapWords {
  /** Name of the map for a screen reader, with how to move it. */
  label: string;
  zoomIn: string;
  zoomOut: string;
  /** Attribution of the built-in ground: 示意图,非测绘地图. */
  schematic: string;
  /** Shown when the ground could not be fetched. */
  noGround: string;
}

export interface BaseMapProps {
  words: MapWords;
  look: GroundLook;
  tiles?: TileSource | undefined;
  /** First view; later moves are the map's own. Bounds win over centre and zoom. */
  centre: LngLat;
  zoom: number;
  bounds?: Bounds | undefined;
  /** Instead of bounds: the first view shows most of these. */
  points?: readonly LngLat[] | undefined;
  className?: string;
  onReady?: ((map: L.Map) => void) | undefined;
  children?: ReactNode;
}

/**
 * The map every screen stands its layers on. Children may be react-leaflet's or read the map with
 * `useMap`. It may be hidden and shown again: the map is made and removed in an effect. Another datum of
 * tiles makes another map, since everything on it must be projected anew.
 */
export function BaseMap(props: BaseMapProps) {
  return <MapOfDatum key={props.tiles?.crs ?? 'wgs84'} {...props} />;
}

function MapOfDatum({
  words,
  look,
  tiles,
  centre,
  zoom,
  bounds,
  points,
  className,
  onReady,
  children,
}: BaseMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [context, setContext] = useState<LeafletContextInterface | null>(null);
  // The first view and the words of the buttons are read once: a map is not rebuilt for them.
  const first = useRef({ words, centre, zoom, bounds, points, onReady, crs: tiles?.crs });

  useEffect(() => {
    const { words, centre, zoom, bounds, points, onReady, crs } = first.current;
    const map = L.map(frame.current!, {
      crs: crs === 'gcj02' ? CRS_GCJ02 : L.CRS.EPSG3857,
      zoomControl: false,
      attributionControl: false,
      minZoom: 9,
      maxZoom: 19,
      keyboardPanDelta: 120,
    });
    L.control
      .zoom({ position: 'topright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut })
      .addTo(map);
    const most = points && viewOfMost(points, map.getSize());
    if (most) map.setView(toLeaflet(most.centre), most.zoom, { animate: false });
    else if (bounds) map.fitBounds(toLeafletBounds(bounds), { animate: false });
    else map.setView(toLeaflet(centre), zoom, { animate: false });
    // The container also changes size without the window: panes are dragged wider.
    const watch = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }));
    watch.observe(frame.current!);
    setContext(createLeafletContext(map));
    onReady?.(map);
    return () => {
      watch.disconnect();
      setContext(null);
      // Shown again, the map stands where it was left.
      first.current = {
        ...first.current,
        centre: fromLeaflet(map.getCenter()),
        zoom: map.getZoom(),
        bounds: undefined,
        points: undefined,
      };
      map.remove();
    };
  }, []);

  return (
    <div className={className ? `${styles.frame} ${className}` : styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the map pans by arrow keys and zooms by plus and minus */}
      <section ref={frame} className={styles.map} aria-label={words.label} tabIndex={0} />
      {context && (
        <LeafletContext value={context}>
          <ScaleControl position="bottomleft" imperial={false} maxWidth={120} />
          {tiles ? (
            <Tiles map={context.map} tiles={tiles} />
          ) : (
            <Ground map={context.map} look={look} words={words} />
          )}
          {children}
        </LeafletContext>
      )}
      <p className={styles.credit}>{tiles ? tiles.attribution : words.schematic}</p>
    </div>
  );
}

function Ground({
  map,
  look: { scheme, tongue, taken },
  words,
}: {
  map: L.Map;
  look: GroundLook;
  words: MapWords;
}) {
  const [failed, setFailed] = useState(false);
  const layers = useRef<ReturnType<typeof groundLayers>>(undefined);
  const look = useRef<GroundLook>({ scheme, tongue, taken });

  useEffect(() => {
    look.current = { scheme, tongue, taken };
    layers.current?.names.setLook(look.current);
  }, [scheme, tongue, taken]);

  useEffect(() => layers.current?.tiles.setLook(scheme), [scheme]);

  useEffect(() => {
    let gone = false;
    loadBaseLayer().then(
      (data) => {
        if (gone) return;
        const { tiles, names } = groundLayers(data, map.options.crs!, look.current);
        layers.current = { tiles: tiles.addTo(map), names: names.addTo(map) };
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
      layers.current?.tiles.remove();
      layers.current?.names.remove();
      layers.current = undefined;
    };
  }, [map]);

  return failed ? (
    <p className={styles.failed} role="status">
      {words.noGround}
    </p>
  ) : null;
}

function Tiles({ map, tiles }: { map: L.Map; tiles: TileSource }) {
  const { url, overlayUrl, subdomains, maxNativeZoom } = tiles;
  useEffect(() => {
    const options = {
      maxZoom: 19,
      ...(subdomains && { subdomains }),
      ...(maxNativeZoom && { maxNativeZoom }),
    };
    const layers = [url, overlayUrl].flatMap((each) => (each ? [L.tileLayer(each, options).addTo(map)] : []));
    return () => {
      for (const layer of layers) layer.remove();
    };
  }, [map, url, overlayUrl, subdomains, maxNativeZoom]);
  return null;
}
