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
  const section = chooseSection(value, format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/g) ?? []);
  if (section === undefined) return null;
  const bare = section.replaceAll(/\[[^\]]*\]|[_*]./g, '');
  const form = bare.replaceAll(literal, '');
  if (/[0#?]/.test(form)) return findMagnitude(value, bare, form);
  if (/@|general|standaard|[ymdhs]/i.test(form)) return null;
  return bare.replaceAll(literal, '$1$2').trim() || null;
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
