import type { Database, SqlValue } from 'sql.js';
import { InputError, messageOf } from '../../problem.ts';
import { type Projection, projectionOfNumber, projectionOfWkt } from '../../projection.ts';
import { suggest } from '../suggestion.ts';
import { composeSigns, createDecoder, emptyFile } from './encoding.ts';
import type { FeatureSet, RawFeature } from './feature.ts';
import { GeometryFault, readWkb, type Surface } from './wkb.ts';

/**
 * Reads one layer of an OGC GeoPackage (12-128r19): the one named, or the only one. `codeField` only serves to name a
 * faulty feature. SQLite is loaded when first needed. Throws InputError.
 */
export function readGeoPackage(
  bytes: Uint8Array,
  file: string,
  layer: string | null,
  codeField: string,
): Promise<FeatureSet> {
  return readDatabase(bytes, file, (database) => readLayer(database, file, layer, codeField));
}

/** The names of the layers of features. Throws InputError. */
export function listLayerNames(bytes: Uint8Array, file: string): Promise<string[]> {
  return readDatabase(bytes, file, (database) => listLayers(database).map(({ table }) => table));
}

async function readDatabase<Result>(
  bytes: Uint8Array,
  file: string,
  read: (database: Database) => Result,
): Promise<Result> {
  if (bytes.length === 0) throw emptyFile(file);
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 15)) !== 'SQLite format 3')
    throw new InputError({
      file,
      message: 'it is no GeoPackage',
      remedy: `export it again as GeoPackage, as ${convert(file)} does`,
    });
  const { default: initSqlJs } = await import('sql.js');
  const sql = await initSqlJs();
  const database = new sql.Database(leaveLog(bytes));
  try {
    requireGeoPackage(database, file);
    return read(database);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = messageOf(error);
    throw new InputError({
      file,
      message: `the GeoPackage is damaged (${reason})`,
      remedy: 'copy or export it again',
    });
  } finally {
    database.close();
  }
}

/** The way to a GeoPackage from any file that GDAL reads. */
function convert(file: string): string {
  return `"ogr2ogr -f GPKG converted.gpkg ${file}"`;
}

/** The bytes 18 and 19 say 2 where a log is kept beside the file; there is none here, so that it is read as it stands. */
function leaveLog(bytes: Uint8Array): Uint8Array {
  if (bytes[18] !== 2 && bytes[19] !== 2) return bytes;
  const copy = bytes.slice();
  copy.fill(1, 18, 20);
  return copy;
}

/** What tells of the layers. */
const needed = ['gpkg_contents', 'gpkg_geometry_columns', 'gpkg_spatial_ref_sys'];

/** A view is a program, which may never end: only tables that hold what they say are read. */
function isView(database: Database, name: string): boolean {
  const statement = database.prepare(
    "select type, sql from sqlite_master where type in ('table', 'view') and lower(name) = lower($name)",
  );
  try {
    const [type, definition] = statement.bind({ $name: name }) && statement.step() ? statement.get() : [];
    return type === 'view' || /^\s*create\s+virtual\b|\bas\s*\(/i.test(String(definition ?? ''));
  } finally {
    statement.free();
  }
}

function refuseView(file: string, name: string): InputError {
  return new InputError({
    file,
    place: `layer "${name}"`,
    message: 'it is computed when it is read (a view, or columns that are)',
    remedy: `make a table of it with ${convert(file)}`,
  });
}

function requireGeoPackage(database: Database, file: string): void {
  const hidden = needed.filter((name) => isView(database, name));
  if (hidden.length) throw refuseView(file, hidden[0] ?? '');
  const [found] = database.exec("select 1 from sqlite_master where name = 'gpkg_contents'");
  if (!found)
    throw new InputError({
      file,
      message: 'it is a database of SQLite, but no GeoPackage',
      remedy: `give it the ending .sqlite, and make a GeoPackage of that with ${convert(file.replace(/(\.[^./]*)?$/, '.sqlite'))}`,
    });
}

interface Layer {
  readonly table: string;
  readonly geometry: string;
  readonly organization: string;
  readonly number: number;
  readonly definition: string;
}

function readLayer(database: Database, file: string, name: string | null, codeField: string): FeatureSet {
  const layer = chooseLayer(listLayers(database), file, name);
  if (isView(database, layer.table)) throw refuseView(file, layer.table);
  const projection = findProjection(layer, file);
  const unit = projection.key === 'rd' ? 'metre' : 'degree';
  const statement = database.prepare(`select * from ${quote(layer.table)}`);
  const features: RawFeature[] = [];
  const counts = { arcs: 0, withArcs: 0, withoutArea: 0 };
  while (statement.step()) {
    const values = statement.getAsObject();
    const number = features.length + 1;
    const code = values[codeField];
    const place = typeof code === 'string' && code ? `feature ${number} (${code})` : `feature ${number}`;
    const { polygons, arcs, withoutArea } = readGeometry(values[layer.geometry], unit, file, place);
    counts.arcs += arcs;
    counts.withArcs += arcs ? 1 : 0;
    counts.withoutArea += withoutArea;
    delete values[layer.geometry];
    features.push({ number, values, polygons });
  }
  const columns = statement.getColumnNames();
  statement.free();
  const notes = [...describeParts(counts), ...repairTexts(database, layer, columns, features, file)];
  const fields = columns.filter((field) => field !== layer.geometry).map(composeSigns);
  return { projection, features, fields, notes, deleted: 0 };
}

function describeParts(counts: { arcs: number; withArcs: number; withoutArea: number }): string[] {
  const { arcs, withArcs, withoutArea } = counts;
  return [
    ...(arcs
      ? [`${arcs} arcs in the borders of ${withArcs} features became lines within 0.1 m of them`]
      : []),
    ...(withoutArea ? [`${withoutArea} points and lines beside polygons were left out`] : []),
  ];
}

/** SQLite keeps whatever bytes a program wrote as text: those that are no UTF-8 are read once more, as they are. */
function repairTexts(
  database: Database,
  { table }: Layer,
  columns: readonly string[],
  features: readonly RawFeature[],
  file: string,
): string[] {
  const isLost = (value: unknown): value is string => typeof value === 'string' && value.includes('\ufffd');
  if (!features.some(({ values }) => Object.values(values).some(isLost))) return [];
  const remedy = `write its texts in UTF-8, as ${convert(file)} does of a file whose set it knows`;
  const decoder = createDecoder(file, { charset: null, says: null, remedy });
  const blobs = columns.map((name) => `cast(${quote(name)} as blob) as ${quote(name)}`);
  const statement = database.prepare(`select ${blobs.join(', ')} from ${quote(table)}`);
  for (const { values } of features) {
    if (!statement.step()) break;
    const own = values as Record<string, unknown>;
    for (const [name, bytes] of Object.entries(statement.getAsObject()))
      if (isLost(own[name]) && bytes instanceof Uint8Array) own[name] = decoder.decode(bytes);
  }
  statement.free();
  return decoder.listNotes();
}

function listLayers(database: Database): Layer[] {
  const [result] = database.exec(
    `select g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
     from gpkg_contents c
     join gpkg_geometry_columns g on g.table_name = c.table_name
     left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
     where c.data_type = 'features' order by g.table_name`,
  );
  return (result?.values ?? []).map(([table, geometry, organization, number, definition]) => ({
    table: String(table),
    geometry: String(geometry),
    organization: String(organization ?? ''),
    number: Number(number ?? 0),
    definition: String(definition ?? ''),
  }));
}

function chooseLayer(layers: readonly Layer[], file: string, name: string | null): Layer {
  const names = layers.map(({ table }) => table);
  const [first] = layers;
  if (!first)
    throw new InputError({
      file,
      message: 'it has no layer of features',
      remedy: 'export the boundaries again',
    });
  if (name === null && layers.length === 1) return first;
  const named = layers.find(({ table }) => table === name);
  if (named) return named;
  const list = names.map((table) => `"${table}"`).join(', ');
  throw name === null
    ? new InputError({
        file,
        message: `it has the layers ${list}`,
        remedy: 'name one as "layer" in the descriptor',
      })
    : new InputError({
        file,
        place: `layer "${name}"`,
        message: 'there is no such layer',
        remedy: suggest(name, names),
      });
}

function findProjection({ organization, number, definition, table }: Layer, file: string): Projection {
  const numbered = organization.toUpperCase() === 'EPSG' ? projectionOfNumber(number) : null;
  const projection = numbered ?? projectionOfWkt(definition);
  if (projection) return projection;
  throw new InputError({
    file,
    place: `layer "${table}"`,
    message: `the coordinate system ${organization ? `${organization}:${number}` : 'of the layer'} is not one that is read`,
    remedy: 'convert the layer to EPSG:28992 (RD) or EPSG:4326',
  });
}

/** The header of a GeoPackage's geometry: GP, version, flags, reference system, an envelope of a size that the flags tell. */
function readGeometry(
  value: SqlValue | undefined,
  unit: 'metre' | 'degree',
  file: string,
  place: string,
): Surface {
  try {
    if (!(value instanceof Uint8Array)) throw new GeometryFault('it has no geometry');
    if (value[0] !== 0x47 || value[1] !== 0x50)
      throw new GeometryFault('its geometry is no GeoPackage geometry', `convert it with ${convert(file)}`);
    const flags = value[3] ?? 0;
    const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 7];
    if (envelopeBytes === undefined || flags & 0x20)
      throw new GeometryFault('its geometry is in a form of its own', `convert it with ${convert(file)}`);
    return readWkb(value.subarray(8 + envelopeBytes), unit);
  } catch (error) {
    if (!(error instanceof GeometryFault)) throw error;
    const remedy = error.remedy.replace('<the file>', file);
    throw new InputError({ file, place, message: error.message, remedy });
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
