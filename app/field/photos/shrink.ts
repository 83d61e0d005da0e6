const LONGEST_EDGE = 1_600;
const QUALITY = 0.8;

export interface Shrunk {
  /** JPEG, without what the camera wrote into the file. */
  bytes: ArrayBuffer;
  /** SHA-256 in hex. */
  hash: string;
}

/** A picture as it will be sent: upright, at most 1600 pixels wide or high. Rejects for what the browser cannot read as a picture. */
export async function shrink(file: Blob): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST_EDGE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const drawing = canvas.getContext('2d');
  if (!drawing) throw new Error('The browser draws no pictures.');
  drawing.fillStyle = '#ffffff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.imageSmoothingQuality = 'high';
  drawing.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!drawn) throw new Error('The browser could not write the picture.');
  const bytes = await drawn.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return { bytes, hash: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') };
}
