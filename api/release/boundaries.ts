import type { AreaVersion } from '../../geodata/area.ts';
import type { CoverageRepair } from '../../geodata/boundary/cleaning/coverage.ts';
import { computeLineage, type LineageRow, type LineageYear } from '../../geodata/boundary/lineage/lineage.ts';
import { assignVersions } from '../../geodata/boundary/lineage/versions.ts';
import type { Shape } from '../../geodata/boundary/topology.ts';
import { inhabitantsKey } from '../../geodata/inhabitants.ts';
import { mapLevels } from '../../geodata/level.ts';
import { listObservations } from '../../geodata/observation-table.ts';
import type { AreaInput, TilesetInput } from '../../sql/publication.ts';
import { buildDivision, type Division, listHeldDivisions } from './division.ts';
import type { Holding } from './holding.ts';
import { listInhabitants } from './inhabitants.ts';
import { nameAreas } from './naming.ts';
import type { OnProgress } from './progress.ts';
import type { PackageRows } from './rows.ts';
import { packTiles } from './tiles.ts';
import { indexVersions } from './version-index.ts';

/** The areas of one boundary year as they will be written. */
export interface StagedYear {
  readonly year: number;
  readonly source: string;
  readonly areas: readonly AreaInput[];
  /** Null where the year is held and nothing on the map of it changes. */
  readonly tileset: TilesetInput | null;
  /** Release that a held year stays with; null for a year of the package. */
  readonly heldRelease: number | null;
  readonly repairs: readonly CoverageRepair[];
}

/** All boundary years, those that are held included, and how they hang together. */
export interface Boundaries {
  readonly years: readonly StagedYear[];
  readonly versions: readonly AreaVersion[];
  readonly lineage: readonly LineageRow[];
}

type NamedDivision = Division & { readonly names: ReadonlyMap<string, string> };

/**
 * Makes the divisions of a package's boundary years, compares them with all others, numbers the area versions and cuts
 * tiles. A held year is written again where another year's coming changes its numbers or names.
 */
export async function stageBoundaries(
  rows: PackageRows,
  holding: Holding,
  onProgress: OnProgress,
): Promise<Boundaries> {
  const own = buildOwnDivisions(rows, onProgress);
  const held = listHeldDivisions(holding, new Set(own.map(({ year }) => year)));
  const unnamed = [...own, ...held].sort((a, b) => a.year - b.year);
  const divisions = unnamed.map((division) => ({ ...division, names: nameAreas(division, unnamed) }));
  const heldYears = new Set(held.map(({ year }) => year));
  const lineage = await compareDivisions(divisions, rows, holding, heldYears, onProgress);
  const versions = assignVersions(
    holding.versions,
    divisions.map(({ shapes }) => shapes),
    lineage,
  );
  const indexes = indexVersions(versions, divisions);
  const years: StagedYear[] = [];
  for (const division of divisions) {
    const areas = listAreas(division, rows, indexes.get(division.year) ?? new Map());
    const { year, source, repairs } = division;
    const heldRelease = heldYears.has(year)
      ? (holding.years.find((other) => other.year === year)?.release ?? null)
      : null;
    const isSettled = heldRelease !== null && !hasChanged(areas, holding, year);
    const tileset = isSettled ? null : await packTiles(division, areas, onProgress);
    years.push({ year, source, areas, tileset, heldRelease, repairs });
  }
  return { years, versions, lineage };
}

function buildOwnDivisions(
  { package: { resources, region }, boundaries }: PackageRows,
  onProgress: OnProgress,
) {
  return resources.flatMap((resource) => {
    if (resource.role !== 'boundaries') return [];
    onProgress({ step: `joining the boundaries of ${resource.boundaryYear}` });
    return [buildDivision(resource, boundaries.get(resource.name) ?? [], region)];
  });
}

/**
 * The lineage of every two boundary years, from the earlier to the later. That of two held years stays as it is: it was
 * told from the shapes as they were delivered, which are no longer at hand.
 */
async function compareDivisions(
  divisions: readonly NamedDivision[],
  { observations }: PackageRows,
  holding: Holding,
  heldYears: ReadonlySet<number>,
  onProgress: OnProgress,
): Promise<LineageRow[]> {
  const tables = [await holding.readObservations([inhabitantsKey]), ...observations.values()];
  const figures = tables.flatMap((table) => [...listObservations(table, inhabitantsKey)]);
  const years = divisions.map(({ shapes, names }): LineageYear => ({ ...shapes, names }));
  return years.flatMap((from, index) => {
    const inhabitants = listInhabitants(figures, from.boundaryYear);
    return years.slice(index + 1).flatMap((to) => {
      const [fromYear, toYear] = [from.boundaryYear, to.boundaryYear];
      if (heldYears.has(fromYear) && heldYears.has(toYear))
        return holding.lineage.filter((row) => row.fromYear === fromYear && row.toYear === toYear);
      onProgress({ step: `comparing ${fromYear} with ${toYear}` });
      return computeLineage(from, to, inhabitants);
    });
  });
}

const countryCode = 'NL00';

function listAreas(
  { shapes, areas, names }: NamedDivision,
  { package: { region } }: PackageRows,
  indexes: ReadonlyMap<string, number>,
): AreaInput[] {
  const bare = { water: false, index: null, polygons: null, label: null, areaM2: null, neighbours: [] };
  const onMap = mapLevels.flatMap((level) =>
    shapes[level].map((shape: Shape): AreaInput => {
      const { code, polygons, label, areaM2, neighbours } = shape;
      const area = areas.get(code);
      const index = indexes.get(code);
      if (!area || index === undefined) throw new Error(`The ${level} ${code} has ground but no number`);
      const { parent, water } = area;
      return {
        code,
        level,
        name: names.get(code) ?? code,
        parent,
        water,
        index,
        polygons,
        label,
        areaM2,
        neighbours,
      };
    }),
  );
  return [
    { code: countryCode, level: 'country', name: 'Nederland', parent: null, ...bare },
    { code: region.key, level: 'region', name: region.name.nl, parent: countryCode, ...bare },
    ...onMap,
  ];
}

function hasChanged(areas: readonly AreaInput[], holding: Holding, year: number): boolean {
  const held = new Map(
    holding.areas.filter(({ boundaryYear }) => boundaryYear === year).map((area) => [area.code, area]),
  );
  return areas.some(({ code, index, name }) => {
    const before = held.get(code);
    return before?.index !== index || before.name !== name;
  });
}
