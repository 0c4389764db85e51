import { type Form, type Kind, type Outcome, readPackage, readTable } from './form.ts';

const area = 'BU01530000';

/** A text in a column of periods, in a table of one's own and in one of a package. */
function inColumns(text: string, meant: string | null, asked = false): Form[] {
  const content = `Buurt\tJaar\tAantal\n${area}\t${text}\t5\n`;
  const isMarked = meant?.endsWith('*');
  const figure = meant === null ? '' : `00 ${meant.replace('*', '')} 5${isMarked ? '*' : ''}`;
  const outcome: Outcome = meant !== null ? 'read' : asked ? 'asked' : 'refused';
  const refused = asked ? 'write' : 'is no period';
  return [
    {
      form: text,
      reader: 'table',
      outcome,
      expected: figure || (asked ? 'stand' : 'is no period'),
      run: () => readTable(content),
    },
    {
      form: text,
      reader: 'package',
      outcome: meant === null ? 'refused' : 'read',
      expected: figure || refused,
      run: () => readPackage(content),
    },
  ];
}

/** A text behind a word in a heading: the whole of it is the period, or nothing of it is read as one. */
function inHeading(text: string, meant: string | null): Form {
  return {
    form: `${text} in a heading`,
    reader: 'table',
    outcome: meant === null ? 'refused' : 'read',
    expected: meant === null ? '' : `00 ${meant.replace('*', '')} 5${meant.endsWith('*') ? '*' : ''}`,
    run: () =>
      readTable(`Buurt\tAantal ${text}\n${area}\t5\n`, {
        period: { in: 'headings', text: null, dates: null, spans: null },
        figures: [
          { column: 'Aantal {period}', indicator: 'inwoners', as: 'value', times: 1, decimalSign: null },
        ],
      }),
  };
}

const everywhere = (forms: readonly (readonly [string, string])[]): Form[] =>
  forms.flatMap(([text, meant]) => [...inColumns(text, meant), inHeading(text, meant)]);
const nowhere = (texts: readonly string[]): Form[] =>
  texts.flatMap((text) => [...inColumns(text, null), inHeading(text, null)]);

export const periodKinds: Kind[] = [
  {
    kind: 'Quarters, months and weeks in the words of StatLine, Excel and Eurostat',
    forms: everywhere([
      ['2023 1e kwartaal', '2023-Q1'],
      ['1e kw. 2023', '2023-Q1'],
      ['2023-K1', '2023-Q1'],
      ['Q1-2023', '2023-Q1'],
      ["Q1'23", '2023-Q1'],
      ['1Q23', '2023-Q1'],
      ['2023 – Q1', '2023-Q1'],
      ['2023: Q1', '2023-Q1'],
      ['eerste kwartaal 2023', '2023-Q1'],
      ['2023KW01', '2023-Q1'],
      ['2023JJ00', '2023'],
      ['2023MM02', '2023-02'],
      ['2023M02', '2023-02'],
      ['2023-M02', '2023-02'],
      ['M02 2023', '2023-02'],
      ['jan. 2023', '2023-01'],
      ['jan-23', '2023-01'],
      ['feb ‘23', '2023-02'],
      ['2023 febr.', '2023-02'],
      ['september 2023', '2023-09'],
      ['week 12 2024', '2024-W12'],
      ['2024W12', '2024-W12'],
      ['２０２３', '2023'],
      ['2023\u200b', '2023'],
      ['2023\u2011Q1', '2023-Q1'],
    ]),
  },
  {
    kind: 'Parts of a year beside a year, and years beside others',
    forms: nowhere([
      '1e halfjaar 2023',
      '2023 H1',
      '2023 S1',
      '2023-I',
      '2023 III',
      '2023_01',
      '12 2024',
      '2023-1',
      '202301',
      'januari t/m maart 2023',
      '1e en 2e kwartaal 2023',
      'Q1 t/m Q3 2023',
      'weken 1-4 2024',
      'laatste 12 maanden 2023',
      'sinds 2020',
      'vanaf 2020',
      't/m 2023',
      '2023 Q5',
      '2023MM13',
      '2019/2020/2021',
      '45292',
      '23/24',
      '2023 T2',
      'T1 2023',
      'I 2023',
      '2023 IV',
      'Kw. II 2023',
      'IIIe kwartaal 2023',
      '2e helft 2023',
      'voorjaar 2023',
      'winter 2023-2024',
      'week 1-4 2024',
      '2019 - heden',
      '2024 cum.',
      '>2020',
    ]),
  },
  {
    kind: 'Marks of provisional and final figures',
    forms: everywhere([
      ['2024*', '2024*'],
      ['2024**', '2024*'],
      ['*2024', '2024*'],
      ['2024p', '2024*'],
      ['2024 p', '2024*'],
      ['2024 (v)', '2024*'],
      ['2024 voorl.', '2024*'],
      ['2024 (voorlopig)', '2024*'],
      ['2024 nader voorlopig', '2024*'],
      ['2024 nader voorlopig**', '2024*'],
      ['2024-Q1*', '2024-Q1*'],
      ['2023 februari (voorlopig)', '2023-02*'],
      ['2024 definitief', '2024'],
      ['2024 (def.)', '2024'],
      ['2024, voorlopig', '2024*'],
      ['2024-voorlopig', '2024*'],
      ['2024_voorlopig', '2024*'],
      ['2024 vrlp.', '2024*'],
      ['2024 (vlp)', '2024*'],
      ['voorlopig 2024', '2024*'],
      ['voorlopige cijfers 2024', '2024*'],
      ['2024.0', '2024'],
    ]),
  },
  {
    kind: 'Several years, school years and dates',
    forms: [
      '2021-2023',
      '2022/2023',
      "2023/'24",
      '2021 t/m 2023',
      '2021-2023 (gemiddeld per jaar)',
      'gemiddelde 2021-2023',
      'driejaarsgemiddelde 2021-2023',
      '3-jaars gemiddelde 2021-2023',
      "schooljaar 2023/'24",
      'studiejaar 2023-2024',
      'schooljaar 22/23',
      "sj. '22-'23",
      "'22/'23",
      '2021 \u2212 2023',
      '2021\u20112023',
      'gem. 21-23',
      '31-12-2023',
      '2023-12-31',
      '1 januari 2023',
      "1 jan. '23",
    ].flatMap((text) => inColumns(text, null, true)),
  },
];
