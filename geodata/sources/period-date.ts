import { writePeriod } from '../period.ts';

export const periodUnits = ['year', 'quarter', 'month', 'week'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A date as a text gives it; `isCertain` where day and month cannot be the other way round. */
export interface DateForm {
  readonly date: Date;
  readonly isCertain: boolean;
}

/** The names of months and their abbreviations, in Dutch and English. */
export const monthWord =
  'jan(?:uari|uary)?|febr?(?:uari|uary)?|maart|march|mrt|mar|apr(?:il)?|mei|may|juni?|june?|juli?|july?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const wholeMonth = new RegExp(`^(?:${monthWord})$`, 'i');

const monthStarts = 'jan feb mrt maa mar apr mei may jun jul aug sep okt oct nov dec'.split(' ');
const monthNumbers = [1, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 10, 11, 12];

/** The date that a text is: `2024-03-01`, `1-3-2024`, `31/12/2024`, `1 januari 2024`; null where it is none. */
export function findDate(text: string): DateForm | null {
  const iso = /^((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  if (iso) return makeDate(iso[3], iso[2], iso[1], true);
  const worded = /^(\d{1,2})[ -]([a-z]{3,9})\.?[ -](?:((?:19|20)\d{2})|['’‘]?([0-3]\d))$/i.exec(text);
  if (worded) return makeDate(worded[1], readMonthWord(worded[2] ?? ''), worded[3] ?? `20${worded[4]}`, true);
  const [, one, sign, two, of] = /^(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d{2})$/.exec(text) ?? [];
  if (one === undefined || two === undefined) return null;
  // With slashes the Americans write the month first.
  if (sign === '/' && Number(two) > 12) return makeDate(two, one, of, true);
  return makeDate(one, two, of, sign !== '/' || Number(one) > 12 || Number(one) === Number(two));
}

function readMonthWord(word: string): string {
  if (!wholeMonth.test(word)) return '';
  const index = monthStarts.indexOf(word.toLowerCase().slice(0, 3));
  return index < 0 ? '' : String(monthNumbers[index]);
}

function makeDate(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  isCertain: boolean,
): DateForm | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && month !== '' ? { date, isCertain } : null;
}

/** What dates that are all first or last days of a year, quarter or month stand for; null where they are neither. */
export function guessDateUnit(texts: readonly string[]): PeriodUnit | null {
  const dates = texts.flatMap((text) => findDate(text.trim())?.date ?? []);
  const isEdge = (step: number) => (date: Date) => {
    const next = new Date(date.getTime() + 86_400_000);
    const isBeginning = date.getUTCDate() === 1 && date.getUTCMonth() % step === 0;
    return isBeginning || (next.getUTCDate() === 1 && next.getUTCMonth() % step === 0);
  };
  if (!dates.length) return null;
  if (dates.every(isEdge(12))) return 'year';
  if (dates.every(isEdge(3))) return 'quarter';
  return dates.every(isEdge(1)) ? 'month' : null;
}

/** The period of a unit that a date lies in. */
export function writeDate(date: Date, unit: PeriodUnit): string {
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
