const RINGS = 256;

/**
 * The `reach` smallest of the first `count` keys (from 0 up), in order; all where there are fewer. Only what lies
 * within the rings that hold enough keys is sorted.
 */
export function smallest(keys: Float64Array, count: number, reach: number): Float64Array {
  if (count <= reach) return keys.slice(0, count).sort();
  let farthest = 0;
  for (let i = 0; i < count; i++) if (keys[i]! > farthest) farthest = keys[i]!;
  const perKey = RINGS / (farthest + 1);
  const rings = new Int32Array(RINGS);
  for (let i = 0; i < count; i++) rings[(keys[i]! * perKey) | 0]!++;
  let last = 0;
  let within = rings[0]!;
  while (within < reach) within += rings[++last]!;
  const near = new Float64Array(within);
  for (let i = 0, to = 0; to < within; i++) {
    const key = keys[i]!;
    if (((key * perKey) | 0) <= last) near[to++] = key;
  }
  return near.sort().subarray(0, reach);
}
