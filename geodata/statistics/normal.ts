/** The 97.5th percentile of the normal distribution: 95% lies between it and its negative. */
export const normalQuantile95 = 1.959963984540054;

const rootTwoPi = Math.sqrt(2 * Math.PI);

/** From here on the series would lose digits to the one it is taken from. */
const farOut = 3;

/**
 * Probability that a standard normal draw exceeds `z`; R's `pnorm(z, lower.tail = FALSE)`. By the series of G. Marsaglia,
 * "Evaluating the Normal Distribution", Journal of Statistical Software 11 (2004), issue 4; far out by the continued
 * fraction of Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 26.2.14, so that small probabilities
 * keep their digits.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp((-z * z) / 2) / rootTwoPi;
  return z < farOut ? 0.5 - density * sumSeries(z) : density / continueFraction(z);
}

/** z + z³/3 + z⁵/15 + z⁷/105 + … */
function sumSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))), from far enough in that the rest changes nothing. */
function continueFraction(z: number): number {
  let fraction = z;
  for (let part = 150; part > 0; part -= 1) fraction = z + part / fraction;
  return fraction;
}

/** Two-sided p-value of a standard normal statistic, 0 to 1; R's `2 * pnorm(-abs(z))`. NaN for NaN. */
export function twoSidedNormal(z: number): number {
  return Math.min(1, 2 * normalTail(Math.abs(z)));
}
