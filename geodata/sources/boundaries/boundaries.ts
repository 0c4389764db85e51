import { districtOfNeighbourhood, municipalityOfCode } from '../../area.ts';
import { InputError } from '../../problem.ts';
import type { Account } from '../account.ts';
import { readAreaCode } from '../area-code.ts';
import type { BoundaryFeature, FeatureSet, RawFeature } from '../formats/feature.ts';
import { readGeoJson } from '../formats/geojson.ts';
import { readGeoPackage } from '../formats/geopackage.ts';
import { readShapefile } from '../formats/shapefile.ts';
import { readPublished } from '../name-text.ts';
import { type BoundaryResource, companionPath } from '../package/resource.ts';
import { suggest } from '../suggestion.ts';
import { mergeFeatures } from './merge.ts';
import { createTally, type Repair, type Tally } from './repair.ts';
import { repairPolygons } from './ring.ts';

export type { BoundaryFeature } from '../formats/feature.ts';
export type { Repair } from './repair.ts';

/**
 * Reads the neighbourhoods of a boundary year. `files` holds the bytes by path, see `filesOf`. Features of one code, one
 * land and one water, become one. Throws InputError on the first thing that cannot be mended with certainty.
 */
export async function readBoundaries(
  resource: BoundaryResource,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{ features: BoundaryFeature[]; repairs: Repair[]; account: Account }> {
  const set = await readFormat(resource, files);
  const file = resource.path;
  if (!set.features.length)
    throw new InputError({ file, message: 'it has no features', remedy: 'export the boundaries again' });
  checkFields(resource, set.fields);
  const repairs: Repair[] = set.notes.map((message) => ({ file, place: '', message }));
  const tally = createTally();
  const features = set.features.map((feature) => readFeature(feature, set, resource, repairs, tally));
  const merged = mergeFeatures(features, file, repairs);
  return {
    features: merged.features,
    repairs: [...repairs, ...tally.toRepairs(file)],
    account: {
      file,
      unit: 'features',
      read: set.features.length + set.deleted,
      written: { count: merged.features.length, as: 'areas' },
      leftOut: [
        { reason: 'marked as deleted in the .dbf', count: set.deleted },
        { reason: 'put together with the other part of its area, land and water', count: merged.joined },
        { reason: 'the same as another in everything', count: merged.repeated },
      ],
    },
  };
}

async function readFormat(
  resource: BoundaryResource,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<FeatureSet> {
  const { path, format, code, layer } = resource;
  const partAt = (partPath: string) => ({ path: partPath, bytes: files.get(partPath) ?? null });
  const main = files.get(path);
  if (!main)
    throw new InputError({ file: path, message: 'the file is missing', remedy: 'copy it into the package' });
  if (format === 'geojson') return readGeoJson(main, path, code);
  if (format === 'gpkg') return readGeoPackage(main, path, layer, code);
  return readShapefile({
    shp: partAt(path),
    dbf: partAt(companionPath(path, 'dbf')),
    prj: partAt(companionPath(path, 'prj')),
    cpg: partAt(companionPath(path, 'cpg')),
  });
}

function checkFields(resource: BoundaryResource, fields: readonly string[]): void {
  const { path, code, nameField, district, districtName, municipality, municipalityName, water } = resource;
  for (const name of [code, nameField, district, districtName, municipality, municipalityName, water])
    if (name !== null && !fields.includes(name))
      throw new InputError({
        file: path,
        place: `field "${name}"`,
        message: 'the descriptor names this field, but the file has no such attribute',
        remedy: fields.length ? suggest(name, fields) : 'export the file again with its attributes',
      });
}

function readFeature(
  { number, values, polygons }: RawFeature,
  { projection }: FeatureSet,
  resource: BoundaryResource,
  repairs: Repair[],
  tally: Tally,
): BoundaryFeature {
  const file = resource.path;
  const code = readAreaCode(
    values[resource.code],
    'neighbourhood',
    file,
    `feature ${number}, field "${resource.code}"`,
    tally.add,
  );
  const place = `feature ${number} (${code})`;
  const onRepair = (message: string) => repairs.push({ file, place, message });
  const readName = (field: string | null) => readText(values, field, file, place, tally);
  const name = readName(resource.nameField);
  if (!name) onRepair('it has no name; its code is shown instead');
  return {
    code,
    name: name ?? code,
    district: readParent(values, resource.district, code, 'district', file, place, tally),
    districtName: readName(resource.districtName),
    municipality: readParent(values, resource.municipality, code, 'municipality', file, place, tally),
    municipalityName: readName(resource.municipalityName),
    water: isWaterCode(code) || readWater(values, resource.water, file, place),
    polygons: repairPolygons(polygons, { file, place, projection, onRepair }),
    place,
  };
}

/** A name as it is published; null where there is none. */
function readText(
  values: RawFeature['values'],
  field: string | null,
  file: string,
  place: string,
  tally: Tally,
): string | null {
  const value = field === null ? null : values[field];
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const at = `${place}, field "${field}"`;
  return (
    readPublished(String(value), {
      file,
      place: at,
      onRepair: (sort, what) => tally.add(sort, `${at}, ${what}`),
    }) || null
  );
}

/** A parent's code is part of the neighbourhood's own; a field that contradicts it is refused. */
function readParent(
  values: RawFeature['values'],
  field: string | null,
  code: string,
  level: 'district' | 'municipality',
  file: string,
  place: string,
  tally: Tally,
): string {
  const implied = level === 'district' ? districtOfNeighbourhood(code) : municipalityOfCode(code);
  if (field === null) return implied;
  const given = readAreaCode(values[field], level, file, `${place}, field "${field}"`, tally.add);
  if (given === implied) return given;
  throw new InputError({
    file,
    place: `${place}, field "${field}"`,
    message: `the ${level} "${given}" contradicts the code, which lies in "${implied}"`,
    remedy: 'correct the one that is wrong',
  });
}

/** CBS numbers inland water, sea and ground abroad 9997 to 9999 within a municipality. */
function isWaterCode(code: string): boolean {
  return /^BU\d{4}999[789]$/.test(code);
}

/** CBS writes JA, NEE and B (abroad). */
const waterWords: ReadonlyMap<string, boolean> = new Map([
  ['nee', false],
  ['n', false],
  ['no', false],
  ['false', false],
  ['0', false],
  ['', false],
  ['ja', true],
  ['j', true],
  ['yes', true],
  ['true', true],
  ['1', true],
  ['b', true],
]);

function readWater(values: RawFeature['values'], field: string | null, file: string, place: string): boolean {
  if (field === null) return false;
  const word = String(values[field] ?? '').trim();
  const isWater = waterWords.get(word.toLowerCase());
  if (isWater !== undefined) return isWater;
  throw new InputError({
    file,
    place: `${place}, field "${field}"`,
    message: `"${word}" says neither land nor water`,
    remedy: 'write "JA", "NEE" or "B" (abroad)',
  });
}
