import type { ODataRow } from './odata.ts';

/** Codes of the sample package's areas, and of one that no boundaries have. */
const areas = [
  ...['GM0141', 'WK014100', 'GM0153', 'WK015300', 'BU01539997'],
  ...[0, 1, 2, 3].flatMap((index) => [`BU0141000${index}`, `BU0153000${index}`]),
];
const measures = {
  AantalInwoners: 'Aantal inwoners',
  k_65JaarOfOuder: '65 jaar of ouder',
  GemiddeldInkomenPerInwoner: 'Gemiddeld inkomen per inwoner',
  Bevolkingsdichtheid: 'Bevolkingsdichtheid',
};

/** Crimes of the police (a rate of 10 a neighbourhood) and key figures, as CBS's tables have them. */
export function statisticsTables(): Record<string, ODataRow[]> {
  return {
    ...crimeTables('47018NED', ['2022JJ00', '2023JJ00', '2024JJ00']),
    ...crimeTables('47022NED', ['2024JJ00', '2024MM01', '2024MM02']),
    ...keyFigures2021(),
    ...keyFigures2024(),
    ...safetySurvey(),
  };
}

/** The survey of safety: three rows a figure, municipalities and police units, and topics that share a title. */
function safetySurvey(): Record<string, ODataRow[]> {
  const margins = ['MW00000', 'MOG0095', 'MBG0095'];
  const periods = ['2021JJ00', '2023JJ00'];
  const topic = (ID: number, ParentID: number | null, Key: string, Title: string) => ({
    ...{ ID, ParentID, Type: 'Topic', Key, Title, Unit: '%' },
  });
  return {
    '85146NED/Perioden': periods.map((Key) => ({ Key, Status: 'Definitief' })),
    '85146NED/DataProperties': [
      topic(1, null, 'SocialeCohesieSchaalscore_15', 'Sociale cohesie, schaalscore'),
      topic(2, null, 'VoeltZichWeleensOnveiligInBuurt_50', 'Voelt zich weleens onveilig in buurt'),
      { ID: 3, ParentID: null, Type: 'TopicGroup', Key: '', Title: 'Traditionele criminaliteit', Unit: '' },
      topic(4, 3, 'Slachtoffers_67', 'Slachtoffers'),
      { ID: 5, ParentID: null, Type: 'TopicGroup', Key: '', Title: 'Fietsdiefstal', Unit: '' },
      topic(6, 5, 'Slachtoffers_87', 'Slachtoffers'),
    ],
    '85146NED/TypedDataSet': ['NL01', 'GM0153', 'GM0363', 'PV23'].flatMap((code) =>
      periods.flatMap((Perioden, later) =>
        margins.map((Marges, margin) => ({
          RegioS: code.padEnd(6),
          Perioden,
          Marges: `${Marges} `,
          SocialeCohesieSchaalscore_15: [6.1, 5.9, 6.3][margin] ?? null,
          VoeltZichWeleensOnveiligInBuurt_50: ([14, 12.5, 15.5][margin] ?? 0) + later,
          Slachtoffers_67: code === 'GM0153' && later ? null : ([17, 15, 19][margin] ?? null),
          Slachtoffers_87: 4,
        })),
      ),
    ),
  };
}

/** Offences with the count of each area. There are others, as they do not add up to the total. */
const offences: Record<string, { title: string; count: number }> = {
  '0.0.0': { title: 'Totaal misdrijven', count: 10 },
  '1.1.1': { title: '1.1.1 Diefstal/inbraak woning', count: 3 },
  '1.1.2': { title: '1.1.2 Diefstal/inbraak box/garage/schuur', count: 1 },
  '1.4.5': { title: '1.4.5 Mishandeling', count: 2 },
  '2.6.9': { title: '2.6.9 Vuurwerk', count: 0 },
  '2.6.10': { title: '2.6.10 Bestrijdingsmiddelen', count: 0 },
  '3.9.1': { title: '3.9.1 Horizontale fraude', count: 1 },
};

/** Everything is withheld of one neighbourhood, and burglary of another. */
function countCrimes(area: string, offence: string): number | null {
  if (area === 'BU01410002' || (area === 'BU01530001' && offence === '1.1.1')) return null;
  return offences[offence]?.count ?? null;
}

/** Crimes as the police publish them: areas padded to 10, offences to 6, and the total beside its parts. */
export function crimeTables(
  table: string,
  periods: readonly string[],
  codes: readonly string[] = [...areas, 'NL01'],
): Record<string, ODataRow[]> {
  return {
    [`${table}/DataProperties`]: [
      {
        Type: 'Topic',
        Key: 'GeregistreerdeMisdrijven_1',
        Title: 'Geregistreerde misdrijven',
        Unit: 'aantal',
      },
    ],
    [`${table}/Perioden`]: periods.map((Key) => ({ Key, Status: Key < '2023' ? 'Definitief' : 'Voorlopig' })),
    [`${table}/WijkenEnBuurten`]: codes.map((code) => ({ Key: code.padEnd(10) })),
    [`${table}/SoortMisdrijf`]: Object.entries(offences).map(([code, { title }]) => ({
      Key: code.padEnd(6),
      Title: title,
    })),
    [`${table}/TypedDataSet`]: codes.flatMap((code) =>
      periods.flatMap((Perioden) =>
        Object.keys(offences).map((offence) => ({
          WijkenEnBuurten: code.padEnd(10),
          Perioden,
          SoortMisdrijf: offence.padEnd(6),
          GeregistreerdeMisdrijven_1: countCrimes(code, offence),
        })),
      ),
    ),
  };
}

/** Through v3: columns with numbers, a withheld figure, and income that is not there yet. */
function keyFigures2021(): Record<string, ODataRow[]> {
  const keys = Object.keys(measures).map((key, index) => `${key}_${index + 5}`);
  const [inhabitants = '', elderly = '', income = '', density = ''] = keys;
  return {
    '85039NED/TableInfos': [{ Title: 'Kerncijfers wijken en buurten 2021' }],
    '85039NED/DataProperties': keys.map((Key, index) => ({
      Type: 'Topic',
      Key,
      Title: Object.values(measures)[index] ?? '',
      Unit: 'aantal',
    })),
    '85039NED/WijkenEnBuurten': areas.map((code) => ({ Key: code.padEnd(10) })),
    '85039NED/TypedDataSet': [...areas, 'NL00'].map((code) => ({
      WijkenEnBuurten: code.padEnd(10),
      [inhabitants]: 300,
      [elderly]: code === 'BU01530001' ? -99997 : 60,
      [income]: null,
      [density]: 1234,
    })),
  };
}

/** Through v4: a row for each figure. */
function keyFigures2024(): Record<string, ODataRow[]> {
  const codes = Object.values(measures).map((Title, index) => ({
    Identifier: `M${index}`,
    Title,
    Unit: 'aantal',
  }));
  return {
    '85984NED/MeasureCodes': codes,
    '85984NED/WijkenEnBuurtenCodes': areas.map((Identifier) => ({ Identifier })),
    '85984NED/Observations': areas.flatMap((WijkenEnBuurten) =>
      codes.map(({ Identifier }, index) => ({
        Measure: Identifier,
        WijkenEnBuurten,
        ValueAttribute: WijkenEnBuurten === 'BU01530002' && index === 2 ? 'Secret' : 'None',
        Value:
          WijkenEnBuurten === 'BU01530002' && index === 2 ? null : ([400, 100, 31.5, 900][index] ?? null),
      })),
    ),
  };
}
