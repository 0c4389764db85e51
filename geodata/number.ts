import type { Language } from './text.ts';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

const formats = new Map<string, Intl.NumberFormat>();

/** Building a format takes time, using it hardly any; a table asks for the same one some hundreds of times. */
function findFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locales[language], options);
  formats.set(key, known);
  return known;
}

function write(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  return findFormat(language, options).format(value).replace('-', '−');
}

/** What is nearer to zero is what binary fractions leave of a zero. */
const smallest = 1e-7;

/** In full such a number is wider than the cells, cards and labels that figures stand in. */
const shortenedFrom = 1e9;

/**
 * A number with exactly so many decimals: `1.234,5` (nl), `1,234.5` (en); from a milliard on short, `84,6 mld`. Never `−0`.
 * One that is not zero never reads as zero: it gets as many decimals more as its first digit needs, `0,04` of one decimal.
 */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const short = Math.abs(value) < shortenedFrom ? null : shorten(value, shortDecimals, false, language);
  return short ?? formatInFull(value, decimals, language);
}

/** The same in full, however large it is. */
export function formatInFull(value: number, decimals: number, language: Language): string {
  const isFiner = Math.abs(value) >= smallest && Math.abs(value) < 0.5 * 10 ** -decimals;
  if (isFiner) return write(value, language, { maximumSignificantDigits: 1 });
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return write(value, language, { ...options, signDisplay: 'negative' });
}

/** A difference, always with its sign: `+1,5`, `−0,2`, `0,0`; from a milliard on short, `+84,6 mld`. */
export function formatDifference(value: number, decimals: number, language: Language): string {
  const short = Math.abs(value) < shortenedFrom ? null : shorten(value, shortDecimals, true, language);
  return short ?? formatDifferenceInFull(value, decimals, language);
}

function formatDifferenceInFull(value: number, decimals: number, language: Language): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return write(value, language, { ...options, signDisplay: 'exceptZero' });
}

/** How many decimals a number needs, `most` at most, to be written as exactly as with all of those: 2 for 0,25 of three. */
export function countDecimals(value: number, most: number): number {
  return /\.(\d*[1-9])/.exec(value.toFixed(most))?.[1]?.length ?? 0;
}

/** Words for what large numbers are shortened to, the largest first. */
const shortenings = [
  { from: 1e12, nl: 'bln', en: 'trillion' },
  { from: 1e9, nl: 'mld', en: 'billion' },
  { from: 1e6, nl: 'mln', en: 'million' },
] as const;

/** How numbers that stand beside each other are written. */
export interface Writing {
  /** At most. */
  readonly decimals: number;
  /** Differences, with their sign. */
  readonly signed?: boolean;
}

/**
 * How numbers that stand beside each other, in a legend or on an axis, are written: alike, with no more decimals than one
 * of them needs, and from a million on short: `1,2 mln`, `3.4 billion`. Two that differ, as far as the decimals go, never
 * read the same.
 */
export function createWriter(
  values: readonly number[],
  { decimals, signed = false }: Writing,
  language: Language,
): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const countNeeded = (list: readonly number[]) =>
    Math.max(0, ...list.map((value) => countDecimals(value, decimals)));
  const format = signed ? formatDifferenceInFull : formatInFull;
  const beside = countNeeded(finite.filter((value) => !findShortening(value)));
  const distinct = new Set(finite.map((value) => formatInFull(value, decimals, language))).size;
  for (let kept = Math.max(0, ...finite.map(countShortDecimals)); kept <= mostShortDecimals; kept++) {
    const write = (value: number) =>
      shorten(value, kept, signed, language) ?? format(value, beside, language);
    if (new Set(finite.map(write)).size === distinct) return write;
  }
  const inFull = countNeeded(finite);
  return (value) => format(value, inFull, language);
}

/** What two large numbers are told apart by; beyond it they are written in full. */
const mostShortDecimals = 6;

function findShortening(value: number) {
  return shortenings.find(({ from }) => Math.abs(value) >= from);
}

/** What a large number is written with at most where it stands alone. */
const shortDecimals = 3;

/** Decimals that a number needs to be written short as exactly as in full, three at most. */
function countShortDecimals(value: number): number {
  const shortening = findShortening(value);
  return shortening ? countDecimals(value / shortening.from, shortDecimals) : 0;
}

/** null for what is not shortened. */
function shorten(value: number, decimals: number, signed: boolean, language: Language): string | null {
  const shortening = findShortening(value);
  if (!shortening) return null;
  const signDisplay = signed ? 'exceptZero' : 'negative';
  const options = { maximumFractionDigits: decimals, signDisplay } as const;
  return `${write(value / shortening.from, language, options)}\u00a0${shortening[language]}`;
}

/** A number short enough for an axis: `850`, `12.000` as `12K`, `1,2 mln.` (nl). */
export function formatCompact(value: number, language: Language): string {
  const notation = Math.abs(value) >= 10_000 ? 'compact' : 'standard';
  return write(value, language, { notation, maximumSignificantDigits: 3, signDisplay: 'negative' });
}

/** Our sources name units in Dutch; a unit that is not listed here reads the same in both languages. */
const unitsInEnglish: Readonly<Record<string, string>> = {
  personen: 'persons',
  inwoners: 'inhabitants',
  huishoudens: 'households',
  woningen: 'homes',
  misdrijven: 'crimes',
  meldingen: 'reports',
  incidenten: 'incidents',
  branden: 'fires',
  signalen: 'signals',
  'per 1.000 inwoners': 'per 1,000 inhabitants',
  'per 1.000 woningen': 'per 1,000 homes',
  'per 1.000 huishoudens': 'per 1,000 households',
  'per 10.000 inwoners': 'per 10,000 inhabitants',
  '× € 1.000': '× €1,000',
  euro: 'euros',
  klasse: 'class',
  afwijking: 'deviation',
  schaalscore: 'scale score',
  rapportcijfer: 'mark out of 10',
};

/** A unit as the screen's language names it. */
export function formatUnit(unit: string, language: Language): string {
  return language === 'en' ? (unitsInEnglish[unit] ?? unit) : unit;
}

/** A number with its unit: `12,3%`, `84,2 per 1.000 inwoners`, `1.234 personen`. */
export function formatValue(
  value: number,
  { unit, decimals }: { readonly unit: string; readonly decimals: number },
  language: Language,
): string {
  const number = formatNumber(value, decimals, language);
  return unit === '%' ? `${number}%` : `${number} ${formatUnit(unit, language)}`;
}
