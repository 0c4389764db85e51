import { expect, test } from 'vitest';
import type { Indicator } from '../../../geodata/indicator.ts';
import { translateTitle } from '../../../geodata/presentation/slide-title.ts';
import { countIndicator } from '../../setup/indicator.ts';

const periods = [2023, 2024].map((year) => ({ period: String(year), boundaryYear: 2024 }));
const indicatorOf = (key: string, nl: string, en: string, other: Partial<Indicator> = {}) => ({
  ...countIndicator(key, { name: { nl, en }, ...other }),
  ...{ items: [], periods, columns: { municipality: {}, neighbourhood: {} } },
});
const catalog = {
  indicators: [
    indicatorOf('inwoners', 'Inwoners', 'Inhabitants'),
    indicatorOf('misdrijven', 'Misdrijven', 'Crimes'),
    indicatorOf('misdrijven-per-1000', 'Misdrijven per 1.000', 'Crimes per 1,000', { kind: 'rate' }),
  ],
  ...{ dimensions: [], themes: [], boundaryYears: [{ year: 2024 }] },
  region: { key: 'region', name: { nl: 'Twente', en: 'Twente' } },
  country: { code: 'NL', name: 'Nederland' },
  municipalities: [{ code: 'GM0153', name: 'Enschede' }],
  targets: [],
};

test.each([
  ['?indicator=inwoners&period=2024', 'Inwoners, 2024, buurten', 'Inhabitants, 2024, neighbourhoods'],
  [
    '?indicator=misdrijven&level=municipality&period=2024&change=2023.relative',
    'Misdrijven, verschil in procenten, 2023 → 2024, gemeenten',
    'Crimes, difference in per cent, 2023 → 2024, municipalities',
  ],
  [
    '?panels=2&indicator=misdrijven&period=2024&period2=2023',
    'Misdrijven, 2024 · 2023, buurten',
    'Crimes, 2024 · 2023, neighbourhoods',
  ],
  [
    '?panels=2&indicator=misdrijven&indicator2=inwoners&period=2024',
    'Misdrijven, 2024, buurten · Inwoners, 2024, buurten',
    'Crimes, 2024, neighbourhoods · Inhabitants, 2024, neighbourhoods',
  ],
  [
    '?indicator=misdrijven&pair=inwoners&period=2024',
    'Misdrijven, met Inwoners, 2024, buurten',
    'Crimes, with Inhabitants, 2024, neighbourhoods',
  ],
  ...[
    ['', 'afwijking van Twente', 'deviation from Twente'],
    ['&reference=country', 'afwijking van Nederland', 'deviation from Nederland'],
    ['&reference=GM0153', 'afwijking van Enschede', 'deviation from Enschede'],
    ['&reference=municipality', 'afwijking van de eigen gemeente', 'deviation from their own municipality'],
    // What is not there to be held against is the region, as on the map.
    ['&reference=target', 'afwijking van Twente', 'deviation from Twente'],
    ['&reference=peers', 'afwijking van Twente', 'deviation from Twente'],
    ['&reference=GM9999', 'afwijking van Twente', 'deviation from Twente'],
    ['&reference=BU01530000', 'afwijking', 'deviation'],
  ].map(([reference, nl, en]) => [
    `?indicator=misdrijven-per-1000&period=2024&deviation=absolute${reference}`,
    `Misdrijven per 1.000, ${nl}, 2024, buurten`,
    `Crimes per 1,000, ${en}, 2024, neighbourhoods`,
  ]),
])('a title that the maps gave follows the language, one that was written stays: %s', (address, nl, en) => {
  const slide = { address, title: nl, sentence: 'Een zin.', notes: '' };
  expect(translateTitle(slide, catalog, 'en')).toEqual({ ...slide, title: en });
  expect(translateTitle({ ...slide, title: en }, catalog, 'nl').title).toBe(nl);
  expect(translateTitle(slide, catalog, 'nl')).toEqual(slide);
  expect(translateTitle({ ...slide, title: 'Let op!' }, catalog, 'en').title).toBe('Let op!');
});

test('a slide that cannot be read keeps its title', () => {
  const slide = { address: '?nonsense=1', title: 'Iets', sentence: '', notes: '' };
  expect(translateTitle(slide, catalog, 'en')).toEqual(slide);
  expect(translateTitle({ ...slide, address: '' }, { ...catalog, indicators: [] }, 'en').title).toBe('Iets');
});
