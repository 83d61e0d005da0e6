/** A source of randomness with a memory: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to but not 1. */
  unit(): number;
  /** A whole number from 0 up to but not `bound`. */
  below(bound: number): number;
}

/**
 * Small fast counter generator (sfc32, Chris Doty-Humphrey, public domain) for search and simulation;
 * never for secrets. Any whole number is a seed.
 */
export function seededRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return {
    unit: () => next() * 2.3283064365386963e-10,
    below: (bound) => (next() * 2.3283064365386963e-10 * bound) | 0,
  };
}
