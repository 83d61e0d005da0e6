import { mkdir, writeFile } from 'node:fs/promises';
import { drawCity, fileText } from './ground/draw.ts';

/** Writes the offline base layer: `node server/demo/city/write-base-layer.ts`. */
const folder = new URL('../../../public/base/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, collection] of Object.entries(drawCity())) {
  const text = fileText(collection);
  await writeFile(new URL(`${name}.geojson`, folder), text);
  process.stdout.write(
    `${name}.geojson ${Math.round(text.length / 1000)} kB, ${collection.features.length} features\n`,
  );
}
