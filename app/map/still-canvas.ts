/** Draws in CSS pixels. */
export type Pen = OffscreenCanvasRenderingContext2D;

/** A canvas that shows finished pictures. */
export interface StillCanvas {
  readonly canvas: HTMLCanvasElement;
  /** Shows what `paint` draws on a blank sheet of this size, CSS pixels, sharp at the screen's density. */
  show(width: number, height: number, paint: (pen: Pen) => void): void;
}

/**
 * A canvas whose pictures are drawn beside it and handed over whole. Without a graphics card the browser copies the pixels of
 * a canvas that can be drawn on again for every frame of the page, whatever has changed; these it copies once.
 */
export function stillCanvas(canvas: HTMLCanvasElement): StillCanvas {
  const sheet = new OffscreenCanvas(1, 1);
  return {
    canvas,
    show(width, height, paint) {
      const density = window.devicePixelRatio || 1;
      const [w, h] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))];
      if (sheet.width !== w || sheet.height !== h) {
        sheet.width = canvas.width = w;
        sheet.height = canvas.height = h;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      paint(penOf(sheet, density));
      const frame = canvas.getContext('bitmaprenderer');
      if (!frame) throw new Error('This browser shows no pictures in a canvas, so the map cannot be drawn.');
      frame.transferFromImageBitmap(sheet.transferToImageBitmap());
    },
  };
}

/** A picture of this size, CSS pixels, to be drawn many times. */
export function picture(width: number, height: number, paint: (pen: Pen) => void): ImageBitmap {
  const density = window.devicePixelRatio || 1;
  const sheet = new OffscreenCanvas(Math.ceil(width * density), Math.ceil(height * density));
  paint(penOf(sheet, density));
  return sheet.transferToImageBitmap();
}

function penOf(sheet: OffscreenCanvas, density: number): Pen {
  const pen = sheet.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas, so the map cannot be drawn.');
  pen.setTransform(density, 0, 0, density, 0, 0);
  return pen;
}
