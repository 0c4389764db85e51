import { findEntry } from '../../geodata/catalog.ts';
import type { Series } from '../../geodata/chart/series.ts';
import type { EmbedKind } from '../../geodata/link/embed.ts';
import { isPlainView } from '../../geodata/link/plain-view.ts';
import { resolveView } from '../../geodata/link/resolve.ts';
import { titleWords } from '../../geodata/link/title.ts';
import { defaultView, parseView } from '../../geodata/link/view.ts';
import { reasonGiven } from '../../geodata/observation.ts';
import type { Language } from '../../geodata/text.ts';
import { type AreaDetail, findArea, listAreas } from '../../sql/areas.ts';
import type { Database } from '../../sql/database.ts';
import { listObservations, type ObservationRow } from '../../sql/observations.ts';
import type { Reader } from '../../sql/reader.ts';
import type { ReadPictures } from '../first-picture/pictures.ts';
import {
  describeFirstView,
  type FirstPanel,
  type FirstView,
  keepMapCatalog,
  nameMaps,
} from '../first-view.ts';
import type { Catalog, CatalogIndicator } from '../schemas/catalog.ts';
import type { PublishedTilesets } from '../tilesets.ts';
import { writeChart } from './chart.ts';
import { writeOneFigure } from './figure.ts';
import { describeAreas, type EmbeddedMap, writeMaps } from './map.ts';
import type { EmbedContent } from './page.ts';
import { writeTable } from './table.ts';
import { type EmbedRefusal, embedWords } from './words.ts';

/** What is published, for the public: whoever looks at a frame, nobody else is asked who it is. */
export interface EmbedSources {
  readonly db: Database;
  /** The public. */
  readonly reader: Reader;
  readonly catalog: Catalog;
  readonly tilesets: PublishedTilesets;
  readonly readPictures: ReadPictures;
}

/** More than the neighbourhoods of a country, or the periods of an area. */
const mostFigures = 20_000;

/** Reads what a frame shows of a link (the query of its address), or why it shows nothing. */
export async function readEmbed(
  sources: EmbedSources,
  kind: EmbedKind,
  search: string,
): Promise<EmbedContent | EmbedRefusal> {
  const { catalog, tilesets } = sources;
  const wished = { ...defaultView, ...parseView(search).view };
  const resolved = wished.page === 'map' ? resolveView(wished, keepMapCatalog(catalog)) : null;
  const replaced = resolved?.adjustments.some(({ parameter }) => parameter !== 'level');
  const first = describeFirstView(catalog, tilesets, search);
  if (!resolved || replaced || !first) return 'gone';
  if (first.view.frozen !== null) return 'frozen';
  if (!isPlainView(first.view)) return 'no-map';
  if (kind === 'map') return readMaps(sources, first);
  const panel = first.panels[first.view.active];
  const indicator = findEntry(catalog, first.view.indicator);
  if (!panel || !indicator) return 'gone';
  if (kind === 'table') return readTable(sources, first, panel, indicator);
  const area = first.view.area ? await findArea(sources.db, sources.reader, first.view.area) : null;
  if (!area) return first.view.area ? 'gone' : 'no-area';
  return readOfArea(sources, first, { kind, area, indicator });
}

async function readMaps(sources: EmbedSources, first: FirstView): Promise<EmbedContent | EmbedRefusal> {
  const { db, reader, catalog, tilesets, readPictures } = sources;
  const { view } = first;
  const subjects = await readPictures(db, reader, first, tilesets, catalog);
  if (!subjects) return 'too-large';
  const titles = nameMaps(first);
  const maps: EmbeddedMap[] = [];
  for (const [place, subject] of subjects.entries()) {
    const [panel, { boundaryYear }] = [view.panels[place], first.panels[place] ?? { boundaryYear: 0 }];
    const indicator = panel && findEntry(catalog, panel.indicator);
    if (!panel || !indicator) return 'gone';
    const areas = await listAreas(db, reader, boundaryYear, panel.level);
    maps.push({ subject, indicator, period: panel.period, title: titles[place] ?? '', areas });
  }
  return {
    title: [...new Set(titles)].join(' · '),
    notes: nameBoundaries(first, catalog),
    body: writeMaps(maps, view.area, view.language),
    areas: maps.map((map) => describeAreas(map, view.language)),
    sources: nameSources(maps.map(({ indicator }) => indicator)),
  };
}

async function readTable(
  sources: EmbedSources,
  first: FirstView,
  { boundaryYear }: FirstPanel,
  indicator: CatalogIndicator,
): Promise<EmbedContent | EmbedRefusal> {
  const { catalog } = sources;
  const { view } = first;
  const { level, period, language } = view;
  const within = catalog.municipalities.find(({ code }) => code === view.area);
  const rows = await listAll(sources, {
    indicator: [view.indicator],
    period: [period],
    level: [level],
    boundaryYear: [boundaryYear],
    ...(within && level !== 'municipality' && { within: [within.code] }),
  });
  if (rows.length === 0) return 'no-figures';
  const isDivided = level !== 'municipality' && !within;
  const name = nameMaps(first)[view.active] ?? '';
  const title = within && level !== 'municipality' ? `${name}, ${within.name}` : name;
  const municipalityOf = isDivided ? await findMunicipalities(sources, boundaryYear, level) : null;
  return {
    title,
    notes: nameBoundaries(first, catalog),
    body: writeTable({ rows, indicator, title, municipalityOf }, language),
    sources: nameSources([indicator]),
  };
}

interface OfArea {
  readonly kind: 'chart' | 'figure';
  readonly area: AreaDetail;
  readonly indicator: CatalogIndicator;
}

/** A chart or a figure of one area, beside the municipality that it lies in, or the region. */
async function readOfArea(
  sources: EmbedSources,
  { view }: FirstView,
  { kind, area, indicator }: OfArea,
): Promise<EmbedContent | EmbedRefusal> {
  const { catalog } = sources;
  const { language, period } = view;
  const reference = area.parents.find(({ level }) => level === 'municipality' || level === 'region');
  const codes = [area.code, ...(reference ? [reference.code] : [])];
  const filter = { indicator: [view.indicator], area: codes };
  const rows = keepLatest(
    await listAll(sources, kind === 'figure' ? { ...filter, period: [period] } : filter),
  );
  const own = rows.filter((row) => row.area === area.code);
  const others = rows.filter((row) => row.area !== area.code);
  const [figure] = own;
  if (!figure) return 'no-figures';
  const name = indicator.name[language];
  const base = { notes: nameDemonstration(catalog, language), sources: nameSources([indicator]) };
  if (kind === 'figure')
    return { ...base, title: name, body: writeOneFigure(figure, others, indicator, language) };
  const title = `${name}, ${area.name}`;
  const breaks = indicator.breaks.map(({ period: from, reason }) => ({
    period: from,
    reason: reason[language],
  }));
  const series: Series[] = [
    { name: area.name, points: own.map(tellReason), breaks },
    ...(others.length > 0 && reference
      ? [{ name: reference.name, points: others.map(tellReason), breaks }]
      : []),
  ];
  const body = writeChart({ series, indicator, title, period }, language);
  return body === null ? 'no-figures' : { ...base, title, body };
}

/** A row with what is said of its figure beside the status. */
function tellReason<Row extends Pick<ObservationRow, 'note'>>(row: Row) {
  return { ...row, reason: reasonGiven(row.note) };
}

/** Of a period that is given in several boundaries, its figure in the latest. */
function keepLatest(rows: readonly ObservationRow[]): ObservationRow[] {
  const latest = new Map<string, ObservationRow>();
  for (const row of rows) {
    const key = `${row.area} ${row.period}`;
    const known = latest.get(key);
    if (!known || known.boundaryYear < row.boundaryYear) latest.set(key, row);
  }
  return [...latest.values()];
}

/** All rows of a filter, so that what is left out of what is shown is told. */
async function listAll(
  { db, reader }: EmbedSources,
  filter: Omit<Parameters<typeof listObservations>[2], 'limit'>,
): Promise<ObservationRow[]> {
  return (await listObservations(db, reader, { ...filter, limit: mostFigures })).rows;
}

async function findMunicipalities(
  { db, reader, catalog }: EmbedSources,
  boundaryYear: number,
  level: FirstView['view']['level'],
): Promise<(code: string) => string> {
  const parents = new Map<string, string | null>();
  for (const each of ['district', level] as const)
    for (const { code, parent } of await listAreas(db, reader, boundaryYear, each)) parents.set(code, parent);
  const names = new Map(catalog.municipalities.map(({ code, name }) => [code, name]));
  const find = (code: string | null | undefined): string =>
    code == null ? '' : (names.get(code) ?? find(parents.get(code)));
  return find;
}

/** In which boundaries the areas lie, where there are others, and that figures are made up where they are. */
function nameBoundaries({ view, panels, hasSeveralDivisions }: FirstView, catalog: Catalog): string[] {
  const { language } = view;
  const years = [...new Set(panels.map(({ boundaryYear }) => boundaryYear))];
  const boundaries = hasSeveralDivisions ? years.map(titleWords[language].boundariesOf) : [];
  return [...boundaries, ...nameDemonstration(catalog, language)];
}

function nameDemonstration({ demonstration }: Catalog, language: Language): string[] {
  return demonstration ? [embedWords[language].demonstration] : [];
}

/** Of each source its title and licence. */
function nameSources(indicators: readonly CatalogIndicator[]): string[] {
  const named = indicators.flatMap(({ source }) =>
    source ? [[source.title, source.licence?.title].filter(Boolean).join(', ')] : [],
  );
  return [...new Set(named)];
}
