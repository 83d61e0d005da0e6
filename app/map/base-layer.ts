import L from 'leaflet';
import { letterGround, type Tongue } from './ground/letter.ts';
import { paintGround } from './ground/paint.ts';
import { PALETTES, type Scheme } from './ground/palette.ts';
import { type BaseLayerFiles, type Ground, shapesOf } from './ground/shapes.ts';
import { type StillCanvas, stillCanvas } from './still-canvas.ts';

/** How the built-in ground is to look. */
export interface GroundLook {
  scheme: Scheme;
  tongue: Tongue;
  /** Names that another layer writes: a district that is an area stands there once. */
  taken?: readonly string[] | undefined;
}

let files: Promise<BaseLayerFiles> | undefined;

/** The base layer's files, fetched once for the page. A failed fetch is told and may be tried again. */
export function loadBaseLayer(): Promise<BaseLayerFiles> {
  files ??= fetchFiles().catch((error: unknown) => {
    files = undefined;
    throw error;
  });
  return files;
}

async function fetchFiles(): Promise<BaseLayerFiles> {
  const [ground, roads, places] = await Promise.all(
    ['ground', 'roads', 'places'].map(async (name) => {
      const answer = await fetch(`/base/${name}.geojson`);
      if (!answer.ok) throw new Error(`The base layer /base/${name}.geojson answered ${answer.status}.`);
      return answer.json();
    }),
  );
  return { ground, roads, places };
}

/** The schematic ground for a map: areas, water and roads as tiles, names above them. Add both. */
export function groundLayers(
  data: BaseLayerFiles,
  crs: L.CRS,
  look: GroundLook,
): { tiles: GroundTiles; names: GroundNames } {
  const ground = shapesOf(data, crs);
  return { tiles: new GroundTiles(ground, look.scheme), names: new GroundNames(ground, look) };
}

/** Areas, water and roads, drawn tile by tile: crisp at every density, nothing fetched. */
export class GroundTiles extends L.GridLayer {
  readonly #ground: Ground;
  #scheme: Scheme;

  constructor(ground: Ground, scheme: Scheme) {
    super({ tileSize: 512, minZoom: 8, maxZoom: 19, noWrap: true, keepBuffer: 1, updateWhenIdle: false });
    this.#ground = ground;
    this.#scheme = scheme;
  }

  /** Redraws in another scheme; names in another tongue are the other layer's. */
  setLook(scheme: Scheme): void {
    this.#scheme = scheme;
    this.redraw();
  }

  protected override createTile(coords: L.Coords): HTMLElement {
    const tile = document.createElement('canvas');
    const { x: width, y: height } = this.getTileSize();
    const frame = { zoom: coords.z, x: coords.x * width, y: coords.y * height, width, height };
    stillCanvas(tile).show(width, height, (pen) =>
      paintGround(pen, this.#ground, PALETTES[this.#scheme], frame),
    );
    return tile;
  }
}

const PANE = 'ground-names';
/** Share of the map's size drawn beyond each edge, so that a short pan uncovers no bare rim. */
const PADDING = 0.2;

/** Names of the ground: one canvas over the whole view, since names know nothing of tiles. */
export class GroundNames extends L.Layer {
  readonly #ground: Ground;
  #look: GroundLook;
  #shown: StillCanvas | undefined;
  #drawnAt: L.Point | undefined;

  constructor(ground: Ground, look: GroundLook) {
    super({ pane: PANE });
    this.#ground = ground;
    this.#look = look;
  }

  setLook(look: GroundLook): void {
    this.#look = look;
    this.#draw();
  }

  override beforeAdd(map: L.Map): this {
    if (!map.getPane(PANE)) {
      const pane = map.createPane(PANE);
      // Above the tiles (200), below areas, routes and markers (400 and up).
      pane.style.zIndex = '250';
      pane.style.pointerEvents = 'none';
    }
    return this;
  }

  override onAdd(map: L.Map): this {
    this.#shown = stillCanvas(L.DomUtil.create('canvas', 'leaflet-zoom-hide', map.getPane(PANE)));
    this.#draw();
    return this;
  }

  override onRemove(): this {
    this.#shown?.canvas.remove();
    this.#shown = undefined;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return { moveend: () => this.#draw(), resize: () => this.#draw(), move: () => this.#drawIfBare() };
  }

  #drawIfBare(): void {
    const map = this._map;
    if (!map || !this.#drawnAt) return;
    const moved = map.containerPointToLayerPoint([0, 0]).subtract(this.#drawnAt);
    const size = map.getSize();
    if (Math.abs(moved.x) > size.x * PADDING || Math.abs(moved.y) > size.y * PADDING) this.#draw();
  }

  #draw(): void {
    const map = this._map;
    const shown = this.#shown;
    if (!map || !shown) return;
    const size = map.getSize();
    const pad = size.multiplyBy(PADDING).round();
    const corner = map.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(shown.canvas, corner.subtract(pad));
    const [width, height] = [size.x + 2 * pad.x, size.y + 2 * pad.y];
    const origin = map.getPixelBounds().min!.subtract(pad);
    const frame = { zoom: map.getZoom(), x: origin.x, y: origin.y, width, height };
    shown.show(width, height, (pen) =>
      letterGround(pen, this.#ground, PALETTES[this.#look.scheme], frame, this.#look),
    );
    this.#drawnAt = corner;
  }
}
