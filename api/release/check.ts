import type { Indicator } from '../../geodata/indicator.ts';
import type { Observation } from '../../geodata/observation.ts';
import {
  createObservationTable,
  findPosition,
  listObservations,
  type ObservationTable,
} from '../../geodata/observation-table.ts';
import { InputError } from '../../geodata/problem.ts';
import type { DataPackage, ObservationResource } from '../../geodata/sources/package/package.ts';
import { suggest } from '../../geodata/sources/suggestion.ts';
import { explainImpossible } from '../../geodata/target.ts';
import type { Holding } from './holding.ts';
import type { PackageRows } from './rows.ts';

/**
 * Refuses observations that cannot stand beside each other or beside the areas: a boundary year that is not there, an
 * area that it does not have, and a figure that two files give. Throws InputError.
 */
export function checkObservations(
  { package: dataPackage, observations, rowNumbers }: PackageRows,
  areasOfYear: ReadonlyMap<number, ReadonlySet<string>>,
): void {
  const shared = listShared(observations.values());
  const seen = new Map<string, Place>();
  for (const resource of dataPackage.resources) {
    if (resource.role !== 'observations') continue;
    const table = observations.get(resource.name) ?? createObservationTable();
    const areas = areasOfYear.get(resource.boundaryYear);
    if (!areas) throw refuseYear(resource, [...areasOfYear.keys()]);
    const values = resource.fields.filter(({ as }) => as === 'value').length;
    for (const indicator of table.indicators.keys()) {
      // Every row gives a figure for each field of values.
      const findRow = (at: number) =>
        rowNumbers.get(resource.name)?.[Math.floor(findPosition(table, indicator, at) / values)] ?? 0;
      let index = 0;
      for (const observation of listObservations(table, indicator)) {
        if (!areas.has(observation.area)) throw refuseArea(resource, observation.area, findRow(index));
        if (shared.has(indicator)) refuseSecond(seen, { resource, row: findRow(index) }, observation);
        index += 1;
      }
    }
  }
}

/** The indicators that more than one file gives figures of: within one file, its reading has seen to it. */
function listShared(tables: Iterable<ObservationTable>): Set<string> {
  const [once, shared] = [new Set<string>(), new Set<string>()];
  for (const { indicators } of tables)
    for (const indicator of indicators.keys()) (once.has(indicator) ? shared : once).add(indicator);
  return shared;
}

/** Where a figure stands. */
interface Place {
  readonly resource: ObservationResource;
  readonly row: number;
}

function refuseSecond(seen: Map<string, Place>, place: Place, observation: Observation): void {
  const { indicator, area, period, boundaryYear } = observation;
  const key = `${indicator} ${boundaryYear} ${area} ${period}`;
  const other = seen.get(key);
  if (other) throw refuseDuplicate(place, other, observation);
  seen.set(key, place);
}

/**
 * Refuses targets of what is not there beside them: an indicator that is neither the package's nor held, a municipality
 * without boundaries, a value that no figure of the indicator can have. `indicators` has their categories too. Throws
 * InputError.
 */
export function checkTargets(
  { targets }: DataPackage,
  indicators: readonly Indicator[],
  areas: ReadonlySet<string>,
): void {
  const known = new Map(indicators.map((indicator) => [indicator.key, indicator]));
  for (const { municipality, indicator, period, value } of targets) {
    const refuse = (key: string, message: string, remedy: string) =>
      new InputError({
        file: 'datapackage.json',
        place: `target of ${municipality} for ${indicator} in ${period}, key "${key}"`,
        message,
        remedy,
      });
    const definition = known.get(indicator);
    if (!definition)
      throw refuse(
        'indicator',
        `"${indicator}" is neither an indicator of the package nor one that is there already`,
        suggest(indicator, [...known.keys()]),
      );
    if (!areas.has(municipality))
      throw refuse(
        'municipality',
        `there are no boundaries of ${municipality} in the package or the database`,
        'import boundaries first, or correct the code',
      );
    const impossible = explainImpossible(value, definition.kind);
    if (impossible) throw refuse('value', impossible, `correct it; it is in ${definition.unit}`);
  }
}

/** The database holds one region: refuses a package of another one, unless what is there is a demonstration. */
export function checkRegion({ region }: DataPackage, holding: Holding): void {
  if (holding.region === null || holding.region.key === region.key) return;
  throw new InputError({
    file: 'datapackage.json',
    place: 'region, key "key"',
    message: `it is "${region.key}", but the database holds the region "${holding.region.key}"`,
    remedy: 'give this region a database of its own (DATA_DIR or DATABASE_URL)',
  });
}

function refuseYear({ boundaryYear }: ObservationResource, known: readonly number[]): InputError {
  const years = known.length ? `it holds ${known.join(', ')}` : 'it holds none yet';
  return new InputError({
    file: 'datapackage.json',
    place: 'key "boundaryYear"',
    message: `there are no boundaries of ${boundaryYear} in the package or the database (${years})`,
    remedy: 'add the boundaries of that year as a resource, or correct the year',
  });
}

function refuseArea(resource: ObservationResource, area: string, row: number): InputError {
  return new InputError({
    file: resource.path,
    place: `row ${row}`,
    message: `the area ${area} is unknown in the boundaries of ${resource.boundaryYear}`,
    remedy: 'correct the code, remove the row, or give the boundary year that the figures are published on',
  });
}

function refuseDuplicate(
  { resource: { path }, row }: Place,
  other: Place,
  { indicator, area, period }: Observation,
): InputError {
  return new InputError({
    file: path,
    place: `row ${row}`,
    message: `"${indicator}" of ${area} for ${period} stands in ${other.resource.path}, row ${other.row}, too`,
    remedy: 'leave it out of one of the two files',
  });
}
