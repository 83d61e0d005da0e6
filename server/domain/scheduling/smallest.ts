const RINGS = 256;

/**
 * The `reach` smallest of the first `count` keys (from 0 up), in order; all where there are fewer. Only what lies
 * within the rings that hold enough keys is sorted.
 */
export function smallest(keys: Float64Array, count: number, reach: number): Float64Array {
  if (count <= reach) return keys.slice(0, count).sort();
  let farthest = 0;
  for (let i = 0; i < count; i++) if (keys[i]! > farthest) farthest = keys[i]!;
  const width = farthest / RINGS + 1e-9;
  const rings = new Int32Array(RINGS + 1);
  for (let i = 0; i < count; i++) rings[Math.floor(keys[i]! / width)]!++;
  let last = 0;
  for (let within = rings[0]!; within < reach && last < RINGS; ) within += rings[++last]!;
  const near = keys.subarray(0, count).filter((key) => Math.floor(key / width) <= last);
  return near.sort().subarray(0, reach);
}
