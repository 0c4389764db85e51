import { summarizeLineage } from '../../geodata/boundary/lineage/lineage.ts';
import { type Level, levels, type MapLevel, mapLevels } from '../../geodata/level.ts';
import { type Origin, origins, type Status, statuses } from '../../geodata/observation.ts';
import { listAllObservations } from '../../geodata/observation-table.ts';
import type { ReleaseFile, ReleaseState } from '../../sql/tables.ts';
import type { ColumnSize } from './artefacts.ts';
import type { Boundaries, StagedYear } from './boundaries.ts';
import type { Finding } from './findings.ts';
import type { Timing } from './progress.ts';
import type { Difference, ImportReport, LineageCount, RepairGroup, TileCount } from './report.ts';
import type { ReadingReport } from './rows.ts';
import type { Staged } from './staging.ts';

const repairsNamed = 3;

/** Puts together what an import read, repaired and wrote. */
export function describeImport(done: {
  readonly staged: Staged;
  readonly reading: ReadingReport;
  readonly files: readonly ReleaseFile[];
  readonly release: number;
  readonly state: ReleaseState;
  readonly superseded: number;
  readonly columns: readonly ColumnSize[];
  readonly findings: readonly Finding[];
  readonly difference: Difference;
  readonly demonstrationRemoved: boolean;
  readonly timings: readonly Timing[];
}): ImportReport {
  const { staged, reading } = done;
  const { package: dataPackage, boundaries } = staged;
  const counts = countFigures(staged);
  const years = boundaries?.years.filter(({ heldRelease }) => heldRelease === null) ?? [];
  return {
    package: dataPackage.name,
    title: dataPackage.title,
    release: done.release,
    state: done.state,
    files: done.files,
    rows: reading.rows,
    ignored: dataPackage.ignored,
    areas: years.map(countAreas),
    observations: counts.origins,
    targets: dataPackage.targets.length,
    levels: counts.levels,
    statuses: counts.statuses,
    repairs: years.flatMap(groupRepairs),
    notes: reading.notes,
    accounts: reading.accounts,
    protection: staged.protection,
    lineage: boundaries ? countLineage(boundaries) : [],
    tiles: years.flatMap(countTiles),
    columns: done.columns,
    demonstrationRemoved: done.demonstrationRemoved,
    superseded: done.superseded,
    lost: staged.lost,
    findings: done.findings,
    difference: done.difference,
    timings: done.timings,
  };
}

function countFigures({ published, computed }: Staged): {
  origins: Record<Origin, number>;
  levels: Record<Level, number>;
  statuses: Record<Status, number>;
} {
  const counts = { origins: zeros(origins), levels: zeros(levels), statuses: zeros(statuses) };
  for (const table of [...published, computed])
    for (const { origin, level, status } of listAllObservations(table)) {
      counts.origins[origin] += 1;
      counts.levels[level] += 1;
      counts.statuses[status] += 1;
    }
  return counts;
}

function zeros<Key extends string>(keys: readonly Key[]): Record<Key, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
}

function count<Key extends string, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  pick: (row: Row) => Key,
): Record<Key, number> {
  const counts = zeros(keys);
  for (const row of rows) counts[pick(row)] += 1;
  return counts;
}

function countAreas({ year, areas }: StagedYear): Record<MapLevel, number> & { boundaryYear: number } {
  const onMap = areas.flatMap(({ level }) => mapLevels.find((mapLevel) => mapLevel === level) ?? []);
  return { boundaryYear: year, ...count<MapLevel, MapLevel>(mapLevels, onMap, (level) => level) };
}

function groupRepairs({ year, repairs }: StagedYear): RepairGroup[] {
  const kinds = [...new Set(repairs.map(({ kind }) => kind))];
  const groups = kinds.map((kind) => {
    const alike = repairs.filter((repair) => repair.kind === kind).sort((a, b) => b.areaM2 - a.areaM2);
    return {
      boundaryYear: year,
      kind,
      count: alike.length,
      areaM2: alike.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      largest: alike
        .slice(0, repairsNamed)
        .map(({ code, otherCode, areaM2 }) => ({ code, otherCode, areaM2 })),
    };
  });
  return groups.sort((a, b) => b.areaM2 - a.areaM2);
}

function countLineage({ lineage }: Boundaries): LineageCount[] {
  const pairs = new Map(
    lineage.map(({ fromYear, toYear }) => [`${fromYear} ${toYear}`, { fromYear, toYear }]),
  );
  return [...pairs.values()].flatMap(({ fromYear, toYear }) => {
    const rows = lineage.filter((row) => row.fromYear === fromYear && row.toYear === toYear);
    const counts = summarizeLineage(rows);
    return mapLevels.map((level) => ({ level, fromYear, toYear, changes: counts[level] }));
  });
}

function countTiles({ year, tileset }: StagedYear): TileCount[] {
  const zooms = new Map<number, TileCount>();
  for (const { z, brotli } of tileset?.tiles ?? []) {
    const before = zooms.get(z) ?? { boundaryYear: year, zoom: z, tiles: 0, bytes: 0 };
    zooms.set(z, { ...before, tiles: before.tiles + 1, bytes: before.bytes + brotli.length });
  }
  return [...zooms.values()].sort((a, b) => a.zoom - b.zoom);
}
