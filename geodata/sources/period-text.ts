import { type Period, parsePeriod, writePeriod } from '../period.ts';
import { type DateForm, findDate, monthWord, type PeriodUnit, writeDate } from './period-date.ts';
import { plainSigns } from './plain-signs.ts';

/** What several years in one text stand for: an average over them, or the year that the figure is published under. */
export const spanMeanings = ['average', 'first-year', 'last-year'] as const;
export type SpanMeaning = (typeof spanMeanings)[number];

/** What people have said of texts that can stand for several periods; null where they have not. */
export interface PeriodMeaning {
  readonly dates: PeriodUnit | null;
  readonly spans: SpanMeaning | null;
}

/** A text as a whole: a period, or what has to be asked before it is one. */
export type PeriodReading =
  | { readonly period: string; readonly isProvisional: boolean }
  | { readonly ask: 'date' | 'span' };

const months = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ');
const english: Record<string, string> = { may: 'mei', oct: 'okt', maa: 'mrt', mar: 'mrt' };
const ordinals: Record<string, number> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
};

const fullYear = '(?:19|20)\\d{2}';
/** Two digits stand for a year of 1990 to 2039, and for nothing else that can be told. */
const shortYear = "(?:['’‘]?(?:9\\d|[0-3]\\d))";
const anyYear = `(${fullYear}|${shortYear})`;
const year = `(${fullYear})`;
const between = '[ ,./_:–-]*';
const quarterWord = '(?:kwartaal|kwart|kw\\.?|quarter|qtr|q|k)';
const ordinalWord = `([1-4])(?:e|ste|de|st|nd|rd|th)?|(${Object.keys(ordinals).join('|')})`;

type Read = (groups: readonly (string | undefined)[]) => Omit<Period, 'lastYear'> | null;

const read = (unit: PeriodUnit, yearGroup: number, ordinalGroups: readonly number[]): Read => {
  return (groups) => {
    const ordinal = ordinalGroups.map((index) => groups[index]).find((text) => text !== undefined);
    return { unit, year: readYear(groups[yearGroup] ?? ''), ordinal: readOrdinal(ordinal ?? '1') };
  };
};

/** Ways to write a period that people use beside our own and CBS's. */
const forms: readonly (readonly [form: string, read: Read])[] = [
  [`${year}[.,]0+`, read('year', 1, [])],
  [`${year}${between}${quarterWord} ?0?([1-4])`, read('quarter', 1, [2])],
  [`${year}${between}(?:${ordinalWord}) ?${quarterWord}`, read('quarter', 1, [2, 3])],
  [`${quarterWord} ?([1-4])(?: van| of)?${between}${anyYear}`, read('quarter', 2, [1])],
  [`(?:${ordinalWord}) ?${quarterWord}(?: van| of)?${between}${anyYear}`, read('quarter', 3, [1, 2])],
  [`${year}${between}(?:week|wk|w)\\.? ?(\\d{1,2})`, read('week', 1, [2])],
  [`(?:week|wk|w)\\.? ?(\\d{1,2})(?: van| of)?${between}${year}`, read('week', 2, [1])],
  [`(${monthWord})\\.?[ ,/_-]*${anyYear}`, read('month', 2, [1])],
  [`${year}${between}(${monthWord})\\.?`, read('month', 1, [2])],
  [`${year}[ -]?m(0?[1-9]|1[0-2])`, read('month', 1, [2])],
  [`m(0[1-9]|1[0-2])[ /-]?${year}`, read('month', 2, [1])],
  [`(0[1-9]|1[0-2])[-/]${year}`, read('month', 2, [1])],
];

const ownForms = [
  `${fullYear}-(?:0[1-9]|1[0-2])`,
  `${fullYear}-Q[1-4]`,
  `${fullYear}-W\\d{2}`,
  `${fullYear}JJ00`,
  `${fullYear}KW0[1-4]`,
  `${fullYear}MM\\d{2}`,
  `${fullYear}W1\\d{2}`,
];
const wholeForms = forms.map(([form, reader]) => [new RegExp(`^(?:${form})$`, 'i'), reader] as const);

/** Two whole years, of which the second may have two digits: `2021-2023`, `2022/'23`, `2021 t/m 2023`. */
const spanForm = `${year} ?(?:\\.\\.|[-–—/]|t\\/m|t\\.?e\\.?m\\.?|tot en met|tot|to|until|through|en|and|&|\\+) ?['’]?(${fullYear}|\\d{2})`;
const spanWords =
  '(?:(?:voortschrijdend )?(?:(?:\\d|twee|drie|vier|vijf)[ -]?jaars?[ -]?)?gemiddelde?(?: per jaar)?|gem\\.?|jaargemiddelde|per jaar|average|mean|periode|(?:school|studie|college)jaar|sj\\.?|school year|seizoen)';
const wholeSpan = new RegExp(
  `^\\(?(?:${spanWords} ?(?:over |van |of )?)?\\(?${spanForm}\\)?[ ,:;-]*(?:\\(?${spanWords}\\)?)?\\)?$`,
  'i',
);
/** Two years of two digits each, which a word or an apostrophe tells from ages and numbers: `schooljaar 22/23`, `'22-'23`. */
const twoShort = "(\\d{2}) ?[-/] ?['’‘]?(\\d{2})";
const schoolYear = '(?:school|studie|college)jaar|sj\\.?|school year|seizoen';
const shortSpan = new RegExp(`^(?:${spanWords} ?(?:over |van )?['’‘]?${twoShort}|['’‘]${twoShort})$`, 'i');
/** Words and letters by which CBS and others tell that figures may still change, and a star as CBS puts it. */
const provisionalWord =
  '[ ,/_-]*[([]?(?:nader )?(?:voorlopig(?:e cijfers?|e(?=[)\\]]|$))?|voorl\\.?|vrlp\\.?|vlp\\.?|provisional)(?![a-z])[)\\]]?|(?: | ?[([]|(?<=\\d))(?:nv|v|p)(?![a-z0-9])[)\\]]?';
const provisionalBefore =
  '(?:nader )?(?:voorlopig:?|voorlopige cijfers?(?: over| van)?|voorl\\.|provisional) ';
const star = ' ?\\*{1,2}';
const finalWord = ' ?[([]?(?:definitie(?:f|ve)(?: cijfers?)?|def\\.?|final)(?![a-z])[)\\]]?';
const provisionalMark = new RegExp(
  `^(?:(?:\\*{1,2} ?|${provisionalBefore})(.*\\S)|(.*?\\S)(?:(?:${provisionalWord})(?:${star})?|${star}))$`,
  'i',
);
const finalMark = new RegExp(`^(.*?\\S)${finalWord}$`, 'i');

/**
 * The period that a text as a whole is: `Q1 2024`, `mrt 2024`, `2024KW01`, `2024*`, `1e kwartaal 2024 (voorlopig)`; for a
 * date (`1-3-2024`) or several years (`2021-2023`) what they stand for, or that this has to be asked. Null where the text
 * is no period of 1900 to 2099, or has more to it than one.
 */
export function readPeriodText(text: string, meaning: PeriodMeaning): PeriodReading | null {
  const trimmed = plainDashes(plainSigns(text)).replaceAll(/\s+/g, ' ').trim();
  const [, behindStar, beforeMark] = provisionalMark.exec(trimmed) ?? [];
  const marked = behindStar ?? beforeMark;
  const bare = marked ?? finalMark.exec(trimmed)?.[1] ?? trimmed;
  const known = readBare(bare, meaning);
  if (known === null) return null;
  return typeof known === 'object' ? known : { period: known, isProvisional: marked !== undefined };
}

function readBare(text: string, { dates, spans }: PeriodMeaning): string | { ask: 'date' | 'span' } | null {
  const date = findDate(text);
  if (date) return dates === null ? { ask: 'date' } : writeDateForm(date, dates);
  const own = parsePeriod(text.toUpperCase());
  if (own && own.unit !== 'years') return isOfOurTime(own) ? writePeriod(own) : null;
  for (const [form, reader] of wholeForms) {
    const match = form.exec(text);
    const period = match && reader(match);
    if (period) return parsePeriod(writePeriod(period)) ? writePeriod(period) : null;
  }
  const span = wholeSpan.exec(text);
  if (span) return readSpan(span[1] ?? '', span[2] ?? '', spans);
  const short = shortSpan.exec(text);
  return short
    ? readSpan(String(readYear(short[1] ?? short[3] ?? '')), short[2] ?? short[4] ?? '', spans)
    : null;
}

/** A dash of any width as a hyphen, at its place. */
function plainDashes(text: string): string {
  return text.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}

function writeDateForm(date: DateForm, unit: PeriodUnit): string | null {
  return date.isCertain || unit === 'year' ? writeDate(date.date, unit) : null;
}

function readSpan(first: string, last: string, meaning: SpanMeaning | null): string | { ask: 'span' } | null {
  const from = Number(first);
  const to = last.length === 2 ? Math.floor(from / 100) * 100 + Number(last) : Number(last);
  if (to <= from || to - from > 30) return null;
  if (meaning === null) return { ask: 'span' };
  if (meaning === 'average') return writePeriod({ unit: 'years', year: from, ordinal: 1, lastYear: to });
  return String(meaning === 'first-year' ? from : to);
}

function isOfOurTime({ year: of }: Period): boolean {
  return of >= 1900 && of < 2100;
}

const edge = { before: "(?<![0-9a-z]|\\d[-–—/.,+&_'’])", after: "(?![0-9a-z]|[-–—/.,+&_] ?['’]?\\d)" };
const singleForms = [...ownForms, ...forms.map(([form]) => form.replaceAll(/\((?!\?)/g, '(?:'))];
const dateForms = [
  '\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}',
  `${fullYear}-\\d{2}-\\d{2}`,
  `\\d{1,2} (?:${monthWord})\\.? ${anyYear.replace('(', '(?:')}`,
];
const marks = `(?:(?:${provisionalWord})(?:${star})?|${star}|${finalWord})?`;
const spanInText =
  `(?:\\(?${spanForm}\\)?(?: ?\\(?gemiddelde? per jaar\\)?| ?\\(gemiddelde?\\))?)`.replaceAll(
    /\((?!\?)/g,
    '(?:',
  );
const shortSpanInText = `(?:(?:${schoolYear}) ?['’‘]?|['’‘])${twoShort}`.replaceAll(/\((?!\?)/g, '(?:');
const anyPeriod = new RegExp(
  [...dateForms, spanInText, shortSpanInText, ...singleForms, fullYear]
    .map((form) => `${edge.before}(?:${form})${marks}${edge.after}`)
    .join('|'),
  'gi',
);
/** What makes a year beside it no whole one, wherever it stands in a text. */
const partOfYear = new RegExp(
  `(?<![a-z])(?:${monthWord}|kwartaal|kwartalen|kw ?[1-4]|q[1-4]|(?:kw|q)[. -]*(?:i{1,3}|iv)|voorjaar|najaar|lente|zomer|herfst|winter|halfjaar|half ?jaar|helft|half-?year|h[12]|hj ?0?[12]|(?:t\\/m|tot en met) ?\\d*|trimester|tertaal|ytd|heden|cumulatief|cum\\.|(?:laatste|afgelopen|last) \\d+ (?:maanden|weken|months|weeks)|(?:week|wk|weken|maand|maanden|weeks?|months?) ?\\d+)(?![a-z])|${fullYear}|(?<!\\w)['’]\\d{2}(?!\\d)`,
  'i',
);
/** Where a period was taken out of a text. */
const gap = '\u0000';
const gapSpace = '[ ,./_:–-]*';
const numeral = '(?:i{1,3}|iv)';
/** What right beside a period makes it a part of one, or one of several: `12 2024`, `2024-S1`, `2024 II`, `1e en 2e kwartaal 2024`, `sinds 2024`. */
const besideGap = new RegExp(
  [
    `(?<![\\w.,%-])(?:0?[1-9]|1[0-2])${gapSpace}${gap}`,
    `${gap}${gapSpace}(?:0?[1-9]|1[0-2])(?![\\w.,%)]|[ -]*(?:\\d|tot |t/m |jaar|plus))`,
    `(?<![a-z0-9])(?:[pqstw]\\d{1,2}|${numeral})${gapSpace}${gap}`,
    `${gap}${gapSpace}(?:[kmpqstw]\\d{1,2}|${numeral})(?![a-z0-9])`,
    `(?<![a-z0-9])(?:en|and|tot|to|t/m|until|sinds|vanaf|since|from|na|after|&|\\+) ?${gap}`,
    `[<>≤≥] ?${gap}`,
    `${gap} ?=`,
    `\\d(?:e|ste|de|st|nd|rd|th)? ?[-–/] ?${gap}`,
    `${gap} ?(?:en|and|tot|to|t/m|until|&|\\+|e\\.?v\\.?)(?![a-z0-9])`,
  ].join('|'),
  'i',
);
/** A year and two digits are a month in our notation and two years beside a word for several. */
const yearAndTwo = new RegExp(`^${fullYear}-\\d{2}(?!\\d)`);
const severalYears = new RegExp(`(?<![a-z])${spanWords}(?![a-z])`, 'i');

/** One year beside the word for those of schools is the first or the second of the two that such a year has. */
const wholeYear = new RegExp(`^${fullYear}$`);
const schoolYears = new RegExp(`(?<![a-z])(?:${schoolYear})(?![a-z])`, 'i');

/** The part of a text that is a period, with its place; null where it has none. */
export interface PeriodInText {
  readonly start: number;
  readonly text: string;
}

/**
 * The one period in a text, with its place; null where it has none, or where there is more of a period to it than what
 * can be read: `2024 t/m juni`, `verschil 2023 2024`, `1e halfjaar 2024`.
 */
export function findPeriodIn(text: string): PeriodInText | null {
  const found = [...plainDashes(text).matchAll(anyPeriod)].filter(
    ([each]) => readPeriodText(each, { dates: 'year', spans: 'average' }) !== null,
  );
  const [match] = found;
  if (!match || found.length > 1) return null;
  const [own] = match;
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + own.length)];
  const isPart = partOfYear.test(`${before} | ${after}`) || besideGap.test(before + gap + after);
  const isSeveral = yearAndTwo.test(own) && severalYears.test(before + after);
  const isOfSchool = wholeYear.test(own) && schoolYears.test(before + after);
  return isPart || isSeveral || isOfSchool ? null : { start: match.index, text: own };
}

/** Whether a text begins as a period does, so that it can hardly be about anything else. */
export function beginsAsPeriod(text: string): boolean {
  return new RegExp(
    `^\\(?(?:${fullYear}|(?:${monthWord})(?![a-z])|q ?[1-4]|${ordinalWord} ?(?:kwartaal|kw|halfjaar|helft)|kw ?[1-4]|week ?\\d|[12]e half|${schoolYear}|['’‘]\\d{2} ?[-/]|(?:kwartaal|kw|q)[. -]*${numeral}|(?:[hpst] ?[1-4]|${numeral}e?)[ ,./_-]*(?:kwartaal ?)?${fullYear})`,
    'i',
  ).test(plainDashes(text.trim()));
}

/** Whether a text names a time at all. */
export function mentionsPeriod(text: string): boolean {
  return partOfYear.test(text) || schoolYears.test(text) || namesTwoYears(plainDashes(text));
}

/** Whether two numbers of two digits follow each other as years do and ages do not: `22/23`, but not `15-16 jaar`. */
function namesTwoYears(text: string): boolean {
  const pairs = text.matchAll(/(?<![\d/.,-])(\d{2}) ?[-/] ?(\d{2})(?![\d/.,-]| ?(?:jaar|jr|-?jarige))/gi);
  return [...pairs].some(([, first, second]) => Number(second) === Number(first) + 1);
}

function readYear(text: string): number {
  const digits = text.replace(/^['’‘]/, '');
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (digits.startsWith('9') ? 1900 : 2000);
}

function readOrdinal(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const word = text.toLowerCase();
  if (ordinals[word] !== undefined) return ordinals[word];
  const start = word.slice(0, 3);
  return months.indexOf(english[start] ?? start) + 1;
}
