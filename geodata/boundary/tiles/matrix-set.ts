/** Metres across a pixel of the standard's screen (0.28 mm). */
const standardPixel = 0.000_28;
const tileSize = 256;

/** A tile matrix set of the OGC (Two Dimensional Tile Matrix Set 2.0), in its JSON. */
export interface TileMatrixSet {
  readonly id: string;
  readonly title: string;
  /** Where the OGC registered it; absent where it did not. */
  readonly uri?: string;
  readonly crs: string;
  readonly orderedAxes: readonly ['X', 'Y'];
  readonly wellKnownScaleSet: string;
  readonly tileMatrices: readonly TileMatrix[];
}

interface TileMatrix {
  readonly id: string;
  readonly scaleDenominator: number;
  /** Metres across a pixel. */
  readonly cellSize: number;
  /** The north-west corner, metres. */
  readonly pointOfOrigin: readonly [number, number];
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly matrixWidth: number;
  readonly matrixHeight: number;
}

/** Matrices of squares, each with four times as many as the one before. `widest`: metres across the only tile of the first. */
function listMatrices(origin: readonly [number, number], widest: number, deepest: number): TileMatrix[] {
  return Array.from({ length: deepest + 1 }, (_, zoom) => {
    const cellSize = widest / tileSize / 2 ** zoom;
    return {
      id: String(zoom),
      scaleDenominator: cellSize / standardPixel,
      cellSize,
      pointOfOrigin: origin,
      tileWidth: tileSize,
      tileHeight: tileSize,
      matrixWidth: 2 ** zoom,
      matrixHeight: 2 ** zoom,
    };
  });
}

/** Metres across the square that Web Mercator shows the world in. */
const worldMetres = 2 * Math.PI * 6_378_137;

/** Annex D.1 of the standard. */
export const webMercatorQuad = {
  id: 'WebMercatorQuad',
  title: 'Google Maps Compatible for the World',
  uri: 'http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad',
  crs: 'http://www.opengis.net/def/crs/EPSG/0/3857',
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible',
  tileMatrices: listMatrices([-worldMetres / 2, worldMetres / 2], worldMetres, 24),
} as const satisfies TileMatrixSet;

/** The north-west corner of the square that RD is tiled in, and metres across it. */
export const rdSquare = { west: -285_401.92, north: 903_401.92, width: 880_803.84 } as const;

/** RD as Geonovum's guideline on tiling has it (Nederlandse richtlijn tiling), with the matrices of PDOK. */
export const netherlandsRdNewQuad = {
  id: 'NetherlandsRDNewQuad',
  title: 'Amersfoort / RD New scheme for the Netherlands',
  crs: 'http://www.opengis.net/def/crs/EPSG/0/28992',
  orderedAxes: ['X', 'Y'],
  wellKnownScaleSet: 'urn:ogc:def:wkss:OGC:1.0:NLDEPSG28992Scale',
  tileMatrices: listMatrices([rdSquare.west, rdSquare.north], rdSquare.width, 16),
} as const satisfies TileMatrixSet;

/** By its name: the first is that of the map. */
export const matrixSets = {
  WebMercatorQuad: webMercatorQuad,
  NetherlandsRDNewQuad: netherlandsRdNewQuad,
} as const satisfies Readonly<Record<string, TileMatrixSet>>;

export type MatrixSetName = keyof typeof matrixSets;
export const matrixSetNames = Object.keys(matrixSets) as [MatrixSetName, ...MatrixSetName[]];
