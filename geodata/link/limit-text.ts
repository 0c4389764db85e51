/** A limit as a link holds it, also as JavaScript writes what is very large or very small: `0.5`, `-12`, `1e-7`, `1e+25`. */
const limitText = /^-?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/;

/** The number of a limit; null where the text is none, or is more than a number can hold. */
export function readLimit(text: string): number | null {
  const value = limitText.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
