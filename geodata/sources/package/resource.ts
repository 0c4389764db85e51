import type { Definitions } from '../../dimension.ts';
import { type Level, levels } from '../../level.ts';
import type { InputError } from '../../problem.ts';
import { sizeLimits } from '../formats/limit.ts';
import { findNearest, suggest } from '../suggestion.ts';
import {
  hasKey,
  isObject,
  keyError,
  type Node,
  readChoice,
  readInteger,
  readObject,
  readOptionalText,
  readText,
  readTitle,
  refuseOtherKeys,
} from './descriptor.ts';
import { type Field, readFields, readPeriod } from './field.ts';
import { type ResourceFile, readPath } from './path.ts';
import { readSource, type Source } from './source.ts';

interface ResourceBase {
  readonly name: string;
  readonly title: string;
  /** Of the main file, inside the package's folder. */
  readonly path: string;
  readonly source: Source;
  readonly boundaryYear: number;
}

/** The neighbourhoods of one boundary year. The keys after `format` name fields of the file. */
export interface BoundaryResource extends ResourceBase {
  readonly role: 'boundaries';
  readonly level: 'neighbourhood';
  readonly format: 'geojson' | 'shp' | 'gpkg';
  readonly code: string;
  readonly nameField: string;
  readonly district: string | null;
  readonly districtName: string | null;
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  readonly water: string | null;
  /** Of a GeoPackage with several. */
  readonly layer: string | null;
}

/** A table of figures of areas of one level, in the boundaries of one year. */
export interface ObservationResource extends ResourceBase {
  readonly role: 'observations';
  readonly level: Level;
  readonly format: 'csv';
  readonly encoding: string;
  /** Null where the file itself has to tell. */
  readonly delimiter: string | null;
  readonly period: string | null;
  readonly missingValues: readonly string[];
  readonly fields: readonly Field[];
}

/** Reads one resource that has our keys. `register` gives sources keys of their own. Throws InputError. */
export function readResource(
  node: Node,
  root: Node,
  definitions: Definitions,
  register: (source: Source) => Source,
): BoundaryResource | ObservationResource {
  const own = readObject(node, 'wijkinformatie');
  const role = readChoice(own, 'role', ['boundaries', 'observations']);
  refuseOtherKeys(own, role === 'boundaries' ? boundaryKeys : observationKeys);
  const name = readText(node, 'name');
  const base: ResourceBase = {
    name,
    title: hasKey(node, 'title') ? readTitle(node, 'title') : name,
    path: readPath(node),
    source: register(readSource(node, root)),
    boundaryYear: readInteger(own, 'boundaryYear', 1995, 2100),
  };
  return role === 'boundaries'
    ? readBoundary(node, own, base)
    : readObservation(node, own, base, definitions);
}

/** The files to read for a resource, the main one first. */
export function filesOf(resource: BoundaryResource | ObservationResource): ResourceFile[] {
  const limit = resource.role === 'boundaries' ? sizeLimits.boundaries : sizeLimits.observations;
  const main = { path: resource.path, required: true, limit };
  if (resource.format !== 'shp') return [main];
  const companions = shapefileCompanions.map((extension) => ({
    path: companionPath(resource.path, extension),
    required: false,
    limit,
  }));
  return [main, ...companions];
}

const shapefileCompanions = ['dbf', 'prj', 'cpg'] as const;

/** The path of a file that belongs to a shapefile: `a/b.shp` → `a/b.dbf`, `a/B.SHP` → `a/B.DBF`. */
export function companionPath(path: string, extension: (typeof shapefileCompanions)[number]): string {
  const isUpper = /\.SHP$/.test(path);
  return path.replace(/shp$/i, isUpper ? extension.toUpperCase() : extension);
}

const boundaryFieldKeys = [
  'district',
  'districtName',
  'municipality',
  'municipalityName',
  'water',
  'layer',
] as const;
const boundaryKeys = ['role', 'level', 'boundaryYear', 'code', 'nameField', ...boundaryFieldKeys];
const observationKeys = ['role', 'level', 'boundaryYear', 'period'];

function readBoundary(node: Node, own: Node, base: ResourceBase): BoundaryResource {
  const [district, districtName, municipality, municipalityName, water, layer] = boundaryFieldKeys.map(
    (key) => readOptionalText(own, key),
  );
  const level = readChoice(own, 'level', levels);
  if (level !== 'neighbourhood')
    throw keyError(
      own,
      'level',
      `boundaries of a ${level} are not read`,
      'give those of the neighbourhoods: the other levels are made from them',
    );
  return {
    ...base,
    role: 'boundaries',
    level,
    format: readFormat(node, ['geojson', 'shp', 'gpkg'], base.path),
    code: readText(own, 'code'),
    nameField: readText(own, 'nameField'),
    district: district ?? null,
    districtName: districtName ?? null,
    municipality: municipality ?? null,
    municipalityName: municipalityName ?? null,
    water: water ?? null,
    layer: layer ?? null,
  };
}

function readObservation(
  node: Node,
  own: Node,
  base: ResourceBase,
  definitions: Definitions,
): ObservationResource {
  const period = readPeriod(own);
  return {
    ...base,
    role: 'observations',
    level: readChoice(own, 'level', levels),
    format: readFormat(node, ['csv'], base.path),
    encoding: readOptionalText(node, 'encoding') ?? 'utf-8',
    delimiter: readDelimiter(node),
    period,
    missingValues: readMissingValues(node),
    fields: readFields(node, definitions, period),
  };
}

/** From `format`, or else from the end of the path. */
function readFormat<Format extends string>(node: Node, formats: readonly Format[], path: string): Format {
  const given = hasKey(node, 'format') ? readText(node, 'format') : null;
  const isKnown = formats.some((format) => format === given);
  if (given !== null && !isKnown && !formats.includes('csv' as Format) && !findNearest(given, formats))
    throw refuseFormat(node, given, path);
  if (given !== null) return readChoice(node, 'format', formats);
  const end = (/\.([^./]+)$/.exec(path)?.[1] ?? '').toLowerCase();
  const format = formats.find((candidate) => candidate === (end === 'json' ? 'geojson' : end));
  if (!format && !formats.includes('csv' as Format)) throw refuseFormat(node, end, path);
  if (!format) throw keyError(node, 'format', `"${path}" does not tell the format`, suggest(end, formats));
  return format;
}

/** GDAL turns every other file of boundaries into one that is read. */
function refuseFormat(node: Node, format: string, path: string): InputError {
  return keyError(
    node,
    'format',
    `boundaries are read as GeoJSON, shapefile or GeoPackage, not as "${format}"`,
    format === 'zip'
      ? 'unpack it, and name the .shp or .gpkg in it'
      : `make a GeoPackage with "ogr2ogr -f GPKG converted.gpkg ${path}", and name that with the format "gpkg"`,
  );
}

/** Data Package keeps it under `dialect`. */
function readDelimiter(node: Node): string | null {
  if (!hasKey(node, 'dialect')) return null;
  const dialect = readObject(node, 'dialect');
  if (!hasKey(dialect, 'delimiter')) return null;
  const delimiter = dialect.values.delimiter;
  if (typeof delimiter !== 'string' || delimiter.length !== 1)
    throw keyError(dialect, 'delimiter', 'it is no single character', 'write "," or ";" or "\\t"');
  return delimiter;
}

/** Version 2 of the standard allows objects with a label too; the empty cell is missing by default. */
function readMissingValues(node: Node): string[] {
  const schema = readObject(node, 'schema');
  const list = schema.values.missingValues;
  if (list === undefined) return [''];
  if (!Array.isArray(list)) throw keyError(schema, 'missingValues', 'it is no list', 'write it as [ … ]');
  return list.map((item: unknown, index) => {
    const value = isObject(item) ? item.value : item;
    if (typeof value !== 'string')
      throw keyError(schema, 'missingValues', `item ${index + 1} is no text`, 'write it between quotes');
    return value;
  });
}
