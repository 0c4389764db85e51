/** A stream of numbers in [0, 1) that depends on nothing but its seed. */
export type Random = () => number;

/** Mulberry32 by Tommy Ettinger, public domain (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A draw from the standard normal distribution (Box and Muller, 1958). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * A draw from the gamma distribution with a shape above 0 and scale 1: G. Marsaglia and W.W. Tsang, "A simple method for
 * generating gamma variables", ACM Transactions on Mathematical Software 26 (2000), 363–372.
 */
export function drawGamma(shape: number, random: Random): number {
  if (shape < 1) return drawGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const size = shape - 1 / 3;
  const spread = 1 / Math.sqrt(9 * size);
  for (;;) {
    const normal = drawNormal(random);
    const cube = (1 + spread * normal) ** 3;
    if (cube <= 0) continue;
    const limit = (normal * normal) / 2 + size * (1 - cube + Math.log(cube));
    if (Math.log(1 - random()) < limit) return size * cube;
  }
}
