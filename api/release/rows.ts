import { type ObservationTable, packObservations } from '../../geodata/observation-table.ts';
import type { Account } from '../../geodata/sources/account.ts';
import type { BoundaryFeature } from '../../geodata/sources/boundaries/boundaries.ts';
import { readBoundaries } from '../../geodata/sources/boundaries/boundaries.ts';
import type { Repair } from '../../geodata/sources/boundaries/repair.ts';
import { readObservations } from '../../geodata/sources/observations/observations.ts';
import type { DataPackage } from '../../geodata/sources/package/package.ts';
import type { OpenedPackage } from './folder.ts';
import type { OnProgress } from './progress.ts';

/** What a data package says, read: the rows of each resource by its name. */
export interface PackageRows {
  readonly package: DataPackage;
  readonly boundaries: ReadonlyMap<string, readonly BoundaryFeature[]>;
  readonly observations: ReadonlyMap<string, ObservationTable>;
  /** Of a resource with figures by its name: the row of each of its rows that was read, as people count. */
  readonly rowNumbers: ReadonlyMap<string, Uint32Array>;
}

/** How many rows each resource had, and what was read otherwise than it stood there. */
export interface ReadingReport {
  readonly rows: readonly { readonly resource: string; readonly path: string; readonly rows: number }[];
  readonly notes: readonly Repair[];
  /** Figures that may be right and are far from what can be expected. */
  readonly doubts: readonly Repair[];
  /** What became of all that each file holds, of tables that the package was made of first. */
  readonly accounts: readonly Account[];
}

/** Reads every resource of a package, one after the other. Throws InputError on the first thing that is wrong. */
export async function readRows(
  opened: OpenedPackage,
  onProgress: OnProgress,
): Promise<{ rows: PackageRows; reading: ReadingReport }> {
  const { dataPackage } = opened;
  const boundaries = new Map<string, readonly BoundaryFeature[]>();
  const observations = new Map<string, ObservationTable>();
  const counts: { resource: string; path: string; rows: number }[] = [];
  const notes: Repair[] = [...(dataPackage.notes ?? [])];
  const doubts: Repair[] = [];
  const rowNumbers = new Map<string, Uint32Array>();
  const accounts: Account[] = [...dataPackage.madeFrom];
  for (const [done, resource] of dataPackage.resources.entries()) {
    onProgress({ step: 'reading files', done, total: dataPackage.resources.length });
    const { name, path } = resource;
    const files = await opened.read(resource);
    if (resource.role === 'boundaries') {
      const read = await readBoundaries(resource, files);
      boundaries.set(name, read.features);
      notes.push(...read.repairs);
      counts.push({ resource: name, path, rows: read.account.read });
      accounts.push(read.account);
    } else {
      const read = await readObservations(resource, files.get(path) ?? new Uint8Array());
      observations.set(name, packObservations(read.observations));
      notes.push(...read.notes);
      doubts.push(...read.doubts);
      rowNumbers.set(name, read.rowNumbers);
      counts.push({ resource: name, path, rows: read.account.read });
      accounts.push(read.account);
    }
  }
  return {
    rows: { package: dataPackage, boundaries, observations, rowNumbers },
    reading: { rows: counts, notes, doubts, accounts },
  };
}
