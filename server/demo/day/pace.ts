/** How long the people of the demo take, in minutes of the demo's clock; each person and order is a little different. */
const PACE = {
  accept: [1, 9],
  call: [2, 16],
  enter: [1, 3],
  survey: [2, 5],
  work: [15, 30],
  test: [3, 6],
  observe: [6, 9],
  sign: [2, 4],
  leave: [1, 3],
  reply: [2, 8],
} as const;
export type Act = keyof typeof PACE;

/** Some homes keep the technician longer than anybody planned: that share of them, by so many minutes. */
const HARD_SHARE = 0.05;
const HARD_MIN = 55;

/** Milliseconds that `key` takes for an act: the same key always takes the same. */
export function paceOf(act: Act, key: string): number {
  const [least, most] = PACE[act];
  const longer = act === 'work' && fraction(`hard ${key}`) < HARD_SHARE ? HARD_MIN : 0;
  return (least + (most - least) * fraction(`${act} ${key}`) + longer) * 60_000;
}

/** A number from 0 up to 1 that belongs to a key (FNV-1a). */
export function fraction(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
