const logOfRootTwoPi = Math.log(2 * Math.PI) / 2;

/**
 * Probability of `successes` in `trials` when each succeeds with probability `success`; `failure` is 1 − `success`,
 * given apart so that a probability near 1 loses no digits. Loader's saddle-point expansion, which keeps its digits
 * where logarithms of factorials cancel: C. Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
 */
export function binomialDensity(successes: number, trials: number, success: number, failure: number): number {
  const failures = trials - successes;
  if (success === 0 || failure === 0) return (success === 0 ? successes : failures) === 0 ? 1 : 0;
  if (successes === 0) return Math.exp(trials * logOfRest(success, failure));
  if (failures === 0) return Math.exp(trials * logOfRest(failure, success));
  const exponent =
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, trials * success) -
    deviance(failures, trials * failure);
  return Math.exp(exponent) * Math.sqrt(trials / (2 * Math.PI * successes * failures));
}

/** log(rest), where `rest` is 1 − `part`. */
function logOfRest(part: number, rest: number): number {
  return part < 0.5 ? Math.log1p(-part) : Math.log(rest);
}

/** log(n!) less Stirling's approximation of it; from 16 on by its series, of which the next term is below 1e-16. */
function stirlingError(n: number): number {
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
function deviance(observed: number, expected: number): number {
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
