import { type Shrunk, shrink } from '../photos/shrink.ts';
import { SHEET, type Stroke } from './strokes.ts';

/** Pixels of the image for one unit of the sheet. */
export const SHARPNESS = 2;
const INK = '#16202c';

/** What stands on the sheet: a drawing, or a name that was typed, with the line that tells it from other typed ones. */
export type Signature =
  | { kind: 'drawn'; strokes: readonly Stroke[] }
  | { kind: 'typed'; name: string; beneath: string };

/** Draws the lines on a cleared sheet; white paper in either scheme, as the image is. */
export function drawStrokes(drawing: CanvasRenderingContext2D, strokes: readonly Stroke[]): void {
  drawing.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
  drawing.clearRect(0, 0, SHEET.width, SHEET.height);
  drawing.strokeStyle = INK;
  drawing.lineWidth = 5;
  drawing.lineCap = 'round';
  drawing.lineJoin = 'round';
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    drawing.beginPath();
    drawing.moveTo(first.x, first.y);
    if (rest.length === 0) drawing.lineTo(first.x, first.y);
    // through the middle between two points, so that a quick hand leaves no corners
    rest.forEach(({ x, y }, index) => {
      const next = rest[index + 1];
      if (next) drawing.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
      else drawing.lineTo(x, y);
    });
    drawing.stroke();
  }
}

/** The signature as the image that is kept, with its SHA-256. Rejects where the browser draws no pictures. */
export async function signatureImage(signature: Signature): Promise<Shrunk> {
  const canvas = document.createElement('canvas');
  canvas.width = SHEET.width * SHARPNESS;
  canvas.height = SHEET.height * SHARPNESS;
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('The browser draws no pictures.');
  if (signature.kind === 'drawn') drawStrokes(drawing, signature.strokes);
  else drawName(drawing, signature.name, signature.beneath);
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!drawn) throw new Error('The browser could not write the picture.');
  return shrink(drawn);
}

function drawName(drawing: CanvasRenderingContext2D, name: string, beneath: string): void {
  drawing.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
  drawing.fillStyle = INK;
  drawing.textAlign = 'center';
  drawing.font = '64px sans-serif';
  drawing.fillText(name, SHEET.width / 2, 150, SHEET.width - 40);
  drawing.font = '22px sans-serif';
  drawing.fillText(beneath, SHEET.width / 2, 230, SHEET.width - 40);
}
