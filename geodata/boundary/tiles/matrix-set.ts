/** Metres across the square that Web Mercator shows the world in. */
const worldMetres = 2 * Math.PI * 6_378_137;
/** Metres across a pixel of the standard's screen (0.28 mm). */
const standardPixel = 0.000_28;
const tileSize = 256;
const deepest = 24;

/** WebMercatorQuad of the OGC's Two Dimensional Tile Matrix Set (2.0, annex D.1), in its JSON. */
export const webMercatorQuad = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
  crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: Array.from({ length: deepest + 1 }, (_, zoom) => {
    const cellSize = worldMetres / tileSize / 2 ** zoom;
    return {
      id: String(zoom),
      scaleDenominator: cellSize / standardPixel,
      cellSize,
      pointOfOrigin: [-worldMetres / 2, worldMetres / 2],
      tileWidth: tileSize,
      tileHeight: tileSize,
      matrixWidth: 2 ** zoom,
      matrixHeight: 2 ** zoom,
    };
  }),
} as const;
