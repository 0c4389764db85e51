import type { AreaVersion } from '../../geodata/area.ts';
import type { Division } from './division.ts';

/**
 * The number of every area of every division, by year and code. Versions that no year uses any more are kept under
 * their code; one whose first or last year lacks the code is such, and of two that cover a year the longer one is used.
 */
export function indexVersions(
  versions: readonly AreaVersion[],
  divisions: readonly Division[],
): Map<number, Map<string, number>> {
  const divisionOf = new Map(divisions.map((division) => [division.year, division]));
  const span = ({ firstYear, lastYear }: AreaVersion) => lastYear - firstYear;
  const used = versions
    .filter(({ code, firstYear, lastYear }) =>
      [firstYear, lastYear].every((year) => divisionOf.get(year)?.areas.has(code)),
    )
    .sort((a, b) => span(b) - span(a) || a.index - b.index);
  return new Map(
    divisions.map(({ year }) => {
      const indexes = new Map<string, number>();
      for (const { code, index, firstYear, lastYear } of used)
        if (firstYear <= year && year <= lastYear && !indexes.has(code)) indexes.set(code, index);
      return [year, indexes];
    }),
  );
}
