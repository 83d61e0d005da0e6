import sharp from 'sharp';

export const MOST_BYTES = 8 * 1024 * 1024;
export const MOST_PIXELS = 25_000_000;
/** What is kept is no larger than this on either side. */
const LONGEST_EDGE = 2_048;
const SMALL_EDGE = 320;
const QUALITY = 82;
const DECODE_WITHIN_S = 20;

export interface CleanImage {
  /** JPEG. */
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Why bytes are no image that is taken. */
export type ImageFault =
  | { fault: 'not_an_image' }
  | { fault: 'too_many_pixels'; width: number; height: number }
  | { fault: 'damaged' };

/** JPEG, PNG and WebP by their first bytes; nothing else ever reaches a decoder, whatever it calls itself. */
function isPicture(bytes: Uint8Array): boolean {
  const starts = (at: number, ...expected: number[]) => expected.every((byte, i) => bytes[at + i] === byte);
  const isJpeg = starts(0, 0xff, 0xd8, 0xff);
  const isPng = starts(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const isWebp = starts(0, 0x52, 0x49, 0x46, 0x46) && starts(8, 0x57, 0x45, 0x42, 0x50);
  return isJpeg || isPng || isWebp;
}

/**
 * The picture drawn anew as JPEG: upright, at most 2048 pixels wide or high, without anything that came along with it – where it was
 * taken, by which camera, or another file behind it.
 */
export async function cleanImage(given: Uint8Array): Promise<CleanImage | ImageFault> {
  if (!isPicture(given)) return { fault: 'not_an_image' };
  try {
    const { width, height } = await sharp(given, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { fault: 'too_many_pixels', width, height };
    const { data, info } = await sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: DECODE_WITHIN_S })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // whatever the decoder cannot read: the sender is told that the file is damaged
    return { fault: 'damaged' };
  }
}

/** A kept image for a list. */
export async function smallImage(kept: Uint8Array): Promise<Uint8Array> {
  return sharp(kept)
    .resize({ width: SMALL_EDGE, height: SMALL_EDGE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}
