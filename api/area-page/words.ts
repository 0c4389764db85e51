import type { Level } from '../../geodata/level.ts';
import type { Language } from '../../geodata/text.ts';

interface AreaPageWords {
  readonly levels: Readonly<Record<Level, string>>;
  /** `buurt in de gemeente Enschede`. */
  readonly within: (level: string, municipality: string | null, region: string) => string;
  readonly is: (name: string, place: string) => string;
  readonly subject: string;
  readonly figure: string;
  readonly reference: Readonly<Record<'municipality' | 'region', string>>;
  readonly source: string;
  readonly demonstration: string;
  readonly caption: (name: string) => string;
  readonly noFigures: string;
  readonly neighbours: string;
  readonly parts: string;
  readonly above: string;
  readonly map: string;
  readonly profile: string;
  readonly other: string;
  readonly boundaries: (year: number) => string;
}

export const areaPageWords: Readonly<Record<Language, AreaPageWords>> = {
  nl: {
    levels: {
      country: 'land',
      region: 'regio',
      municipality: 'gemeente',
      district: 'wijk',
      neighbourhood: 'buurt',
    },
    within: (level, municipality, region) =>
      municipality ? `${level} in de gemeente ${municipality}` : `${level} in ${region}`,
    is: (name, place) => `${name} is een ${place}.`,
    subject: 'Onderwerp',
    figure: 'Cijfer',
    reference: { municipality: 'Gemeente', region: 'Regio' },
    source: 'Bron',
    demonstration: 'Demonstratie: gebieden en cijfers zijn verzonnen.',
    caption: (name) => `De laatste cijfers over ${name}`,
    noFigures: 'Er zijn geen cijfers over dit gebied.',
    neighbours: 'Grenst aan',
    parts: 'Hierin liggen',
    above: 'Ligt in',
    map: 'Op de kaart, met eerdere jaren',
    profile: 'Alle cijfers als gegevens (JSON)',
    other: 'In English',
    boundaries: (year) => `Grenzen van ${year}.`,
  },
  en: {
    levels: {
      country: 'country',
      region: 'region',
      municipality: 'municipality',
      district: 'district',
      neighbourhood: 'neighbourhood',
    },
    within: (level, municipality, region) =>
      municipality ? `${level} in the municipality of ${municipality}` : `${level} in ${region}`,
    is: (name, place) => `${name} is a ${place}.`,
    subject: 'Indicator',
    figure: 'Figure',
    reference: { municipality: 'Municipality', region: 'Region' },
    source: 'Source',
    demonstration: 'Demonstration: areas and figures are made up.',
    caption: (name) => `The latest figures on ${name}`,
    noFigures: 'There are no figures on this area.',
    neighbours: 'Borders on',
    parts: 'In it lie',
    above: 'Lies in',
    map: 'On the map, with earlier years',
    profile: 'All figures as data (JSON)',
    other: 'In het Nederlands',
    boundaries: (year) => `Boundaries of ${year}.`,
  },
};
