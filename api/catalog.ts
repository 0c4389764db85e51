import { isMapLevel, levels } from '../geodata/level.ts';
import { findArea } from '../sql/areas.ts';
import {
  findRegion,
  type IndicatorEntry,
  listBoundaryYears,
  listIndicators,
  listMunicipalities,
  listSources,
  listThemes,
  type Source,
} from '../sql/catalog.ts';
import type { Database } from '../sql/database.ts';
import { listDimensions, listSurveys } from '../sql/dimensions.ts';
import type { ItemEntry } from '../sql/indicators.ts';
import type { Reader } from '../sql/reader.ts';
import { listTargetedIndicators } from '../sql/targets.ts';
import { notFound } from './errors.ts';
import type { Catalog, CatalogIndicator } from './schemas/catalog.ts';

/** For a package that has no figures of the country. */
const netherlands = { code: 'NL00', name: 'Nederland' };

/** Everything that the reader may see, in the order to show it. Throws a problem 404 while nothing is published. */
export async function readCatalog(db: Database, reader: Reader): Promise<Catalog> {
  const region = await findRegion(db, reader);
  if (!region) throw notFound('Nothing has been published yet');
  const country = (await findArea(db, reader, region.key))?.parents.find(({ level }) => level === 'country');
  const sources = await listSources(db, reader);
  const boundaryYears = await listBoundaryYears(db, reader);
  const indicators = await listIndicators(db, reader);
  return {
    region: { key: region.key, name: region.name },
    country: country ? { code: country.code, name: country.name } : netherlands,
    municipalities: await listMunicipalities(db, reader),
    levels: levels.filter((level) => indicators.some((indicator) => indicator.levels.includes(level))),
    boundaryYears: boundaryYears.map(({ year, areas, bbox, source }) => ({ year, areas, bbox, source })),
    themes: await listThemes(db, reader),
    indicators: indicators.map((indicator) => describeIndicator(indicator, sources)),
    dimensions: await describeDimensions(db, reader),
    surveys: (await listSurveys(db, reader)).map((survey) => ({ ...survey, rounds: [...survey.rounds] })),
    targets: await listTargetedIndicators(db, reader),
    sources,
    demonstration: region.demonstration,
  };
}

function describeIndicator(indicator: IndicatorEntry, sources: readonly Source[]): CatalogIndicator {
  const { key, name, theme, unit, kind, decimals, polarity, aggregate, derive } = indicator;
  const { smallestDenominator, disclosure, dimension, survey, breaks } = indicator;
  return {
    ...{ key, name, theme, unit, kind, decimals, polarity, aggregate, derive, smallestDenominator },
    ...(disclosure && { disclosure }),
    levels: [...indicator.levels],
    periods: copyPeriods(indicator.periods),
    source: sources.find((source) => source.key === indicator.sources[0]) ?? null,
    sources: [...indicator.sources],
    columns: chooseMapColumns(indicator.columns),
    dimension,
    items: indicator.items.map((item) => describeItem(item, indicator)),
    survey,
    breaks: breaks.map((own) => ({ ...own, categories: own.categories && [...own.categories] })),
  };
}

/** Says of an item only what is not so of the whole: there may be thousands of them. */
function describeItem(item: ItemEntry, whole: IndicatorEntry): CatalogIndicator['items'][number] {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return {
    category: item.category,
    ...(!isSame(item.levels, whole.levels) && { levels: [...item.levels] }),
    ...(!isSame(item.periods, whole.periods) && { periods: copyPeriods(item.periods) }),
    columns: chooseMapColumns(item.columns),
  };
}

function copyPeriods(periods: IndicatorEntry['periods']): CatalogIndicator['periods'] {
  return periods.map((period) => ({ ...period, levels: [...period.levels] }));
}

function chooseMapColumns(columns: IndicatorEntry['columns']): CatalogIndicator['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([level]) => isMapLevel(level)));
}

async function describeDimensions(db: Database, reader: Reader): Promise<Catalog['dimensions']> {
  const dimensions = await listDimensions(db, reader);
  return dimensions.map((dimension) => ({ ...dimension, categories: [...dimension.categories] }));
}
