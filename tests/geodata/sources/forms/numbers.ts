import { type Form, type Kind, type Outcome, readPackage, readTable, readTargets } from './form.ts';

const codes = ['BU01530000', 'BU01530001', 'BU01530002'];

/** A column of texts of a measure, in a table, a package and as targets; the values that they are, or a part of the answer. */
function inColumn(
  measure: 'inwoners' | 'aandeel' | 'score',
  texts: readonly string[],
  outcome: Outcome,
  expected: string,
  others: { inPackage?: readonly [Outcome, string]; inTargets?: readonly [Outcome, string] } = {},
): Form[] {
  const content = `Buurt\tJaar\tAantal\n${texts.map((text, row) => `${codes[row]}\t2024\t${text}\n`).join('')}`;
  const form = `${texts.join(' and ')} (${{ inwoners: 'a count', aandeel: 'a share', score: 'a score' }[measure]})`;
  const list = (values: string, write: (value: string, row: number) => string) =>
    values.split(' ').map(write).join(', ');
  const write = (value: string, row: number) => `0${row} 2024 ${value}`;
  const pick = (given: readonly [Outcome, string] | undefined, one: typeof write) => {
    const [own, text] = given ?? (outcome === 'asked' ? ['refused', ''] : [outcome, expected]);
    return { outcome: own, expected: own === 'read' ? list(text, one) : text };
  };
  const names = ['GM0153', 'GM0164', 'GM0518'];
  const sheet = `gemeente\tindicator\tjaar\tstreefwaarde\tbron\n${texts
    .map((text, row) => `${names[row]}\t${measure}\t2026\t${text}\tPlan\n`)
    .join('')}`;
  return [
    {
      form,
      reader: 'table',
      outcome,
      expected: outcome === 'read' ? list(expected, write) : expected,
      run: () =>
        readTable(content, {
          figures: [{ column: 'Aantal', indicator: measure, as: 'value', times: 1, decimalSign: null }],
        }),
    },
    { form, reader: 'package', ...pick(others.inPackage, write), run: () => readPackage(content, measure) },
    {
      form,
      reader: 'targets',
      ...pick(others.inTargets, (value, row) => `${names[row]} ${measure} 2026 ${value}`),
      run: () => readTargets(sheet),
    },
  ];
}

const none = { inPackage: ['refused', ''], inTargets: ['refused', ''] } as const;

export const numberKinds: Kind[] = [
  {
    kind: 'Thousands and decimals',
    forms: [
      ...inColumn('inwoners', ['1.234', '12'], 'asked', 'two numbers'),
      ...inColumn('inwoners', ['1,234', '12'], 'asked', 'two numbers'),
      ...inColumn('inwoners', ['1.234.567', '1.234'], 'read', '1234567 1234'),
      ...inColumn('aandeel', ['1,234', '12'], 'asked', 'two numbers'),
      ...inColumn('aandeel', ['12,5', '7,1'], 'read', '12.5 7.1'),
      ...inColumn('aandeel', ['12.5', '7.1'], 'read', '12.5 7.1'),
      ...inColumn('score', ['1.234,5', '7'], 'read', '1234.5 7'),
      ...inColumn('score', ['1,234.5', '7'], 'read', '1234.5 7'),
      ...inColumn('score', ['1.234,5', '1,234.5'], 'refused', 'write all numbers of the file the same way'),
      ...inColumn('score', ['12,5', '7.25'], 'refused', 'write all numbers of the file the same way'),
      ...[' ', '\u00a0', '\u2009', '\u202f', '\u2007', "'", '’', '‘', '´', '`'].flatMap((sign) =>
        inColumn('inwoners', [`1${sign}234`, `12${sign}345`], 'read', '1234 12345'),
      ),
      ...inColumn('inwoners', ['12 34', '1'], 'refused', 'correct it', none),
      ...inColumn('inwoners', ['1.23.456', '1'], 'refused', '', none),
      ...inColumn('inwoners', ['１２', '7'], 'read', '12 7'),
      ...inColumn('inwoners', ['007', '1'], 'read', '7 1'),
    ],
  },
  {
    kind: 'Signs of minus, powers and units',
    forms: [
      ...['-5', '\u22125', '\u20135'].flatMap((text) => inColumn('score', [text, '1'], 'read', '-5 1')),
      ...inColumn('score', ['(5)', '1'], 'refused', 'write that with a minus sign before it', none),
      ...inColumn('score', ['5-', '1'], 'refused', 'write that with a minus sign before it', none),
      ...inColumn('score', ['(1.234)', '1'], 'refused', 'write that with a minus sign before it', none),
      ...inColumn('inwoners', ['-5', '1'], 'refused', 'correct it'),
      ...inColumn('score', ['1e3', '1'], 'refused', 'shortened'),
      ...inColumn('score', ['1,23E+05', '1'], 'refused', 'shortened'),
      ...inColumn('score', ['1,5E-02', '1'], 'read', '0.015 1'),
      ...inColumn('aandeel', ['12,5%', '7 %'], 'read', '12.5 7', {
        inPackage: ['refused', 'write the number alone'],
      }),
      ...inColumn('aandeel', ['12,5%', '7'], 'refused', 'write the whole column in one way', {
        inPackage: ['refused', 'write the number alone'],
        inTargets: ['read', '12.5 7'],
      }),
      ...inColumn('score', ['€ 5', '€ 7'], 'read', '5 7', {
        inPackage: ['refused', 'write the number alone'],
      }),
      ...inColumn('inwoners', ['12*', '7'], 'read', '12* 7', { inTargets: ['refused', 'no number'] }),
      ...inColumn('inwoners', ['5¹', '1'], 'asked', 'word', none),
      ...inColumn('inwoners', ['5 1)', '1'], 'refused', '', none),
      ...inColumn('score', ['0.12345678901234568', '1.5'], 'read', '0.12345678901234568 1.5'),
    ],
  },
  {
    kind: 'Words and signs in the place of figures',
    forms: ['..', '…', '<5', '0-4', 'n.b.', '–', '#N/A', '#DEEL/0!', 'NULL', '½', ':'].flatMap((text) =>
      inColumn('inwoners', [text, '1'], 'asked', 'word', none),
    ),
  },
];
