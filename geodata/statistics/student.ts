/**
 * Two-sided p-value, 0 to 1, of a statistic with Student's t distribution; R's `2 * pt(-abs(t), df)`. `degrees` of
 * freedom are above 0 and need not be whole. By the regularised incomplete beta function (Abramowitz and Stegun,
 * "Handbook of Mathematical Functions" (1964), 26.5.8 and 26.7.1).
 */
export function twoSidedStudent(t: number, degrees: number): number {
  if (Number.isNaN(t) || !(degrees > 0)) return Number.NaN;
  if (!Number.isFinite(t)) return 0;
  const odds = (t * t) / degrees;
  return betaShare(degrees / 2, 0.5, 1 / (1 + odds), odds / (1 + odds));
}

/** The regularised incomplete beta function at `x`; `rest` is 1 − x, given apart so that it loses no digits. */
function betaShare(a: number, b: number, x: number, rest: number): number {
  if (x === 0 || rest === 0) return x;
  const logOfFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * logOf(x, rest) + b * logOf(rest, x);
  const front = Math.exp(logOfFront);
  return x < (a + 1) / (a + b + 2)
    ? (front * continueFraction(a, b, x)) / a
    : 1 - (front * continueFraction(b, a, rest)) / b;
}

function logOf(part: number, rest: number): number {
  return part > 0.5 ? Math.log1p(-rest) : Math.log(part);
}

/** Abramowitz and Stegun 26.5.8, from the front by Lentz's method. */
function continueFraction(a: number, b: number, x: number): number {
  let numerator = 1;
  let denominator = 1 / keepOffZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let step = 1; step <= mostSteps; step += 1) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    denominator = 1 / keepOffZero(1 + even * denominator);
    numerator = keepOffZero(1 + even / numerator);
    fraction *= denominator * numerator;
    const odd = (-(a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    denominator = 1 / keepOffZero(1 + odd * denominator);
    numerator = keepOffZero(1 + odd / numerator);
    const change = denominator * numerator;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return fraction;
}

/** It needs some steps more than the root of the larger parameter. */
const mostSteps = 10_000;
const nearlyZero = 1e-300;

function keepOffZero(value: number): number {
  return Math.abs(value) < nearlyZero ? nearlyZero : value;
}

/** log Γ(x) of x > 0, by Stirling's series from 16 on and by Γ(x + 1) = x Γ(x) below. */
function logGamma(x: number): number {
  let product = 1;
  let large = x;
  for (; large < 16; large += 1) product *= large;
  const square = large * large;
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / large;
  return (large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - Math.log(product);
}
