import { type Period, parsePeriod, writePeriod } from '../../period.ts';

export const periodUnits = ['year', 'quarter', 'month', 'week'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

const months = 'jan feb maart apr mei jun jul aug sep okt nov dec'.split(' ');
const monthWord =
  'jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|juni?|june?|juli?|july?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const english: Record<string, string> = { may: 'mei', oct: 'okt', mrt: 'maart', mar: 'maart' };
const year = '((?:19|20)\\d{2})';
const between = '[ ,./_-]*';

/** Ways to write a period that people use beside our own and CBS's. */
const forms: readonly { unit: PeriodUnit; form: RegExp; year: number; ordinal: number }[] = [
  { unit: 'quarter', form: whole(`${year}${between}(?:q|kw|kwartaal|k) ?([1-4])`), year: 1, ordinal: 2 },
  { unit: 'quarter', form: whole(`(?:q|kw|kwartaal|k) ?([1-4])${between}${year}`), year: 2, ordinal: 1 },
  { unit: 'quarter', form: whole(`([1-4])e? ?(?:kwartaal|kw)${between}${year}`), year: 2, ordinal: 1 },
  { unit: 'week', form: whole(`${year}${between}(?:week|wk|w) ?(\\d{1,2})`), year: 1, ordinal: 2 },
  {
    unit: 'week',
    form: whole(`(?:week|wk|w) ?(\\d{1,2})(?: van| of)?${between}${year}`),
    year: 2,
    ordinal: 1,
  },
  { unit: 'month', form: whole(`(${monthWord})${between}${year}`), year: 2, ordinal: 1 },
  { unit: 'month', form: whole(`${year}${between}(${monthWord})`), year: 1, ordinal: 2 },
  { unit: 'month', form: whole(`(0?[1-9]|1[0-2])[-/]${year}`), year: 2, ordinal: 1 },
];

function whole(form: string): RegExp {
  return new RegExp(`^${form}$`, 'i');
}

/**
 * The period that a text is, in our notation: `Q1 2024`, `mrt 2024`, `2024KW01`; for a date (`1-3-2024`) the period of
 * the unit that it stands for, and `date` while that is not said. Null where the text is no period of 1900 to 2099.
 */
export function readPeriodText(text: string, dates: PeriodUnit | null): string | 'date' | null {
  const trimmed = text.trim();
  const date = readDate(trimmed);
  if (date) return dates === null ? 'date' : writeDate(date, dates);
  const known = parsePeriod(trimmed.toUpperCase());
  if (known) return known.year >= 1900 && known.year < 2100 ? writePeriod(known) : null;
  for (const { unit, form, year: yearPlace, ordinal } of forms) {
    const match = form.exec(trimmed);
    if (match) return write(unit, match[yearPlace] ?? '', match[ordinal] ?? '');
  }
  return null;
}

const anyPeriod = new RegExp(
  [
    '\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}',
    '(?:19|20)\\d{2}-\\d{2}-\\d{2}',
    `(?:(?:q|kw|kwartaal|week|wk) ?\\d{1,2}|[1-4]e? (?:kwartaal|kw)|${monthWord})${between}(?:19|20)\\d{2}`,
    `(?:19|20)\\d{2}${between}(?:(?:q|kw|kwartaal|week|wk|w) ?\\d{1,2}|${monthWord})`,
    '(?:19|20)\\d{2}(?:-\\d{2}|JJ00|KW0[1-4]|MM\\d{2})',
    '(?:19|20)\\d{2}',
  ]
    .map((form) => `(?<![0-9a-z])${form}(?![0-9a-z])`)
    .join('|'),
  'i',
);

/** The first part of a text that is a period, with its place; null where it has none. */
export function findPeriodIn(text: string): { start: number; text: string } | null {
  const match = anyPeriod.exec(text);
  return match && readPeriodText(match[0], 'year') ? { start: match.index, text: match[0] } : null;
}

/** What dates that are all first or last days of a year, quarter or month stand for; null where they are neither. */
export function guessDateUnit(texts: readonly string[]): PeriodUnit | null {
  const dates = texts.flatMap((text) => readDate(text.trim()) ?? []);
  const isEdge = (step: number) => (date: Date) => {
    const next = new Date(date.getTime() + 86_400_000);
    const begins = date.getUTCDate() === 1 && date.getUTCMonth() % step === 0;
    return begins || (next.getUTCDate() === 1 && next.getUTCMonth() % step === 0);
  };
  if (!dates.length) return null;
  if (dates.every(isEdge(12))) return 'year';
  if (dates.every(isEdge(3))) return 'quarter';
  return dates.every(isEdge(1)) ? 'month' : null;
}

function readDate(text: string): Date | null {
  const iso = /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d{2})$/.exec(text);
  const [day, month, of] = iso ? [iso[3], iso[2], iso[1]] : dutch ? dutch.slice(1) : [];
  if (!of) return null;
  const date = new Date(Date.UTC(Number(of), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 ? date : null;
}

function writeDate(date: Date, unit: PeriodUnit): string {
  const [of, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'week') return writeWeek(date);
  const ordinal = { year: 1, quarter: Math.floor(month / 3) + 1, month: month + 1 }[unit];
  return writePeriod({ unit, year: of, ordinal });
}

/** The ISO week: that of its Thursday. */
function writeWeek(date: Date): string {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const ordinal = Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1;
  return writePeriod({ unit: 'week', year: thursday.getUTCFullYear(), ordinal });
}

function write(unit: PeriodUnit, yearText: string, ordinalText: string): string | null {
  const ordinal = unit === 'month' ? readMonth(ordinalText) : Number(ordinalText);
  const period: Period = { unit, year: Number(yearText), ordinal };
  return parsePeriod(writePeriod(period)) ? writePeriod(period) : null;
}

function readMonth(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const start = text.toLowerCase().slice(0, 3);
  return months.findIndex((month) => month.startsWith((english[start] ?? start).slice(0, 3))) + 1;
}
