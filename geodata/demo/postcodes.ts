import type { PostcodePart } from '../sources/cbs/postcodes.ts';

const letters = 'ABCDEFGHJKLMNPRSTVWXZ';
/** Neighbourhoods that share four digits. */
const perDigits = 12;
const addresses = 20;

/** Made-up postcodes: two of each neighbourhood's own, and one that it shares with the next. `codes`: in order. */
export function makePostcodes(codes: readonly string[]): PostcodePart[] {
  return codes.flatMap((neighbourhood, place) => {
    const digits = 7400 + Math.floor(place / perDigits);
    const first = letters[place % perDigits] ?? 'A';
    const own = ['A', 'B'].map((second) => ({
      postcode: `${digits}${first}${second}`,
      neighbourhood,
      addresses,
      numbers: null,
    }));
    const next = codes[place + 1];
    if (next === undefined || (place + 1) % perDigits === 0) return own;
    const shared = `${digits}${first}X`;
    const share = (of: string, from: number, count: number) => ({
      postcode: shared,
      neighbourhood: of,
      addresses: count,
      numbers: Array.from({ length: count }, (_, index) => from + index),
    });
    return [...own, share(neighbourhood, 1, 15), share(next, 16, 5)];
  });
}
