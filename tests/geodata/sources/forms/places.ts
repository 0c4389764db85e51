import { type Form, type Kind, type Outcome, readMap, readPackage, readTable, readTargets } from './form.ts';

const square = [
  [
    [6.8, 52.2],
    [6.9, 52.2],
    [6.9, 52.3],
    [6.8, 52.2],
  ],
];

/** A map of one area whose properties are changed. */
const writeMap = (properties: object) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { buurtcode: 'BU01530001', buurtnaam: 'Stad', water: 'NEE', ...properties },
        geometry: { type: 'Polygon', coordinates: square },
      },
    ],
  });

/** A code in a table, in a package and in a map. */
function asCode(code: string | number, outcome: Outcome = 'read', expected = ''): Form[] {
  const form = typeof code === 'number' ? `${code} as a number` : `"${code}"`;
  const quoted = `"${String(code).replaceAll('"', '""')}"`;
  const content = `Buurt;Jaar;Aantal\n${quoted};2024;5\n`;
  const read = outcome === 'read';
  return [
    {
      form,
      reader: 'table',
      outcome,
      expected: read ? '01 2024 5' : expected,
      run: () => readTable(content),
    },
    {
      form,
      reader: 'package',
      outcome: read ? 'read' : 'refused',
      expected: read ? '01 2024 5' : '',
      run: () => readPackage(content),
    },
    {
      form,
      reader: 'boundaries',
      outcome: read ? 'read' : 'refused',
      expected: read ? 'BU01530001 Stad' : '',
      run: () => readMap(writeMap({ buurtcode: code })),
    },
  ];
}

const asName = (name: string, code: string | null): Form => ({
  form: `"${name}"`,
  reader: 'table',
  outcome: code === null ? 'asked' : 'read',
  expected: code === null ? 'not known' : `${code} 2024 5`,
  run: () => readTable(`Buurt;Jaar;Aantal\n"${name}";2024;5\n`),
});

const asMunicipality = (name: string, code: string | null): Form => ({
  form: `"${name}"`,
  reader: 'targets',
  outcome: code === null ? 'refused' : 'read',
  expected: code === null ? 'is no municipality of the region' : `${code} score 2026 4.5`,
  run: () => readTargets(`gemeente\tindicator\tjaar\tstreefwaarde\tbron\n${name}\tscore\t2026\t4,5\tPlan\n`),
});

const asPublished = (
  name: unknown,
  outcome: Outcome,
  expected: string,
  form = JSON.stringify(name),
): Form => ({
  form,
  reader: 'boundaries',
  outcome,
  expected: outcome === 'read' ? `BU01530001 ${expected}` : expected,
  run: () => readMap(writeMap({ buurtnaam: name })),
});

export const placeKinds: Kind[] = [
  {
    kind: 'Codes as spreadsheets and people leave them',
    forms: [
      ...[
        'BU01530001',
        ' BU01530001\u00a0',
        '\u200bBU01530001',
        'bu01530001',
        'bu 0153 00 01',
        'BU-0153-0001',
        '01530001',
        '1530001',
        '1530001.0',
        '1530001,0',
        '1.530.001',
        '1 530 001',
        '153.0001',
        '0153.00.01',
        '1,530001E+06',
        "'01530001",
        '="01530001"',
        'BU1530001',
        'GM01530001',
        'ＢＵ０１５３０００１',
      ].flatMap((code) => asCode(code)),
      ...asCode(1_530_001),
      ...asCode('1.53E+06', 'asked', 'not known'),
      ...asCode('BUO1530001', 'asked', 'not known'),
      ...asCode('1530001.5', 'asked', 'not known'),
      ...asCode('153', 'asked', 'not known'),
    ],
  },
  {
    kind: 'Names of neighbourhoods as people write them',
    forms: [
      asName('boswinkel-stadsveld', '01'),
      asName('Boswinkel Stadsveld', '01'),
      asName('Boswinkel/Stadsveld ', '01'),
      asName('BOSWINKEL – STADSVELD', '01'),
      asName('Bos\u00adwinkel-Stadsveld', '01'),
      asName('BU01530001 Boswinkel-Stadsveld', '01'),
      asName('Boswinkel-Stadsveld (BU01530001)', '01'),
      asName('St. Jansveld e.o.', '02'),
      asName('St.Jansveld en omg.', '02'),
      asName('Hofte', '03'),
      asName('Ho\u0308fte', '03'),
      asName('HÃ¶fte', '03'),
      asName('Hoefte', null),
      asName('Boswinkel', null),
      asName('Boswinkel-Stadsveld (BU01530002)', null),
    ],
  },
  {
    kind: 'Names of municipalities as CBS and others write them',
    forms: [
      ...[
        'Hengelo',
        'Hengelo (O.)',
        'Hengelo Ov',
        'Hengelo (Ov.)',
        'Hengelo, O.',
        'gemeente Hengelo',
        'Hengelo (gemeente)',
      ].map((name) => asMunicipality(name, 'GM0164')),
      asMunicipality('Hengelo (Gld.)', null),
      ...["'s-Gravenhage", 's Gravenhage', '’s Gravenhage', 'Den Haag'].map((name) =>
        asMunicipality(name, 'GM0518'),
      ),
      ...['Hof v. Twente', 'hof van  twente', 'Gem. Hof van Twente'].map((name) =>
        asMunicipality(name, 'GM1735'),
      ),
      ...['GM0153 ', 'gm 0153', '153', '0153.0', 'Enschede (GM0153)', 'En\u00adschede'].map((name) =>
        asMunicipality(name, 'GM0153'),
      ),
      asMunicipality('Twente', null),
    ],
  },
  {
    kind: 'Signs in names that are published',
    forms: [
      asPublished('Ho\u0308fte', 'read', 'Höfte', 'letter and accent apart'),
      asPublished('CafÃ©', 'read', 'Café', 'UTF-8 encoded twice'),
      asPublished('Stads\u00adveld', 'read', 'Stadsveld', 'a soft hyphen'),
      asPublished('\u200bStad\u200e', 'read', 'Stad', 'zero width and marks of direction'),
      asPublished('Stads\u00a0veld\t2', 'read', 'Stads veld 2', 'hard spaces and tabs'),
      asPublished('Ｓｔａｄ', 'read', 'Stad', 'wide letters'),
      asPublished('Wijk &amp; Zn &#39;t Hof &eacute;', 'read', "Wijk & Zn 't Hof é", 'signs of HTML'),
      asPublished(12, 'read', '12', 'a number'),
      asPublished(null, 'read', 'BU01530001', 'none'),
      asPublished('Sta\u0000d', 'refused', 'U+0000', 'a zero'),
      asPublished('Sta\u0007d', 'refused', 'U+0007', 'a bell'),
      asPublished('Sta\u0085d', 'refused', 'U+0085', 'a sign of C1'),
      asPublished('Sta\ufffdd', 'refused', 'was lost', 'a sign that was lost'),
      asPublished('Sta&#0;d', 'refused', 'U+0000', 'a zero in HTML'),
    ],
  },
];
