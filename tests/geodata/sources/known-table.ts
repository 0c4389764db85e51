/** A table of known figures, and every way to write it. */
export interface Combination {
  readonly lineEnds: readonly string[];
  readonly separator: string;
  readonly decimal: string;
  readonly thousands: string;
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly hasMark: boolean;
  readonly quoting: 'none' | 'needed' | 'all';
  readonly heading: HeadingForm;
  readonly total: boolean;
  readonly notes: 'none' | 'above' | 'below' | 'both';
  readonly trailing: 'none' | 'all' | 'header' | 'rows';
  readonly blank: 'none' | 'between' | 'end';
  readonly missing: string;
  /** A last column of remarks, whose cells may hold ends of lines and separators within quotes. */
  readonly remarks: 'none' | 'plain' | 'lines';
  readonly figures: (typeof figureSets)[number];
}

/** Where and how the period of the figures stands, and what it is; null where only people can tell. */
export interface HeadingForm {
  readonly place: 'column' | 'headings' | 'title';
  readonly text: string;
  readonly period: string | null;
}

export const codes = ['BU01530000', 'BU01530001', 'BU01530002', 'BU01530003'];

/** Of a count, a share, a score and an amount, an area each. */
const figureSets = [
  {
    count: [1234, 987, 2010, 12],
    share: [12.5, 7.1, 3, 0.5],
    score: [7.25, 6.1, 5.5, 8],
    amount: [28500, 31250, 900, 41000],
  },
  {
    count: [12, 7, 3, 4],
    share: [12, 7, 3, 4],
    score: [1.234, 2.01, 3.456, 4.125],
    amount: [1234, 2345, 3456, 4567],
  },
  {
    count: [1234567, 45000, 12345, 900],
    share: [0.125, 0.5, 99.9, 100],
    score: [-1.5, 2.5, -0.25, 0],
    amount: [1234.5, 12.25, 0.75, 1000000],
  },
  {
    count: [1000, 2000, 3000, 4000],
    share: [1.125, 2.25, 3.5, 4.75],
    score: [1.111, 2.222, 3.333, 4.444],
    amount: [1.5, 2.5, 3.5, 4.5],
  },
  {
    count: [5, 1500, 0, 20],
    share: [1.234, 5.678, 9.012, 3.456],
    score: [5, 6, 7, 8],
    amount: [100000, 200000, 300000, 400000],
  },
] as const;
export const measures = ['count', 'share', 'score', 'amount'] as const;

const headingForms: readonly HeadingForm[] = (
  [
    ['2023', '2023'],
    ['2023*', '2023'],
    ['2023 (voorlopig)', '2023'],
    ['2023.0', '2023'],
    ['2023 1e kwartaal', '2023-Q1'],
    ['1e kw 2023', '2023-Q1'],
    ['2023KW02', '2023-Q2'],
    ['2023 februari', '2023-02'],
    ['jan-23', '2023-01'],
    ['2023MM11', '2023-11'],
    ['week 7 2023', '2023-W07'],
    ['2021-2023', null],
    ['2022/2023', null],
    ['2021 t/m 2023', null],
    ['2023 1e halfjaar', null],
    ['2023 t/m juni', null],
    ['31-12-2023', null],
    ['2023M02', '2023-02'],
    ['eerste kwartaal 2023', '2023-Q1'],
    ['2023: Q1', '2023-Q1'],
    ['2023p', '2023'],
    ['*2023', '2023'],
    ['2023 nader voorlopig**', '2023'],
    ['gemiddelde 2021-2023', null],
    ['driejaarsgemiddelde 2021-2023', null],
    ["schooljaar 2022/'23", null],
    ['2023 S1', null],
    ['2023-II', null],
    ['2023_01', null],
    ['1e en 2e kwartaal 2023', null],
    ['januari t/m maart 2023', null],
    ['sinds 2023', null],
    ['laatste 12 maanden 2023', null],
  ] as const
).flatMap(([text, period]) =>
  (['column', 'headings', 'title'] as const).map((place) => ({ place, text, period })),
);

/** What most tables are stands here several times, so that not nearly all combinations are refused. */
const options: { readonly [Key in keyof Combination]: readonly Combination[Key][] } = {
  lineEnds: [['\n'], ['\r\n'], ['\r'], ['\r\n', '\n'], ['\n', '\r\n'], ['\n', '\r'], ['\r', '\r\n', '\n']],
  separator: [';', ',', '\t', '|'],
  decimal: [',', '.'],
  thousands: ['', '', '', '', '.', ',', ' ', '\u00a0', '\u2009', '\u202f', "'", '\u2019', '\u2018', '\u00b4'],
  encoding: ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'],
  hasMark: [true, false],
  quoting: ['none', 'needed', 'needed', 'all', 'all'],
  heading: headingForms,
  total: [false, true],
  notes: ['none', 'above', 'below', 'both'],
  trailing: ['none', 'none', 'none', 'none', 'none', 'all', 'header', 'rows'],
  blank: ['none', 'between', 'end'],
  remarks: ['none', 'none', 'plain', 'lines'],
  missing: ['', '', '', '', '', '', '.', 'x', '..', '-', '<5', 'n.b.', '\u2013'],
  figures: figureSets,
};

/** Combinations drawn at random, the same for the same seed (a whole number). */
export function* drawCombinations(count: number, seed: number): Generator<Combination> {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let drawn = 0; drawn < count; drawn++)
    yield Object.fromEntries(
      Object.entries(options).map(([key, values]) => [key, values[Math.floor(draw() * values.length)]]),
    ) as unknown as Combination;
}

/** The figures of a combination by measure, code and period; null where one is missing. */
export function listKnown({ figures, heading, missing }: Combination): Map<string, number | null> {
  return new Map(
    measures.flatMap((measure) =>
      codes.map((code, row): [string, number | null] => [
        `${measure} ${code} ${heading.period}`,
        isMissing(row, measure) && missing !== '' ? null : (figures[measure][row] ?? 0),
      ]),
    ),
  );
}

/** One figure of the table is missing, where the combination has a word for that. */
function isMissing(row: number, measure: string): boolean {
  return row === 3 && measure === 'score';
}

/** The headings of the columns with figures. */
export function nameColumns({ heading }: Combination): string[] {
  return measures.map((measure) => (heading.place === 'headings' ? `${measure} ${heading.text}` : measure));
}

/** The lines of the table, without titles, totals and notes. */
export function writeRows(combination: Combination): string[][] {
  const { figures, heading, missing } = combination;
  return codes.map((code, row) => [
    code,
    ...(heading.place === 'column' ? [heading.text] : []),
    ...measures.map((measure) =>
      isMissing(row, measure) && missing !== ''
        ? missing
        : writeNumber(figures[measure][row] ?? 0, combination),
    ),
  ]);
}

function writeNumber(value: number, { decimal, thousands }: Combination): string {
  const [whole = '', decimals] = String(Math.abs(value)).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, thousands);
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : decimal + decimals}`;
}

/** The file as bytes. `isPlain`: without titles, totals and notes, as tables in packages are. */
export function writeFile(combination: Combination, isPlain = false): Uint8Array {
  const { heading, total, notes, trailing, blank, lineEnds } = combination;
  const { remarks, separator } = combination;
  const remark = { none: [], plain: ['let op'], lines: [`let op:${separator}\neen\rtwee\r\ndrie`] }[remarks];
  const columns = ['Buurt', ...(heading.place === 'column' ? ['Periode'] : []), ...nameColumns(combination)];
  const header = [...columns, ...(remarks === 'none' ? [] : ['Opmerking'])];
  const rows = writeRows(combination).map((row) => [...row, ...remark]);
  const tail = (isOn: boolean) => (isOn ? [''] : []);
  const inHeader = tail(trailing === 'all' || trailing === 'header');
  const inRows = tail(trailing === 'all' || trailing === 'rows');
  const lines: string[][] = [
    ...(!isPlain && (heading.place === 'title' || notes === 'above' || notes === 'both')
      ? [[heading.place === 'title' ? `Cijfers ${heading.text}` : 'Overzicht (café)'], ['']]
      : []),
    [...header, ...inHeader],
    ...rows.flatMap((row, index) => [
      [...row, ...inRows],
      ...(blank === 'between' && index === 1 ? [['']] : []),
    ]),
    ...(!isPlain && total ? [['Totaal', ...header.slice(1).map(() => '99')].concat(inRows)] : []),
    ...(!isPlain && (notes === 'below' || notes === 'both') ? [[''], ['Bron: eigen telling']] : []),
    ...(blank === 'end' ? [[''], ['']] : []),
  ];
  const text = lines
    .map((cells, index) => writeLine(cells, combination) + lineEnds[index % lineEnds.length])
    .join('');
  return encode(text, combination);
}

function writeLine(cells: readonly string[], { separator, quoting }: Combination): string {
  return cells
    .map((cell) => {
      const isQuoted =
        quoting === 'all' || (quoting === 'needed' && cell.includes(separator)) || /[\r\n]/.test(cell);
      return isQuoted && cells.length > 1 ? `"${cell}"` : cell;
    })
    .join(separator);
}

function encode(text: string, { encoding, hasMark }: Combination): Uint8Array {
  if (encoding === 'windows-1252' && !/[\u2009\u202f]/.test(text)) return encodeWindows(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(2 * text.length + 2);
    const view = new DataView(bytes.buffer);
    for (const [index, letter] of [...`\ufeff${text}`].entries())
      view.setUint16(2 * index, letter.charCodeAt(0), encoding === 'utf-16le');
    return bytes;
  }
  return new TextEncoder().encode(`${hasMark ? '\ufeff' : ''}${text}`);
}

/** What of our tables windows-1252 has beyond Latin-1. */
const windowsBytes: Record<string, number> = { '\u2018': 0x91, '\u2019': 0x92, '\u2013': 0x96 };

function encodeWindows(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => windowsBytes[letter] ?? letter.charCodeAt(0));
}
