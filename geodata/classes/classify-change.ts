import {
  type Classification,
  type ClassRequest,
  countWished,
  isWritten,
  mostClasses,
  rangeOf,
  roundUp,
  withLimits,
} from './classify.ts';
import { mirrorLimits, sizeDividers, sizesOf, withZeros } from './mirrored-breaks.ts';
import { readableBreaks } from './readable-breaks.ts';
import { distinctValues, sortValues } from './values.ts';

/**
 * Divides changes into classes that are symmetric around zero: an odd number has a class around zero, an even number
 * parts at zero, where no change counts as a rise. The method divides the sizes of the changes; `equal` spans from minus
 * to plus the largest, `deviation` steps from zero by the root mean square, `own` mirrors the sizes of its limits. There
 * are fewer classes where sizes are few. Colours belong to the place of a class, so outer classes may be empty on a side.
 */
export function classifyChange(columns: readonly ArrayLike<number>[], request: ClassRequest): Classification {
  const changes = sortValues(columns);
  const range = rangeOf(changes);
  if (!range) return { breaks: [], range };
  const { method, limits } = withLimits(request);
  if (method === 'own') return { breaks: mirrorOwn(roundUp(limits, request)), range };
  const classes = countWished(request);
  const found = sizesOf(changes);
  const distinct = distinctValues(found.sizes, Math.ceil(classes / 2) - 1);
  const few = distinct?.every((value) => isWritten(value, request)) ? distinct : null;
  const exact = few ?? sizeDividers[method](found, classes);
  const fromZero = withZeros({ ...found, zeros: 1 });
  const positive = few ?? readableBreaks(exact, fromZero, { ...request, areEqual: method === 'equal' });
  return { breaks: mirrorLimits(positive, classes % 2 === 0 && found.sizes.length > 0), range };
}

function mirrorOwn(limits: readonly number[]): number[] {
  const sizes = new Set(limits.filter((limit) => limit !== 0).map(Math.abs));
  const positive = [...sizes].sort((a, b) => a - b).slice(0, (mostClasses - 1) / 2);
  return mirrorLimits(positive, limits.includes(0) && 2 * positive.length + 1 < mostClasses);
}
