import { type MapLevel, mapLevels } from '../../level.ts';
import type { LineageRow } from './change.ts';
import { type Change, changes } from './change.ts';

/**
 * Number of codes that underwent each change, a level. `unchanged`, `renamed` and `redrawn` count codes of both years;
 * `new` counts all codes that began and `gone` all that ended; `recoded` tells how many of these are one shape under
 * another code (one of the new, one of the gone).
 */
export function summarizeLineage(rows: readonly LineageRow[]): Record<MapLevel, Record<Change, number>> {
  const counts = mapLevels.map(
    (level) => [level, countCodes(rows.filter((row) => row.level === level))] as const,
  );
  return Object.fromEntries(counts) as Record<MapLevel, Record<Change, number>>;
}

function countCodes(rows: readonly LineageRow[]): Record<Change, number> {
  const before = new Set(rows.map(({ fromCode }) => fromCode));
  const after = new Set(rows.map(({ toCode }) => toCode));
  const counts = Object.fromEntries(changes.map((change) => [change, 0])) as Record<Change, number>;
  for (const { fromCode, toCode, change } of rows) {
    if (change === 'recoded' || (fromCode !== null && fromCode === toCode)) counts[change] += 1;
  }
  for (const code of after) if (code !== null && !before.has(code)) counts.new += 1;
  for (const code of before) if (code !== null && !after.has(code)) counts.gone += 1;
  return counts;
}
