/** Texts between quotes and behind a backslash, which a number format shows as they are. */
const literal = /"([^"]*)"|\\(.)/g;

/** What a literal text behind a number makes of it: noughts that follow on its digits, or a word or sign of magnitude. */
const magnitude =
  /^[\s.,]*0{2,}|‰|\b(dzd|duizend|thousand|mln|milj|miljoen|million|mld|miljard|billion)\b|[x×*]\s*10+/i;

/** Commas behind the last digit: the number is shown divided by thousands, and the word of magnitude says so. */
const scaling = /[0#?],+(?![0#?,])/;

/**
 * The text that a number format shows in the place of a number, without a digit of it: `<5` for a 3 in `[<5]"<5";0`; null
 * where it shows the number, nothing at all, or stands for zero, as a dash does. Sections are those of ECMA-376, 18.8.31.
 */
export function findShownText(value: number, format: string): string | null {
  if (value === 0) return null;
  const { bare, form } = findSection(value, format);
  if (/[0#?]/.test(form)) return findMagnitude(value, bare, form);
  if (isShownOtherwise.test(form)) return null;
  return bare.replaceAll(literal, '$1$2').trim() || null;
}

/** Whether a number format shows nothing at all of a number, as `;;;` does, or `0;-0;` of a zero. */
export function isConcealed(value: number, format: string): boolean {
  if (!format.includes(';')) return false;
  const { bare, form } = findSection(value, format);
  return !/[0#?]/.test(form) && !isShownOtherwise.test(form) && !bare.replaceAll(literal, '$1$2').trim();
}

function splitSections(format: string): string[] {
  const marks = [...format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|;/g)].filter(([sign]) => sign === ';');
  const ends = marks.map(({ index }) => index);
  return [0, ...ends.map((end) => end + 1)].map((start, section) => format.slice(start, ends[section]));
}

/** A text, a date, or a number as it is. */
const isShownOtherwise = /@|general|standaard|[ymdhs]/i;

/** The section of a format that shows a number: without conditions, colours and blanks, and without its literal texts too. */
function findSection(value: number, format: string): { bare: string; form: string } {
  const sections = splitSections(format);
  const bare = (chooseSection(value, sections) ?? '@').replaceAll(/\[[^\]]*\]|[_*]./g, '');
  return { bare, form: bare.replaceAll(literal, '') };
}

function findMagnitude(value: number, bare: string, form: string): string | null {
  if (scaling.test(form)) return null;
  const digits = bare.replaceAll(literal, ({ length }) => ' '.repeat(length));
  const behind = bare.slice(digits.search(/[0#?][^0#?]*$/) + 1).replaceAll(literal, '$1$2');
  return magnitude.test(behind) ? `${value}${behind}` : null;
}

function chooseSection(value: number, sections: readonly string[]): string | undefined {
  const conditions = sections.map((section) => /\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]/.exec(section));
  if (conditions.some(Boolean)) {
    const index = conditions.findIndex(
      (condition) => !condition || isMet(value, condition[1], Number(condition[2])),
    );
    return sections[index];
  }
  if (value === 0 && sections.length > 2) return sections[2];
  return value < 0 && sections.length > 1 ? sections[1] : sections[0];
}

function isMet(value: number, sign: string | undefined, limit: number): boolean {
  switch (sign) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}
