import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { findEntry } from '../../geodata/catalog.ts';
import { classOfFigure } from '../../geodata/classes/area-class.ts';
import { addressOfColumn, type ColumnKey } from '../../geodata/columns/address.ts';
import { type ColumnData, decodeColumn, reasonAt } from '../../geodata/columns/column.ts';
import type { MapLevel } from '../../geodata/level.ts';
import type { ResolvedView } from '../../geodata/link/resolve.ts';
import { cameraOf } from '../../geodata/map/framing.ts';
import { keyOf, type TileId } from '../../geodata/map/mercator.ts';
import { absentArea } from '../../geodata/observation.ts';
import { listAreaList } from '../../sql/area-list.ts';
import { findArea } from '../../sql/areas.ts';
import { findColumn, findTile, type StoredBytes } from '../../sql/artefacts.ts';
import type { Database } from '../../sql/database.ts';
import { listObservations } from '../../sql/observations.ts';
import { type Reader, writeRightsKey } from '../../sql/reader.ts';
import { listTargets } from '../../sql/targets.ts';
import { RequestProblem } from '../errors.ts';
import { type FirstView, keepMapCatalog, nameColumn } from '../first-view.ts';
import { rememberReading } from '../memory/recent-memory.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import type { Catalog } from '../schemas/catalog.ts';
import type { PublishedTileset, PublishedTilesets } from '../tilesets.ts';
import { findHeld, isDrawnByServer, isSmall } from './drawable.ts';
import { type PanelDrawing, readDrawings } from './panel-drawing.ts';
import type { PanelReadings, PanelSource } from './panel-readings.ts';
import { chooseSight, type PictureSight } from './sight.ts';
import type { PictureSubject } from './svg.ts';
import { readTilePaths, type TilePaths } from './tile-paths.ts';

/** Tiles that take more, compressed, are for the browser to draw: bytes of all tiles of a map. */
const mostTileBytes = 120_000;
/** Figures of one area that are read to hold others against: as many as the viewer asks for. */
const mostRows = 10_000;
/** What maps draw that is kept of a catalog. */
const mostDrawings = 32;

/** Reads what the maps of a view are drawn from, for one reader; null where the browser has to draw them. */
export type ReadPictures = (
  db: Database,
  reader: Reader,
  first: FirstView,
  tilesets: PublishedTilesets,
  catalog: Catalog,
) => Promise<readonly PictureSubject[] | null>;

/** What maps are drawn from, as the routes that draw them are given it. */
export interface PictureReadings {
  readonly readPublishedCatalog: PublishedReading<Catalog>;
  readonly readPublishedTilesets: PublishedReading<PublishedTilesets>;
  readonly readPictures: ReadPictures;
}

/** The same reading, with a problem 503 where something is published just then. */
export function requirePictures(read: ReadPictures): ReadPictures {
  return (...asked) =>
    read(...asked).catch(() => {
      throw new RequestProblem('not-ready', 'The maps cannot be read just now: ask again', undefined, 2);
    });
}

interface ReadTile {
  readonly bytes: number;
  readonly paths: TilePaths;
}

const unzip = promisify(gunzip);

type Drawings = Awaited<ReturnType<typeof readDrawings>>;

/**
 * Keeps what it read of tiles and columns, by the rights of their reader, so that a page asks the database nothing; and what
 * was computed of them, so that a change is tested once and not for each page.
 */
export function createPictures(): ReadPictures {
  const tiles = rememberReading<ReadTile>(256);
  const columns = rememberReading<ColumnData | null>(32);
  /** Of each catalog, which is of one kind of readers and names the hash of every column. */
  const drawings = new WeakMap<Catalog, ReturnType<typeof rememberReading<Drawings>>>();

  async function readTile(
    db: Database,
    reader: Reader,
    { boundaryYear, hash, level, id, corner }: TileRequest,
  ): Promise<ReadTile> {
    const key = `${writeRightsKey(reader)} ${hash} ${level} ${keyOf(id)}`;
    return tiles(key, async () => {
      const stored = await findTile(db, reader, boundaryYear, hash, id.z, id.x, id.y);
      if (!stored) throw new Error(`There is no tile ${keyOf(id)} of ${boundaryYear}`);
      const place = { column: id.x - corner.x, row: id.y - corner.y };
      return { bytes: stored.brotli.length, paths: readTilePaths(await unpack(stored), level, place) };
    });
  }

  async function readColumn(db: Database, reader: Reader, column: ColumnKey): Promise<ColumnData | null> {
    const key = `${writeRightsKey(reader)} ${addressOfColumn(column)}`;
    return columns(key, async () => {
      const stored = await findColumn(db, reader, column.indicator, column.level);
      if (stored?.hash !== column.hash) throw new Error(`The column of ${column.indicator} was replaced`);
      return isSmall({ bytes: stored.brotli.length }) ? decodeColumn(await unpack(stored)) : null;
    });
  }

  async function readTiles(
    db: Database,
    reader: Reader,
    { boundaryYear, hash, places }: PublishedTileset,
    level: MapLevel,
    sight: PictureSight,
  ): Promise<TilePaths[] | null> {
    const read: TilePaths[] = [];
    let left = mostTileBytes;
    for (const id of sight.tiles.filter((each) => places.has(keyOf(each)))) {
      const request = { boundaryYear, hash, level, id, corner: sight.corner };
      const { bytes, paths } = await readTile(db, reader, request);
      left -= bytes;
      if (left < 0) return null;
      read.push(paths);
    }
    return read;
  }

  /** What each panel shows figures of; null where some have none that are drawn here. */
  async function readSources(
    db: Database,
    reader: Reader,
    { view, panels }: FirstView,
    catalog: Catalog,
  ): Promise<PanelSource[] | null> {
    const sources: PanelSource[] = [];
    for (const [index, { column: key, boundaryYear, indicator }] of panels.entries()) {
      const [panel, entry] = [view.panels[index], findEntry(catalog, indicator.key)];
      const column = key && (await readColumn(db, reader, key));
      if (!panel || !entry || !column) return null;
      sources.push({ panel, entry, boundaryYear, column });
    }
    return sources;
  }

  function rememberDrawings(
    catalog: Catalog,
    view: ResolvedView,
    read: () => Promise<Drawings>,
  ): Promise<Drawings> {
    const remember = drawings.get(catalog) ?? rememberReading<Drawings>(mostDrawings);
    drawings.set(catalog, remember);
    const { panels, scale, chance } = view;
    return remember(JSON.stringify([panels, scale, chance, findHeld(view, catalog)]), read);
  }

  return async (db, reader, first, tilesets, catalog) => {
    const { view, panels } = first;
    if (!isDrawnByServer(view)) return null;
    const ofMap = keepMapCatalog(catalog);
    const sources = await readSources(db, reader, first, ofMap);
    if (!sources) return null;
    const readings: PanelReadings = {
      readColumn: async (entry, level) => {
        const column = nameColumn(entry, level);
        return column && readColumn(db, reader, column);
      },
      readAreas: (boundaryYear, level) => listAreaList(db, reader, boundaryYear, level),
      readRows: async (indicator, area) =>
        (await listObservations(db, reader, { indicator, area: [area], limit: mostRows })).rows,
      readTargets: (indicator) => listTargets(db, reader, { indicator }),
      hasArea: async (code) => (await findArea(db, reader, code)) !== null,
    };
    const drawn = await rememberDrawings(ofMap, view, () => readDrawings(view, sources, ofMap, readings));
    if (!drawn) return null;
    const pictures: PictureSubject[] = [];
    for (const [index, { boundaryYear, panel }] of sources.entries()) {
      const [drawing, tileset] = [drawn[index], tilesets.get(boundaryYear)];
      const extent = first.tilesets[`/tiles/${boundaryYear}.json`];
      if (!drawing || !tileset || !extent) return null;
      const sight = chooseSight(first.bbox, cameraOf(view, index), extent, panels.length);
      const tiles = await readTiles(db, reader, tileset, panel.level, sight);
      if (!tiles) return null;
      pictures.push(describePicture(drawing, { sight, tiles, name: `map-${index}` }));
    }
    return pictures;
  };
}

function describePicture(
  { drawn, figures, colours }: PanelDrawing,
  where: Pick<PictureSubject, 'sight' | 'tiles' | 'name'>,
): PictureSubject {
  const figureOf = (area: number) => ({
    value: drawn?.values[area] ?? Number.NaN,
    status: drawn?.statuses[area] ?? absentArea,
    reason: drawn ? reasonAt(drawn, area) : null,
  });
  const { breaks } = figures.classes;
  return { ...where, classOf: (area) => classOfFigure(figureOf(area), breaks), figureOf, figures, colours };
}

interface TileRequest {
  readonly boundaryYear: number;
  readonly hash: string;
  readonly level: MapLevel;
  readonly id: TileId;
  readonly corner: TileId;
}

async function unpack(stored: StoredBytes): Promise<Uint8Array> {
  return unzip(stored.gzip);
}
