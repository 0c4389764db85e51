import type { AreaVersion } from '../../geodata/area.ts';
import type { Dimension } from '../../geodata/dimension.ts';
import type { EarlierFigure } from '../../geodata/disclosure/earlier.ts';
import { keyOf } from '../../geodata/disclosure/linked-indicator.ts';
import type { Indicator } from '../../geodata/indicator.ts';
import { createObservationTable, type ObservationTable } from '../../geodata/observation-table.ts';
import type { Survey } from '../../geodata/survey.ts';
import { findRegion, listIndicators } from '../../sql/catalog.ts';
import type { Database } from '../../sql/database.ts';
import { listDimensions, listSurveys } from '../../sql/dimensions.ts';
import {
  type HeldArea,
  type HeldShape,
  type HeldYear,
  type LineageInput,
  listConfidentialIndicators,
  listEarlierFigures,
  listHeldAreas,
  listHeldLineage,
  listHeldShapes,
  listHeldYears,
  listSuperseded,
  listVersions,
  readHeldObservations,
} from '../../sql/publication.ts';
import { everything } from '../../sql/reader.ts';

/** What is there already and stays, as far as an import has to know it. */
export interface Holding {
  readonly region: { readonly key: string } | null;
  readonly years: readonly HeldYear[];
  readonly areas: readonly HeldArea[];
  /** The ground of the held areas; only where the import brings boundaries. */
  readonly shapes: readonly HeldShape[];
  readonly lineage: readonly LineageInput[];
  readonly versions: readonly AreaVersion[];
  readonly indicators: readonly Indicator[];
  readonly dimensions: readonly Dimension[];
  readonly surveys: readonly Survey[];
  /** Indicators of which an earlier release of the same package gave figures. */
  readonly superseded: readonly string[];
  /** Indicators and items of which some figures are not shown as they are. */
  readonly confidential: readonly string[];
  /** Reads what was shown of these indicators until now. */
  readEarlier(indicators: readonly string[]): Promise<EarlierFigure[]>;
  /** Reads the lineage of the held boundary years. */
  readLineage(): Promise<LineageInput[]>;
  /** Reads the observations that other packages gave of these indicators, as they were given. */
  readObservations(indicators: readonly string[]): Promise<ObservationTable>;
}

export const emptyHolding: Holding = {
  region: null,
  years: [],
  areas: [],
  shapes: [],
  lineage: [],
  versions: [],
  indicators: [],
  dimensions: [],
  surveys: [],
  superseded: [],
  confidential: [],
  readEarlier: async () => [],
  readLineage: async () => [],
  readObservations: async () => createObservationTable(),
};

/** An import sees everything: what it computes is shown by the rights of what it was computed from. */
export const importer = everything;

/** Reads what the database holds beside the earlier releases of the package. */
export async function readHolding(db: Database, packageName: string, hasShapes: boolean): Promise<Holding> {
  const years = await listHeldYears(db);
  const shapes: HeldShape[] = [];
  if (hasShapes) for (const { year } of years) shapes.push(...(await listHeldShapes(db, year)));
  return {
    region: await findRegion(db, importer),
    years,
    areas: await listHeldAreas(db),
    shapes,
    lineage: hasShapes ? await listHeldLineage(db) : [],
    versions: await listVersions(db),
    indicators: await listIndicators(db, importer),
    dimensions: await listDimensions(db, importer),
    surveys: await listSurveys(db, importer),
    superseded: await listSuperseded(db, packageName),
    confidential: await listConfidentialIndicators(db),
    readEarlier: async (keys) =>
      (await listEarlierFigures(db, keys)).map((figure) => ({ ...figure, cell: keyOf(figure) })),
    readLineage: () => listHeldLineage(db),
    readObservations: (keys) => readHeldObservations(db, packageName, keys),
  };
}
