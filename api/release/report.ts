import type { Change } from '../../geodata/boundary/lineage/lineage.ts';
import type { ProtectedIndicator } from '../../geodata/disclosure/protection.ts';
import type { Level, MapLevel } from '../../geodata/level.ts';
import type { Origin, Status } from '../../geodata/observation.ts';
import { type Account, formatAccount } from '../../geodata/sources/account.ts';
import type { Repair } from '../../geodata/sources/boundaries/repair.ts';
import type { AreaDifference, FigureDifference, TargetDifference } from '../../sql/publication.ts';
import type { ReleaseFile, ReleaseState } from '../../sql/tables.ts';
import type { ColumnSize } from './artefacts.ts';
import { type Finding, formatFinding } from './findings.ts';
import type { Timing } from './progress.ts';

/** What an import read, repaired and wrote. */
export interface ImportReport {
  readonly package: string;
  readonly title: string;
  /** Number of the release; null where nothing was written (`--dry-run`). */
  readonly release: number | null;
  /** Published, or kept to be looked at: checked where the checks found no error. */
  readonly state: ReleaseState;
  readonly files: readonly ReleaseFile[];
  readonly rows: readonly { readonly resource: string; readonly path: string; readonly rows: number }[];
  /** Resources of the package that carry none of our keys. */
  readonly ignored: readonly string[];
  /** For every boundary year that the package brings. */
  readonly areas: readonly (Readonly<Record<MapLevel, number>> & { readonly boundaryYear: number })[];
  readonly observations: Readonly<Record<Origin, number>>;
  /** Targets of municipalities; reports of before there were any do not say. */
  readonly targets?: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly statuses: Readonly<Record<Status, number>>;
  /** Boundaries that were put right, by kind, the most ground first. */
  readonly repairs: readonly RepairGroup[];
  /** What was read otherwise than it stood there. */
  readonly notes: readonly Repair[];
  /** What became of all that each file holds; reports of before there were any do not say. */
  readonly accounts?: readonly Account[];
  /** What was suppressed or rounded by the rules of indicators; reports of before there were any do not say. */
  readonly protection?: readonly ProtectedIndicator[];
  readonly lineage: readonly LineageCount[];
  readonly tiles: readonly TileCount[];
  readonly columns: readonly ColumnSize[];
  /** Whether the demonstration region made way. */
  readonly demonstrationRemoved: boolean;
  /** Figures of earlier releases of the package that are gone. */
  readonly superseded: number;
  /** Figures of other packages that are gone, because their area is. */
  readonly lost: number;
  /** What the checks found, the gravest first. */
  readonly findings: readonly Finding[];
  readonly difference: Difference;
  readonly timings: readonly Timing[];
}

/** What publishing changes, or changed, in what is shown. */
export interface Difference {
  readonly figures: readonly FigureDifference[];
  readonly areas: readonly AreaDifference[];
  /** Reports of before there were targets have none. */
  readonly targets?: readonly TargetDifference[];
}

export interface RepairGroup {
  readonly boundaryYear: number;
  readonly kind: string;
  readonly count: number;
  readonly areaM2: number;
  readonly largest: readonly {
    readonly code: string;
    readonly otherCode: string | null;
    readonly areaM2: number;
  }[];
}

/** How many codes of a level underwent each change; every code of either year counts once. */
export interface LineageCount {
  readonly level: MapLevel;
  readonly fromYear: number;
  readonly toYear: number;
  readonly changes: Readonly<Record<Change, number>>;
}

export interface TileCount {
  readonly boundaryYear: number;
  readonly zoom: number;
  readonly tiles: number;
  /** As sent with brotli. */
  readonly bytes: number;
}

/** The report as lines for a terminal. */
export function formatReport(report: ImportReport): string {
  const sections = [
    [`${formatOutcome(report)}: ${report.title}`, ...formatReading(report)],
    section('Checks', report.findings.map(formatFinding)),
    section('Difference with what is published', formatDifference(report.difference)),
    section('Areas', formatAreas(report)),
    section('Figures', formatFigures(report)),
    section('Suppressed and rounded', (report.protection ?? []).map(formatProtection)),
    section('Boundaries put right', report.repairs.map(formatRepairs)),
    section('What became of what was read', (report.accounts ?? []).map(formatAccount)),
    section('Read otherwise than it stood there', report.notes.map(formatNote)),
    section('Lineage', report.lineage.map(formatLineage)),
    section('Tiles (brotli)', formatTiles(report.tiles)),
    section('Columns (brotli)', formatColumns(report.columns)),
    section(
      'Time',
      report.timings.map(({ step, milliseconds }) => `${seconds(milliseconds)}  ${step}`),
    ),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function formatOutcome({ release, state, findings }: ImportReport): string {
  if (release === null) return 'Checked, nothing written';
  if (state === 'published') return `Published as release ${release}`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return errors
    ? `Kept as release ${release}, not published for ${errors} errors`
    : `Kept as release ${release}, not yet published`;
}

/** What a publication changes, as lines for a terminal. */
export function formatDifference({ figures, areas, targets = [] }: Difference): string[] {
  return [
    ...areas.map(({ boundaryYear, ...counts }) => `areas of ${boundaryYear}: ${formatCounts(counts)}`),
    ...figures.map(({ indicator, period, largest, ...counts }) => {
      const changes = largest.map(({ area, before, after }) => `${area} ${before} → ${after}`);
      const tail = changes.length ? `; largest ${changes.join(', ')}` : '';
      return `${indicator} ${period}: ${formatCounts(counts)}${tail}`;
    }),
    ...targets.map(({ indicator, ...counts }) => `targets of ${indicator}: ${formatCounts(counts)}`),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function formatReading({ files, rows, ignored, ...report }: ImportReport): string[] {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const total = rows.reduce((sum, resource) => sum + resource.rows, 0);
  const lines = [`${total} rows read from ${files.length} files of ${kilobytes(bytes)}`];
  for (const { path, rows: count } of rows) lines.push(`  ${count} from ${path}`);
  if (report.targets) lines.push(report.targets === 1 ? '1 target' : `${report.targets} targets`);
  if (ignored.length) lines.push(`Left alone, for they have no role: ${ignored.join(', ')}`);
  if (report.demonstrationRemoved) lines.push('The demonstration region made way');
  if (report.superseded) lines.push(`${report.superseded} figures of the earlier release are gone`);
  if (report.lost) lines.push(`${report.lost} figures of other packages are gone, because their area is`);
  return lines;
}

function formatAreas({ areas }: ImportReport): string[] {
  return areas.map(
    ({ boundaryYear, municipality, district, neighbourhood }) =>
      `${boundaryYear}: ${municipality} municipalities, ${district} districts, ${neighbourhood} neighbourhoods`,
  );
}

function formatFigures({ observations, levels, statuses }: ImportReport): string[] {
  return [formatCounts(observations), formatCounts(levels), formatCounts(statuses)].filter(
    (line) => line !== '',
  );
}

function formatProtection({ indicator, reasons, rounded, examples, ...counts }: ProtectedIndicator): string {
  const { 'few-people': fewPeople, dominance, 'small-count': smallCounts, secondary } = reasons;
  const done = formatCounts({
    'of few people': fewPeople,
    'made up by a few': dominance,
    'small counts': smallCounts,
    'to protect others': secondary,
    'rounded, each by itself, so that they do not add up': rounded,
  });
  const known = formatCounts({
    'were shown by an earlier release: whoever kept it knows them': counts.shownEarlier,
    'can be recomputed by whoever kept an earlier release': counts.byEarlier,
    'can be bounded more closely than the rule wants': counts.byRule,
  });
  const left = counts.bySource
    ? [`${counts.bySource} that the source itself suppresses stay as they are`]
    : [];
  const warned = known ? [`${known} (first ${examples.join(', ')})`] : [];
  return `${indicator}: ${[done || 'nothing', ...warned, ...left].join('; ')}`;
}

function formatRepairs({ boundaryYear, kind, count, areaM2, largest }: RepairGroup): string {
  const examples = largest.map(
    ({ code, otherCode, areaM2: area }) =>
      `${otherCode ? `${code} and ${otherCode}` : code} ${Math.round(area)} m²`,
  );
  return `${boundaryYear}, ${kind}: ${count} of ${Math.round(areaM2)} m² together; largest ${examples.join(', ')}`;
}

function formatNote({ file, place, message }: Repair): string {
  return `${place ? `${file}, ${place}` : file}: ${message}`;
}

function formatLineage({ level, fromYear, toYear, changes }: LineageCount): string {
  return `${fromYear} to ${toYear}, ${level}: ${formatCounts(changes)}`;
}

function formatTiles(tiles: readonly TileCount[]): string[] {
  const years = [...new Set(tiles.map(({ boundaryYear }) => boundaryYear))];
  return years.map((year) => {
    const own = tiles.filter(({ boundaryYear }) => boundaryYear === year);
    const zooms = own.map(({ zoom, tiles: count, bytes }) => `z${zoom} ${kilobytes(bytes)} in ${count}`);
    return `${year}: ${kilobytes(own.reduce((sum, { bytes }) => sum + bytes, 0))}; ${zooms.join(', ')}`;
  });
}

function formatColumns(columns: readonly ColumnSize[]): string[] {
  if (columns.length === 0) return [];
  const bytes = columns.reduce((sum, column) => sum + column.bytes, 0);
  const sizes = columns.map((column) => `${column.indicator}/${column.level} ${kilobytes(column.bytes)}`);
  return [`${columns.length} of ${kilobytes(bytes)}; ${sizes.join(', ')}`];
}

/** `2688 published, 14 derived`; what did not occur is left out. */
function formatCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1).padStart(6)} s`;
}
