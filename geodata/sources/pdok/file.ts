import { InputError } from '../../problem.ts';
import { readAttributeTable } from '../formats/dbf.ts';
import type { FeatureSet } from '../formats/feature.ts';
import { listLayerNames, readGeoPackage } from '../formats/geopackage.ts';
import { sizeLimits } from '../formats/limit.ts';
import { readShapefile } from '../formats/shapefile.ts';
import { readZip, ZipFault } from '../formats/zip.ts';
import { codeFields } from './fields.ts';
import type { BoundaryAnswer } from './services.ts';

/** Names of layers and files: `buurten`, `cbs_buurten_2020`, `buurt_2016_v3`, `wijkenbuurten_buurten`. */
const named = {
  buurt: /(^|[_/ -])(buurt|bu)(en)?([_ -]?\d{4})?([_ -]?v\d+)?$/i,
  wijk: /(^|[_/ -])(wijk|wk)(en)?([_ -]?\d{4})?([_ -]?v\d+)?$/i,
};

/** Whether bytes begin as a GeoPackage, which is SQLite, or as a zip. */
export function isBoundaryFile(bytes: Uint8Array): boolean {
  return isGeoPackage(bytes) || isZip(bytes);
}

/**
 * Reads CBS's map from a GeoPackage, or from a zip with a GeoPackage or shapefiles in it. `path` names it in messages.
 * Throws InputError where it holds no neighbourhoods.
 */
export async function readBoundaryFile(bytes: Uint8Array, path: string): Promise<BoundaryAnswer> {
  if (isGeoPackage(bytes)) return readLayers(bytes, path);
  if (!isZip(bytes))
    throw new InputError({
      file: path,
      message: 'it is neither a GeoPackage nor a zip',
      remedy:
        'give the file as it was downloaded, put the parts of a shapefile together in a zip, or make a GeoPackage with "ogr2ogr -f GPKG converted.gpkg <the file>"',
    });
  const files = unzip(bytes, path);
  const place = (name: string) => `${path}/${name}`;
  for (const [name, content] of files)
    if (/\.gpkg$/i.test(name)) {
      refuseLog(files, name, path);
      return readLayers(content, place(name));
    }
  return readShapes(files, path);
}

/** A GeoPackage that was put into a zip while a program had it open lacks what is in its log. */
function refuseLog(files: ReadonlyMap<string, Uint8Array>, name: string, path: string): void {
  for (const [log, content] of files)
    if (
      /-(wal|journal)$/i.test(log) &&
      log.toLowerCase().startsWith(`${name.toLowerCase()}-`) &&
      content.length
    )
      throw new InputError({
        file: `${path}/${name}`,
        message: `"${log}" stands beside it: it was put into the zip while a program had it open`,
        remedy:
          'take it out of the zip, close the program that has it open, and put it into the zip again alone',
      });
}

async function readLayers(bytes: Uint8Array, path: string): Promise<BoundaryAnswer> {
  const layers = await listLayerNames(bytes, path);
  const layer = layers.find((name) => named.buurt.test(name));
  if (layer === undefined) throw lacksNeighbourhoods(path, layers);
  const [codeField = ''] = codeFields;
  const set = await readGeoPackage(bytes, path, layer, codeField);
  const districts = layers.find((name) => named.wijk.test(name));
  const rows = districts === undefined ? [] : (await readGeoPackage(bytes, path, districts, '')).features;
  return { ...describeSet(set), districts: rows.map(({ values }) => values) };
}

function readShapes(files: ReadonlyMap<string, Uint8Array>, path: string): BoundaryAnswer {
  const names = [...files.keys()];
  const find = (kind: RegExp) => names.find((name) => /\.shp$/i.test(name) && kind.test(name.slice(0, -4)));
  const shp = find(named.buurt);
  if (shp === undefined) throw lacksNeighbourhoods(path, names);
  const part = (stem: string, extension: string) => {
    const name = names.find((one) => one.toLowerCase() === `${stem}.${extension}`.toLowerCase());
    return {
      path: `${path}/${name ?? `${stem}.${extension}`}`,
      bytes: (name && files.get(name)) || null,
    };
  };
  const stem = shp.slice(0, -4);
  const set = readShapefile({
    shp: part(stem, 'shp'),
    dbf: part(stem, 'dbf'),
    prj: part(stem, 'prj'),
    cpg: part(stem, 'cpg'),
  });
  return { ...describeSet(set), districts: readDistricts(find(named.wijk), part) };
}

/** Of the districts only the names are read. */
function readDistricts(
  shp: string | undefined,
  part: (stem: string, extension: string) => { path: string; bytes: Uint8Array | null },
): Record<string, unknown>[] {
  const stem = shp?.slice(0, -4);
  const table = stem === undefined ? null : part(stem, 'dbf');
  if (stem === undefined || !table?.bytes) return [];
  const charset = part(stem, 'cpg').bytes;
  const { rows } = readAttributeTable(
    table.bytes,
    table.path,
    charset ? new TextDecoder().decode(charset) : null,
  );
  return rows.flatMap((row) => (row ? [{ ...row }] : []));
}

function describeSet({
  features,
  projection,
  notes,
  deleted,
}: FeatureSet): Omit<BoundaryAnswer, 'districts'> {
  return {
    neighbourhoods: features.map(({ values, polygons }) => ({
      id: null,
      properties: values,
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
    projection: projection.key,
    notes: deleted ? [...notes, `${deleted} rows that are marked as deleted were left out`] : notes,
    others: 0,
  };
}

/** Takes out only what is read, and nothing that would not fit: a small zip can hold a file of any size. */
function unzip(bytes: Uint8Array, path: string): Map<string, Uint8Array> {
  const isWanted = (name: string) =>
    /\.(gpkg|gpkg-wal|gpkg-journal|shp|dbf|prj|cpg)$/i.test(name) && !/(^|\/)(__MACOSX|\.)/.test(name);
  try {
    return readZip(bytes, path, isWanted, { entries: 10_000, bytes: sizeLimits.boundaries });
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    throw new InputError({
      file: path,
      message: `the zip is damaged (${error.message})`,
      remedy: 'download it again',
    });
  }
}

function isGeoPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 15)) === 'SQLite format 3';
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function lacksNeighbourhoods(path: string, names: readonly string[]): InputError {
  return new InputError({
    file: path,
    message: `it holds no layer of neighbourhoods${names.length ? ` (but ${names.slice(0, 5).join(', ')})` : ''}`,
    remedy: 'give the map of districts and neighbourhoods as CBS or PDOK publishes it',
  });
}
