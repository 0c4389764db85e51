import { join } from 'node:path';
import { expandIndicators } from '../../geodata/dimension.ts';
import { sizeLimits } from '../../geodata/sources/formats/limit.ts';
import { readSheetFile } from '../../geodata/sources/table/sheet-file.ts';
import { packTargets } from '../../geodata/sources/table/target-package.ts';
import { readTargetSheet } from '../../geodata/sources/table/target-sheet.ts';
import { listIndicators, listMunicipalities } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listDimensions } from '../../sql/dimensions.ts';
import { requireRegion } from './held-region.ts';
import { importer } from './holding.ts';
import { writeFolder } from './live.ts';
import { readOwnFile } from './own-file.ts';

/**
 * Writes the targets of a CSV or XLSX as a data package into a folder below `directory`, and gives that. Throws
 * InputError.
 */
export async function collectTargets(
  db: Database,
  file: string,
  directory: string,
): Promise<{ folder: string; notes: readonly string[] }> {
  const bytes = await readOwnFile(file, sizeLimits.observations, 'give the path of a CSV or XLSX');
  const sheetFile = await readSheetFile(bytes, file);
  const region = await requireRegion(db, file);
  const municipalities = await listMunicipalities(db, importer);
  const indicators = expandIndicators({
    indicators: await listIndicators(db, importer),
    dimensions: await listDimensions(db, importer),
  });
  const read = readTargetSheet(sheetFile, { municipalities, indicators });
  const { descriptor, files, notes } = packTargets(read, region, municipalities);
  const folder = join(directory, String(descriptor.name));
  await writeFolder(folder, descriptor, files);
  return { folder, notes };
}
