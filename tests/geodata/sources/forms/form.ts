import { InputError } from '../../../../geodata/problem.ts';
import { readBoundaries } from '../../../../geodata/sources/boundaries/boundaries.ts';
import { readObservations } from '../../../../geodata/sources/observations/observations.ts';
import type { TableMapping } from '../../../../geodata/sources/table/mapping.ts';
import { describeOpen, isResolved, resolveTable } from '../../../../geodata/sources/table/resolve.ts';
import { readSheetFile } from '../../../../geodata/sources/table/sheet-file.ts';
import { readTargetSheet } from '../../../../geodata/sources/table/target-sheet.ts';
import { boundaryResource, observationResource } from '../../../setup/descriptor.ts';
import { areas, indicator, mapping } from '../table/sample.ts';

/** What becomes of a form: read as what is meant, asked of people, or refused with a way out. */
export type Outcome = 'read' | 'asked' | 'refused';

/** One way in which a kind of trouble comes, with what a reader makes of it. */
export interface Form {
  readonly form: string;
  readonly reader: 'table' | 'package' | 'targets' | 'boundaries' | 'service';
  readonly outcome: Outcome;
  /** What is read as a whole; a part of what is asked or refused. */
  readonly expected: string;
  run(): Promise<string>;
}

/** A kind of trouble that people report of files, with its forms. */
export interface Kind {
  readonly kind: string;
  readonly forms: readonly Form[];
}

export const toBytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const indicators = [
  indicator('inwoners'),
  indicator('aandeel', { kind: 'share', unit: '%', decimals: 1, aggregate: 'none' }),
  indicator('score', { kind: 'score', decimals: 2, aggregate: 'none' }),
];
const knowledge = { areas: new Map([[2024, areas]]), indicators };

const columns: TableMapping = {
  ...mapping,
  figures: [{ column: 'Aantal', indicator: 'inwoners', as: 'value', times: 1, decimalSign: null }],
  indicators: [],
};

/** Figures in one line: the end of the code, the period, the value with its mark. */
const listFigures = (figures: readonly (readonly [code: string, period: string, value: string])[]) =>
  figures.map(([code, period, value]) => `${code.slice(-2)} ${period} ${value}`).join(', ');

/** Figures that a table of one's own gives, or what it asks. */
export async function readTable(
  content: string | Uint8Array,
  changes: Partial<TableMapping> = {},
): Promise<string> {
  const file = await readSheetFile(toBytes(content), 'tabel');
  const { rows, open } = resolveTable(file, { ...columns, ...changes }, knowledge, 'm.json');
  if (!isResolved(open)) return `asked: ${describeOpen(open)}`;
  const figures = [...rows.values()].flat();
  return listFigures(figures.map(({ code, period, cells }) => [code, period, cells.value ?? '']));
}

const field = (name: string, as: string, own: { indicator?: string } = {}) => ({
  name,
  type: 'string',
  wijkinformatie: { as, ...own },
});

/** Figures that a table of a package gives. */
export async function readPackage(content: string | Uint8Array, measure = 'inwoners'): Promise<string> {
  const resource = observationResource(
    [field('Buurt', 'area'), field('Jaar', 'period'), field('Aantal', 'value', { indicator: measure })],
    {},
  );
  const { observations } = await readObservations(resource, toBytes(content));
  return listFigures(
    observations.map(({ area, period, value, status }) => [
      area,
      period,
      value === null ? status : `${value}${status === 'provisional' ? '*' : ''}`,
    ]),
  );
}

const municipalities = [
  { code: 'GM0153', name: 'Enschede' },
  { code: 'GM0164', name: 'Hengelo (O.)' },
  { code: 'GM0518', name: "'s-Gravenhage" },
  { code: 'GM1735', name: 'Hof van Twente' },
];

/** Targets that a sheet gives. */
export async function readTargets(content: string | Uint8Array): Promise<string> {
  const file = await readSheetFile(toBytes(content), 'doelen');
  const { targets } = readTargetSheet(file, { municipalities, indicators });
  return targets
    .map(({ municipality, indicator: of, period, value }) => `${municipality} ${of} ${period} ${value}`)
    .join(', ');
}

/** Codes and names that a GeoJSON, or another format with its files, gives. */
export async function readMap(
  content: string | Uint8Array | ReadonlyMap<string, Uint8Array>,
  format: 'geojson' | 'gpkg' | 'shp' = 'geojson',
): Promise<string> {
  const path = `b.${format}`;
  const files =
    typeof content === 'string' || content instanceof Uint8Array
      ? new Map([[path, toBytes(content)]])
      : content;
  const { features } = await readBoundaries(boundaryResource({ path, format }), files);
  return features.map(({ code, name }) => `${code} ${name}`).join(', ');
}

/** What running a form gives: the text, with `refused:` before the line of an error. */
export async function runForm({ run }: Form): Promise<{ outcome: Outcome; text: string }> {
  try {
    const text = await run();
    return { outcome: text.startsWith('asked: ') ? 'asked' : 'read', text };
  } catch (error) {
    if (error instanceof InputError) return { outcome: 'refused', text: error.message };
    throw error;
  }
}
