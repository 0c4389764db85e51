import { deviance, stirlingError } from './saddle-point.ts';

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
