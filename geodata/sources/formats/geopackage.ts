import type { Position } from 'geojson';
import type { Database, SqlValue } from 'sql.js';
import { InputError } from '../../problem.ts';
import { type Projection, projectionOfNumber, projectionOfWkt } from '../../projection.ts';
import { suggest } from '../suggestion.ts';
import { emptyFile } from './encoding.ts';
import type { FeatureSet, RawFeature } from './feature.ts';
import { GeometryFault, readWkb } from './wkb.ts';

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
    throw new InputError({ file, message: 'it is no GeoPackage', remedy: 'export it again as GeoPackage' });
  const { default: initSqlJs } = await import('sql.js');
  const sql = await initSqlJs();
  const database = new sql.Database(bytes);
  try {
    return read(database);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError({
      file,
      message: `the GeoPackage is damaged (${reason})`,
      remedy: 'copy or export it again',
    });
  } finally {
    database.close();
  }
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
  const projection = findProjection(layer, file);
  const statement = database.prepare(`select * from ${quote(layer.table)}`);
  const features: RawFeature[] = [];
  while (statement.step()) {
    const values = statement.getAsObject();
    const number = features.length + 1;
    const code = values[codeField];
    const place = typeof code === 'string' && code ? `feature ${number} (${code})` : `feature ${number}`;
    const polygons = readGeometry(values[layer.geometry], file, place);
    delete values[layer.geometry];
    features.push({ number, values, polygons });
  }
  const fields = statement.getColumnNames().filter((field) => field !== layer.geometry);
  statement.free();
  return { projection, features, fields, notes: [], deleted: 0 };
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
function readGeometry(value: SqlValue | undefined, file: string, place: string): Position[][][] {
  try {
    if (!(value instanceof Uint8Array)) throw new GeometryFault('it has no geometry');
    if (value[0] !== 0x47 || value[1] !== 0x50)
      throw new GeometryFault('its geometry is no GeoPackage geometry');
    const flags = value[3] ?? 0;
    const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 7];
    if (envelopeBytes === undefined) throw new GeometryFault('its geometry has an unknown envelope');
    return readWkb(value.subarray(8 + envelopeBytes));
  } catch (error) {
    if (!(error instanceof GeometryFault)) throw error;
    throw new InputError({
      file,
      place,
      message: error.message,
      remedy: 'give it a polygon or remove the feature',
    });
  }
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
