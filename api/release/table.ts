import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Indicator } from '../../geodata/indicator.ts';
import { InputError } from '../../geodata/problem.ts';
import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import type { LiveRegion } from '../../geodata/sources/live/source.ts';
import type { KnownArea } from '../../geodata/sources/table/area-index.ts';
import type { TableKnowledge } from '../../geodata/sources/table/guess.ts';
import { readMapping, type TableMapping, writeMapping } from '../../geodata/sources/table/mapping.ts';
import type { Resolution } from '../../geodata/sources/table/resolve.ts';
import type { SheetFile } from '../../geodata/sources/table/sheet.ts';
import { readSheetFile } from '../../geodata/sources/table/sheet-file.ts';
import { packTable } from '../../geodata/sources/table/table-package.ts';
import { listIndicators } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listHeldAreas } from '../../sql/publication.ts';
import { requireRegion } from './held-region.ts';
import { importer } from './holding.ts';
import { writeFolder } from './live.ts';
import { readOwnFile } from './own-file.ts';

/** A municipality's own table, and where it is said what is what in it; null: beside the table. */
export interface TableCall {
  readonly file: string;
  readonly mapping: string | null;
}

/** A table with its mapping, where there is one, and what it can be matched with. */
export interface OpenedTable {
  readonly sheetFile: SheetFile;
  readonly mappingFile: string;
  readonly mapping: TableMapping | null;
  readonly knowledge: TableKnowledge;
  readonly region: LiveRegion;
}

const readable = 'give the path of a CSV or XLSX, or of a mapping with --mapping';

/** Reads a table and its mapping. A mapping that was named has to be there. Throws InputError. */
export async function openTable(db: Database, { file, mapping }: TableCall): Promise<OpenedTable> {
  const sheetFile = await readSheetFile(await readOwnFile(file, sizeLimits.observations, readable), file);
  const mappingFile = mapping ?? `${file}.mapping.json`;
  const isThere = mapping !== null || (await stat(mappingFile).catch(() => null)) !== null;
  return {
    sheetFile,
    mappingFile,
    mapping: isThere
      ? readMapping(await readOwnFile(mappingFile, sizeLimits.descriptor, readable), mappingFile)
      : null,
    ...(await readKnowledge(db, file)),
  };
}

/** Keeps a mapping where it was or is to be found. Throws InputError where that cannot be written. */
export async function saveMapping({ mappingFile }: OpenedTable, mapping: TableMapping): Promise<void> {
  await save(mappingFile, writeMapping(mapping));
}

/** Keeps a proposal for a mapping beside it, and gives its path. Throws InputError where that cannot be written. */
export async function saveProposal({ mappingFile }: OpenedTable, text: string): Promise<string> {
  const path = mappingFile.replace(/(\.json)?$/i, '.proposal.json');
  await save(path, text);
  return path;
}

/** Writes a table as a data package into a folder below `directory`, and gives that. Throws InputError. */
export async function collectTable(
  { sheetFile, region }: OpenedTable,
  mapping: TableMapping,
  resolution: Resolution,
  directory: string,
): Promise<{ folder: string; notes: readonly string[] }> {
  const { descriptor, files, notes } = packTable(
    resolution,
    mapping,
    resolution.indicators,
    region,
    sheetFile.file,
  );
  const folder = join(directory, String(descriptor.name));
  await writeFolder(folder, descriptor, files);
  return { folder, notes };
}

async function readKnowledge(db: Database, file: string): Promise<Pick<OpenedTable, 'knowledge' | 'region'>> {
  const region = await requireRegion(db, file);
  const areas = new Map<number, KnownArea[]>();
  for (const area of await listHeldAreas(db)) {
    const known = areas.get(area.boundaryYear);
    if (known) known.push(area);
    else areas.set(area.boundaryYear, [area]);
  }
  return { region, knowledge: { areas, indicators: await readIndicators(db) } };
}

/** The definitions alone, as a package may have them. */
async function readIndicators(db: Database): Promise<Indicator[]> {
  const entries = await listIndicators(db, importer);
  return entries.map(({ levels, periods, sources, columns, items, ...indicator }) => indicator);
}

async function save(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
    throw new InputError({
      file: path,
      message: `it cannot be written (${code})`,
      remedy: 'give whoever runs the import the right to, or name another place with --mapping',
    });
  });
}
