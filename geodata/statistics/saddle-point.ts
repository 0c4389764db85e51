/*
 * Parts of Loader's saddle-point expansion, which keeps the digits of binomial and Poisson probabilities where logarithms
 * of factorials cancel: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
 */

const logOfRootTwoPi = Math.log(2 * Math.PI) / 2;

/** log(n!) less Stirling's approximation of it, of a whole n of at least 1; from 16 on by its series, of which the next term is below 1e-16. */
export function stirlingError(n: number): number {
  if (n < 16) {
    let factorial = 1;
    for (let factor = 2; factor <= n; factor += 1) factorial *= factor;
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - logOfRootTwoPi;
  }
  const square = n * n;
  const terms = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return (1 / 12 - (1 / 360 - terms / square) / square) / n;
}

/** observed × log(observed ÷ expected) + expected − observed; near 0 by its series, as the terms would cancel. */
export function deviance(observed: number, expected: number): number {
  const difference = observed - expected;
  const total = observed + expected;
  if (Math.abs(difference) >= 0.1 * total)
    return observed * Math.log(observed / expected) + expected - observed;
  const ratio = difference / total;
  let sum = difference * ratio;
  let term = 2 * observed * ratio;
  for (let odd = 3; ; odd += 2) {
    term *= ratio * ratio;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
