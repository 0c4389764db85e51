const features = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
const tiles = 'http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf';

/** What the service meets, and no class more. */
export const conformanceClasses = [
  'http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core',
  ...['core', 'oas30', 'html', 'geojson'].map((name) => `${features}/${name}`),
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  ...['core', 'tileset', 'tilesets-list', 'geodata-tilesets', 'mvt', 'tilejson', 'oas30'].map(
    (name) => `${tiles}/${name}`,
  ),
] as const;
