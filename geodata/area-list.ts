import type { MapLevel } from './level.ts';

/** An area as `GET /api/areas` lists it. */
export interface ListedArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;
  /** Codes of the areas that share a border with it. */
  readonly neighbours: readonly string[];
  /** West, south, east and north, in degrees. */
  readonly bbox: readonly [number, number, number, number];
  /** A point inside the area: east and north, in degrees. */
  readonly centroid: readonly [number, number];
}

/** All areas of a level in a boundary year. */
export interface AreaList {
  readonly boundaryYear: number;
  readonly level: MapLevel;
  readonly rows: readonly ListedArea[];
}

/** The same in a few arrays: those of a country cross from a worker at once, as objects they would hold up the page. */
export interface PackedAreas extends Omit<AreaList, 'rows'> {
  /** One line an area. */
  readonly codes: string;
  readonly names: string;
  readonly indexes: Uint32Array;
  /** Where the neighbours of an area begin in `neighbours`; those of the last end with it. */
  readonly starts: Uint32Array;
  /** As indexes in the list. */
  readonly neighbours: Uint32Array;
  /** Four numbers an area, and two. */
  readonly boxes: Float64Array;
  readonly centroids: Float64Array;
}

/**
 * Reads the answer of `GET /api/areas?level=…&boundaryYear=…` as it was sent. Throws SyntaxError for bytes that are no JSON.
 */
export function parseAreaList(bytes: Uint8Array): AreaList {
  return JSON.parse(new TextDecoder().decode(bytes)) as AreaList;
}

/** Neighbours that are not in the list are left out. */
export function packAreas({ boundaryYear, level, rows }: AreaList): PackedAreas {
  const indexes = new Map(rows.map(({ code }, index) => [code, index]));
  const beside = rows.map(({ neighbours }) => neighbours.flatMap((code) => indexes.get(code) ?? []));
  let end = 0;
  const starts = beside.map((all) => {
    end += all.length;
    return end - all.length;
  });
  return {
    boundaryYear,
    level,
    codes: rows.map(({ code }) => code).join('\n'),
    names: rows.map(({ name }) => name).join('\n'),
    indexes: Uint32Array.from(rows, ({ index }) => index),
    starts: Uint32Array.from(starts),
    neighbours: Uint32Array.from(beside.flat()),
    boxes: Float64Array.from(rows.flatMap(({ bbox }) => bbox)),
    centroids: Float64Array.from(rows.flatMap(({ centroid }) => centroid)),
  };
}

/** The areas of a packed list. What few of them are asked for is looked up when it is. */
export function unpackAreas(packed: PackedAreas): AreaList {
  const [codes, names] = [packed.codes.split('\n'), packed.names.split('\n')];
  const rows = codes.map((_, index) => new UnpackedArea(packed, codes, names, index));
  return { boundaryYear: packed.boundaryYear, level: packed.level, rows };
}

class UnpackedArea implements ListedArea {
  readonly code: string;
  readonly name: string;
  readonly index: number;

  constructor(
    private readonly packed: PackedAreas,
    private readonly codes: readonly string[],
    names: readonly string[],
    private readonly at: number,
  ) {
    this.code = codes[at] ?? '';
    this.name = names[at] ?? '';
    this.index = packed.indexes[at] ?? 0;
  }

  get neighbours(): readonly string[] {
    const { starts, neighbours } = this.packed;
    const others = neighbours.subarray(starts[this.at], starts[this.at + 1]);
    return Array.from(others, (other) => this.codes[other] ?? '');
  }

  get bbox(): ListedArea['bbox'] {
    const [west = 0, south = 0, east = 0, north = 0] = this.packed.boxes.subarray(4 * this.at);
    return [west, south, east, north];
  }

  get centroid(): ListedArea['centroid'] {
    const [east = 0, north = 0] = this.packed.centroids.subarray(2 * this.at);
    return [east, north];
  }
}
