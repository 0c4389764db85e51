import type { MapLevel } from '../level.ts';
import type { Language } from '../text.ts';

/** What the title over the map says, which stands there before all other words. */
export const titleWords: Readonly<
  Record<
    Language,
    { readonly areas: Readonly<Record<MapLevel, string>>; readonly boundariesOf: (year: number) => string }
  >
> = {
  nl: {
    areas: { municipality: 'gemeenten', district: 'wijken', neighbourhood: 'buurten' },
    boundariesOf: (year) => `grenzen van ${year}`,
  },
  en: {
    areas: { municipality: 'municipalities', district: 'districts', neighbourhood: 'neighbourhoods' },
    boundariesOf: (year) => `boundaries of ${year}`,
  },
};

/** `Geregistreerde misdrijven per 1.000 inwoners, 2024, buurten`. */
export function describeTitle(subject: {
  readonly name: string;
  readonly difference: string | null;
  readonly period: string;
  readonly areas: string;
}): string {
  const { name, difference, period, areas } = subject;
  return [name, difference, period, areas].filter(Boolean).join(', ');
}
