import { describe, expect, test } from 'vitest';
import { readBoundaries } from '../../../geodata/sources/boundaries/boundaries.ts';
import { readPublished } from '../../../geodata/sources/name-text.ts';
import { parseDataPackage } from '../../../geodata/sources/package/package.ts';
import { createAreaIndex } from '../../../geodata/sources/table/area-index.ts';
import { boundaryResource, describePackage, type Json, toBytes } from '../../setup/descriptor.ts';
import { lineOf } from './problem.ts';

const at = { file: 'f', place: 'p', onRepair: () => undefined };

test.each([
  ['zero-width space', 'Noord\u200bwijk', 'Noordwijk'],
  ['soft hyphen', 'Cen\u00adtrum', 'Centrum'],
  ['marks of direction', '\u202eCentrum\u2069', 'Centrum'],
  ['a mark of byte order', '\ufeffCentrum', 'Centrum'],
  ['spaces of all kinds', ' Oud\u00a0\u2009 Borne\t', 'Oud Borne'],
  ['a line end', 'Oud\r\nBorne', 'Oud Borne'],
  ['an accent apart', 'Cafe\u0301', 'Café'],
  ['encoded twice', 'CafÃ©', 'Café'],
  ['í encoded twice', 'RÃ\u00ado', 'Río'],
])('%s is put right', (_, text, expected) => expect(readPublished(text, at)).toBe(expected));

test.each([
  ['C0', 'a\u0007b', 'U+0007'],
  ['NUL', 'a\u0000b', 'U+0000'],
  ['DEL', 'a\u007fb', 'U+007F'],
  ['C1', 'foto\u0092s', 'U+0092'],
  ['a lost sign', 'Caf\ufffd', 'a sign that was lost'],
  ['half a sign', 'a\ud800', 'U+D800'],
  ['a private sign', 'a\ue000', 'U+E000'],
  ['encoded twice beyond repair', 'CafÃ', 'read as another set'],
])('%s is refused', async (_, text, expected) =>
  expect(await lineOf(() => readPublished(text, at))).toContain(expected),
);

describe('names in boundaries', () => {
  const ring = [
    [6.8, 52.2],
    [6.9, 52.2],
    [6.9, 52.3],
    [6.8, 52.2],
  ];
  const resource = boundaryResource();
  const read = (...names: string[]) => {
    const features = names.map(
      (buurtnaam, index): Json => ({
        type: 'Feature',
        properties: { buurtcode: `BU0153000${index}`, buurtnaam, water: 'NEE' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      }),
    );
    return readBoundaries(
      resource,
      new Map([[resource.path, toBytes({ type: 'FeatureCollection', features })]]),
    );
  };

  test('are put right, and the report says so in one line of each sort', async () => {
    const { features, repairs } = await read('CafÃ©', 'BrÃ»lÃ©', 'Noord\u200bwijk');
    expect(features.map(({ name }) => name)).toEqual(['Café', 'Brûlé', 'Noordwijk']);
    expect(repairs.map(({ message }) => message)).toEqual([
      'UTF-8 that was encoded twice was put right (here and in 1 more place)',
      'signs that nobody sees were left out',
    ]);
  });

  test('with a control character are refused where they stand', async () => {
    expect(await lineOf(() => read('a', 'foto\u0092s'))).toContain(
      'buurten.geojson, feature 2 (BU01530001), field "buurtnaam": "foto‹U+0092›s" holds the control character U+0092; write it again there',
    );
  });
});

test('names in a descriptor are put right and noted, and refused where nobody can', async () => {
  const descriptor = (nl: string) => {
    const whole = describePackage();
    (whole.wijkinformatie as { region: Json }).region = {
      key: 'sample',
      name: { nl, en: 'Sample' },
      municipalities: ['GM0153'],
    };
    return parseDataPackage(toBytes(whole), 'datapackage.json');
  };
  const { region, notes } = descriptor('CafÃ©\u200b');
  expect(region.name.nl).toBe('Café');
  expect(notes?.map(({ place, message }) => `${place}: ${message}`)).toEqual([
    'region, key "nl", "CafÃ©‹U+200B›" is "Café": UTF-8 that was encoded twice was put right',
    'region, key "nl", "CafÃ©‹U+200B›": signs that nobody sees were left out',
  ]);
  expect(await lineOf(() => descriptor('a\u0092b'))).toContain('holds the control character U+0092');
});

describe('names of municipalities', () => {
  const known = [
    ['GM0164', 'Hengelo (O.)'],
    ['GM1735', 'Hof van Twente'],
    ['GM0518', "'s-Gravenhage"],
    ['GM0373', 'Bergen (NH.)'],
    ['GM0893', 'Bergen (L.)'],
    ['GM1742', 'Rijssen-Holten'],
    ['GM0845', 'Sint-Michielsgestel'],
    ['GM1952', 'Midden-Groningen'],
  ].map(([code = '', name = '']) => ({ code, name, level: 'municipality' }));
  const index = createAreaIndex(known, 'municipality');
  const codeOf = (text: string) => {
    const match = index.find(text, null);
    return 'found' in match
      ? match.found.code
      : 'several' in match
        ? match.several.map(({ code }) => code)
        : null;
  };

  test.each([
    [
      'Hengelo',
      'Hengelo (O.)',
      'Hengelo (Ov.)',
      'Hengelo (Ov)',
      'Hengelo Ov',
      'HENGELO OV',
      'Hengelo (Overijssel)',
      'Hengelo, O.',
      'Hengelo  (O)',
    ],
    [
      'gem. Hengelo',
      'Gemeente Hengelo',
      'Hengelo (gemeente)',
      'Hengelo (gem.)',
      'Hengelo gem.',
      'gemeente: Hengelo',
      '164',
      'GM164',
      '0164',
      '164.0',
      'gm0164',
    ],
  ])('of %s and its other forms', (...texts) => expect(texts.map(codeOf)).toEqual(texts.map(() => 'GM0164')));

  test.each([
    ['Hof v. Twente', 'GM1735'],
    ['Hof v Twente', 'GM1735'],
    ['’s-Gravenhage', 'GM0518'],
    ['‘s Gravenhage', 'GM0518'],
    ['s-Gravenhage (gemeente)', 'GM0518'],
    ['Den Haag', 'GM0518'],
    ['Bergen (Noord-Holland)', 'GM0373'],
    ['Bergen NH', 'GM0373'],
    ['Bergen (Limburg)', 'GM0893'],
    ['Rijssen - Holten', 'GM1742'],
    ['Rijssen/Holten', 'GM1742'],
    ['Rijssen & Holten', 'GM1742'],
    ['Rÿssen-Holten', 'GM1742'],
    ['Rĳssen-Holten', 'GM1742'],
    ['St. Michielsgestel', 'GM0845'],
    ['St.Michielsgestel', 'GM0845'],
    ['Sint  Michielsgestel', 'GM0845'],
  ])('%s is %s', (text, code) => expect(codeOf(text)).toBe(code));

  test('that several can be are asked, with those; another province is not taken', () => {
    expect(codeOf('Bergen')).toEqual(['GM0373', 'GM0893']);
    expect(codeOf('Hengelo (Gld.)')).toEqual([]);
    expect(codeOf('Midden')).toEqual([]);
  });

  test('in another form are said in one line', () => {
    const own = createAreaIndex(known, 'municipality');
    for (const text of ['Hengelo', 'Hof v. Twente', 'Rijssen-Holten', '164']) own.find(text, null);
    expect(own.describeForms()).toEqual([
      '1 code in another form read as the only area that fits ("164" is GM0164 Hengelo (O.)).',
      '2 names in another form read as the only area that fits (the first: "Hengelo" is GM0164 Hengelo (O.)).',
    ]);
  });
});

describe('codes in tables', () => {
  const known = [
    ['BU01530000', 'neighbourhood', 'Binnenstad'],
    ['BU01640003', 'neighbourhood', 'Nijverheid'],
    ['BU01640004', 'neighbourhood', 'Veldwijk'],
    ['WK015300', 'district', 'Centrum'],
    ['GM0153', 'municipality', 'Enschede'],
  ].map(([code = '', level = '', name = '']) => ({ code, level, name }));
  const index = createAreaIndex(known, 'neighbourhood');

  test.each([
    '1530000.0',
    '1.53E+06',
    '1,53E+06',
    'bu 0153 0000',
    'WK01530000',
    '01530000 Binnenstad',
    'BU01530000 - Binnenstad',
  ])('%s is the one area that fits', (text) => expect(index.find(text, null)).toEqual({ found: known[0] }));

  test('a number that was rounded off is asked with all that it can be', () =>
    expect(index.find('1.64E+06', null)).toEqual({ several: known.slice(1, 3) }));

  test.each(['WK15300', 'wk015300', 'GM153'])('%s is of another level', (text) =>
    expect(index.find(text, null)).toHaveProperty('other'),
  );

  test('a code beside the name of another is not taken', () =>
    expect(index.find('BU01530000 Nijverheid', null)).toEqual({ several: [] }));
});
