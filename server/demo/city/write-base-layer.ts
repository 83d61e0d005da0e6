import { mkdir, writeFile } from 'node:fs/promises';
import { drawCity } from './ground/draw.ts';

/**
 * Writes the offline base layer: `node server/demo/city/write-base-layer.ts`.
 * One feature a line, so that a changed hill is a changed line.
 */
const folder = new URL('../../../public/base/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, { features }] of Object.entries(drawCity())) {
  const lines = features.map((feature: unknown) => JSON.stringify(feature)).join(',\n');
  const text = `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
  await writeFile(new URL(`${name}.geojson`, folder), text);
  process.stdout.write(`${name}.geojson ${Math.round(text.length / 1000)} kB, ${features.length} features\n`);
}
