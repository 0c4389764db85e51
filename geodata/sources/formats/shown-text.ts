/** Texts between quotes and behind a backslash, which a number format shows as they are. */
const literal = /"([^"]*)"|\\(.)/g;

/**
 * The text that a number format shows in the place of a number, without a digit of it: `<5` for a 3 in `[<5]"<5";0`; null
 * where it shows the number, nothing at all, or stands for zero, as a dash does. Sections are those of ECMA-376, 18.8.31.
 */
export function findShownText(value: number, format: string): string | null {
  if (value === 0) return null;
  const section = chooseSection(value, format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+|(?<=;)(?=;|$)/g) ?? []);
  if (section === undefined) return null;
  const bare = section.replaceAll(/\[[^\]]*\]|[_*]./g, '');
  if (/[0#?@]|general|standaard|[ymdhs]/i.test(bare.replaceAll(literal, ''))) return null;
  return bare.replaceAll(literal, '$1$2').trim() || null;
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
