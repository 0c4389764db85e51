import { type MapLevel, mapLevels } from '../../geodata/level.ts';
import { describeTitle } from '../../geodata/link/title.ts';
import { daysOfPeriods, formatPeriod } from '../../geodata/period.ts';
import type { Language } from '../../geodata/text.ts';
import { notFound } from '../errors.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { geojsonType, htmlType, jsonType, type Link, linkForms, type WriteAddress } from './addresses.ts';
import { crsNames } from './crs.ts';
import { type FigureChoice, listPeriods } from './figure.ts';
import { standardWords } from './words.ts';

/** The areas of a level in a boundary year, and of which periods they have figures of what was chosen. */
export interface Collection {
  readonly id: string;
  readonly level: MapLevel;
  readonly boundaryYear: number;
  readonly bbox: readonly number[];
  /** In order of time; none where no figures were asked for. */
  readonly periods: readonly string[];
}

/** Every collection that a reader with this catalog may see; where figures are asked for, those that have any. The newest first. */
export function listCollections(catalog: Catalog, figure: FigureChoice | null): Collection[] {
  return catalog.boundaryYears.toReversed().flatMap(({ year, bbox, areas }) =>
    mapLevels
      .filter((level) => areas[level] > 0)
      .map((level) => ({
        id: `${level}-${year}`,
        level,
        boundaryYear: year,
        bbox,
        periods: figure ? listPeriods(figure, level, year) : [],
      }))
      .filter(({ periods }) => !figure || periods.length > 0),
  );
}

/** Throws a problem 404 where there is none, or none that the reader may see. */
export function requireCollection(catalog: Catalog, figure: FigureChoice | null, id: string): Collection {
  const found = listCollections(catalog, figure).find((collection) => collection.id === id);
  if (!found) throw notFound(`No collection ${id}${figure ? ` with figures of ${figure.address}` : ''}`);
  return found;
}

/** What OGC API Features says of a collection. */
export function describeCollection(
  { id, level, boundaryYear, bbox, periods }: Collection,
  figure: FigureChoice | null,
  { write, language, form }: { write: WriteAddress; language: Language; form: 'json' | 'html' },
) {
  const words = standardWords[language];
  const span = daysOfPeriods(periods);
  const areas = words.areas(level);
  const title = figure
    ? describeTitle({
        name: figure.entry.name[language],
        difference: null,
        period: figure.period === null ? '' : formatPeriod(figure.period, language),
        areas: areas.toLowerCase(),
      })
    : areas;
  return {
    id,
    title: `${title}, ${words.boundaries(boundaryYear)}`,
    extent: {
      spatial: { bbox: [[...bbox]], crs: crsNames.crs84 },
      ...(span && {
        temporal: { interval: [[`${span.first}T00:00:00Z`, `${span.last}T23:59:59Z`]] },
      }),
    },
    itemType: 'feature',
    crs: Object.values(crsNames),
    storageCrs: crsNames.crs84,
    links: [
      ...linkForms(write, `/collections/${id}`, { type: jsonType, form }),
      ...linkItems(write, id, words.items),
      {
        rel: 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector',
        type: jsonType,
        title: words.tiles,
        href: write(`/collections/${id}/tiles`, { f: 'json' }),
      },
    ],
  };
}

function linkItems(write: WriteAddress, id: string, title: string): Link[] {
  return [
    [geojsonType, 'json'],
    [htmlType, 'html'],
  ].map(([type, f]) => ({
    rel: 'items',
    type: type ?? '',
    title,
    href: write(`/collections/${id}/items`, { f }),
  }));
}
