import { zipSync } from 'fflate';
import { convertWithOgr } from '../ogr.ts';
import { drawDistricts, drawNeighbourhoods, type MapFeature } from './map.ts';

const toRd = ['-t_srs', 'EPSG:28992'];

/** The map of a year as PDOK's GeoPackage: Dutch coordinates, a layer a level. */
export function packGeoPackage(year: number): Uint8Array {
  const made = convertWithOgr(
    write(year),
    ['-f', 'GPKG', ...toRd, '-nln', 'buurten', 'map.gpkg', 'buurten.geojson'],
    ['-f', 'GPKG', '-update', ...toRd, '-nln', 'wijken', 'map.gpkg', 'wijken.geojson'],
  );
  return take(made, 'map.gpkg');
}

/** The map of a year as CBS's zip: with shapefiles of their own names until 2020, with a GeoPackage after that. */
export function packZip(year: number): Uint8Array {
  if (year > 2020)
    return zipSync({ [`WijkBuurtkaart_${year}_v3/wijkenbuurten_${year}_v3.gpkg`]: packGeoPackage(year) });
  const command = (name: string, file: string) => [
    ...['-f', 'ESRI Shapefile', ...toRd, '-lco', 'ENCODING=ISO-8859-1', '-nln', name, `${name}.shp`],
    file,
  ];
  const made = convertWithOgr(
    write(year, shorten),
    command(`buurt_${year}`, 'buurten.geojson'),
    command(`wijk_${year}`, 'wijken.geojson'),
  );
  const shapes = [...made].filter(([name]) => /^(buurt|wijk)_.*\.(shp|shx|dbf|prj|cpg)$/.test(name));
  return zipSync({
    'Lees mij.pdf': new Uint8Array([0x25]),
    ...Object.fromEntries(shapes.map(([name, bytes]) => [`shape ${year}/${name}`, bytes])),
  });
}

function write(year: number, rename = (feature: MapFeature): object => feature): Record<string, string> {
  const collect = (features: readonly MapFeature[]) =>
    JSON.stringify({ type: 'FeatureCollection', features: features.map(rename) });
  return {
    'buurten.geojson': collect(drawNeighbourhoods(year)),
    'wijken.geojson': collect(drawDistricts(year)),
  };
}

/** The names of earlier years: BU_CODE, WK_CODE, GM_NAAM. */
function shorten({ properties, ...feature }: MapFeature): object {
  const names: Record<string, string> = {
    buurtcode: 'BU_CODE',
    buurtnaam: 'BU_NAAM',
    wijkcode: 'WK_CODE',
    wijknaam: 'WK_NAAM',
    gemeentecode: 'GM_CODE',
    gemeentenaam: 'GM_NAAM',
    water: 'WATER',
    indelingswijziging_wijken_en_buurten: 'IND_WBI',
  };
  const entries = Object.entries(properties).flatMap(([name, value]) => {
    const short = names[name];
    return short ? [[short, value]] : [];
  });
  return { ...feature, properties: Object.fromEntries(entries) };
}

function take(files: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array {
  const bytes = files.get(name);
  if (!bytes) throw new Error(`ogr2ogr made no ${name}`);
  return bytes;
}
