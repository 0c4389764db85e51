import type { AreaVersion } from '../../area.ts';
import { type MapLevel, mapLevels } from '../../level.ts';
import type { YearShapes } from '../topology.ts';
import type { LineageRow } from './change.ts';

/** Consecutive boundary years in which a code had one shape. */
interface Run {
  readonly code: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/**
 * Numbers the shapes of every level densely from 0: a code that kept its shape over consecutive boundary years (lineage
 * `unchanged` or `renamed`) keeps its index. `years` are all boundary years there are, `lineage` covers each two that
 * follow one another. An existing version's index stays with its code; versions that no year uses any more are kept, so
 * that no index ever comes to mean another area.
 */
export function assignVersions(
  existing: readonly AreaVersion[],
  years: readonly YearShapes[],
  lineage: readonly LineageRow[],
): AreaVersion[] {
  const ordered = [...years].sort((one, two) => one.boundaryYear - two.boundaryYear);
  return mapLevels.flatMap((level) => {
    const known = existing.filter((version) => version.level === level);
    const rows = lineage.filter((row) => row.level === level);
    return numberRuns(level, known, listRuns(level, ordered, rows));
  });
}

function listRuns(level: MapLevel, years: readonly YearShapes[], lineage: readonly LineageRow[]): Run[] {
  const same = new Set(
    lineage
      .filter(({ change }) => change === 'unchanged' || change === 'renamed')
      .map(({ fromYear, toYear, toCode }) => `${fromYear} ${toYear} ${toCode}`),
  );
  const runs: Run[] = [];
  let open = new Map<string, Run>();
  let previousYear: number | null = null;
  for (const { boundaryYear, [level]: shapes } of years) {
    const next = new Map<string, Run>();
    for (const { code } of shapes) {
      const before = same.has(`${previousYear} ${boundaryYear} ${code}`) ? open.get(code) : undefined;
      next.set(code, { code, firstYear: before?.firstYear ?? boundaryYear, lastYear: boundaryYear });
      if (before) open.delete(code);
    }
    runs.push(...open.values());
    open = next;
    previousYear = boundaryYear;
  }
  return [...runs, ...open.values()].sort(
    (one, two) => one.firstYear - two.firstYear || (one.code < two.code ? -1 : 1),
  );
}

function numberRuns(level: MapLevel, existing: readonly AreaVersion[], runs: readonly Run[]): AreaVersion[] {
  const free = new Map<string, AreaVersion[]>();
  for (const version of [...existing].sort((one, two) => one.index - two.index)) {
    free.set(version.code, [...(free.get(version.code) ?? []), version]);
  }
  let nextIndex = existing.reduce((most, { index }) => Math.max(most, index + 1), 0);
  const versions = runs.map((run) => {
    const candidates = free.get(run.code) ?? [];
    const index = candidates.findIndex(
      ({ firstYear, lastYear }) => firstYear <= run.lastYear && lastYear >= run.firstYear,
    );
    const [match] = index < 0 ? [] : candidates.splice(index, 1);
    return { level, index: match?.index ?? nextIndex++, ...run };
  });
  return [...versions, ...[...free.values()].flat()].sort((one, two) => one.index - two.index);
}
