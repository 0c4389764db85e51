import { titleWords } from '../../geodata/link/title.ts';
import type { Language } from '../../geodata/text.ts';

/** What the pages and documents of `/ogc` say themselves. */
export interface StandardWords {
  readonly title: string;
  readonly description: string;
  readonly collections: string;
  readonly conformance: string;
  readonly definition: string;
  readonly definitionAsData: string;
  readonly areas: (level: keyof (typeof titleWords)['nl']['areas']) => string;
  readonly boundaries: (year: number) => string;
  readonly items: string;
  readonly tiles: string;
  readonly tileMatrixSets: string;
  readonly asData: string;
  readonly next: string;
  readonly up: string;
  readonly choose: string;
  readonly catalogue: string;
  readonly of: (returned: number, matched: number) => string;
}

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const standardWords: Readonly<Record<Language, StandardWords>> = {
  nl: {
    title: 'Wijkinformatie Twente: gebieden en cijfers',
    description:
      'Gemeenten, wijken en buurten met hun grenzen, en van een onderwerp en periode de cijfers erbij, volgens OGC API Features en OGC API Tiles. Met `indicator` en `period` in het adres staan de cijfers in elke collectie.',
    collections: 'Collecties',
    conformance: 'Waaraan deze dienst voldoet',
    definition: 'Beschrijving van de dienst',
    definitionAsData: 'Beschrijving van de dienst (OpenAPI 3.0)',
    areas: (level) => capitalize(titleWords.nl.areas[level]),
    boundaries: titleWords.nl.boundariesOf,
    items: 'Gebieden',
    tiles: 'Tegels',
    tileMatrixSets: 'Tegelschema’s',
    asData: 'Dit als gegevens (JSON)',
    next: 'Volgende bladzijde',
    up: 'Terug',
    choose: 'Onderwerpen waarvan er cijfers zijn:',
    catalogue: 'Catalogus (DCAT-AP-NL)',
    of: (returned, matched) => `${returned} van ${matched}`,
  },
  en: {
    title: 'Wijkinformatie Twente: areas and figures',
    description:
      'Municipalities, districts and neighbourhoods with their borders, and the figures of an indicator and period with them, by OGC API Features and OGC API Tiles. With `indicator` and `period` in the address every collection holds the figures.',
    collections: 'Collections',
    conformance: 'What this service conforms to',
    definition: 'Definition of the service',
    definitionAsData: 'Definition of the service (OpenAPI 3.0)',
    areas: (level) => capitalize(titleWords.en.areas[level]),
    boundaries: titleWords.en.boundariesOf,
    items: 'Areas',
    tiles: 'Tiles',
    tileMatrixSets: 'Tile matrix sets',
    asData: 'This as data (JSON)',
    next: 'Next page',
    up: 'Back',
    choose: 'Indicators that there are figures of:',
    catalogue: 'Catalogue (DCAT-AP-NL)',
    of: (returned, matched) => `${returned} of ${matched}`,
  },
};
