import type { TileJson } from '../../geodata/boundary/tiles/tilejson.ts';

interface CatalogPart {
  readonly boundaryYears: readonly { readonly year: number }[];
  readonly indicators: readonly {
    readonly key: string;
    readonly columns: Readonly<Record<string, { readonly hash: string }>>;
  }[];
}

/** Tiles further in show the same ground in more pieces; these are what most visits ask for. */
const zoomsAsked = 4;

/** Paths of the tiles that a product has, from the least zoom on. */
export async function listTiles(address: string, zooms = zoomsAsked): Promise<string[]> {
  const { boundaryYears } = await readJson<CatalogPart>(`${address}/api/catalog`);
  const paths: string[] = [];
  for (const { year } of boundaryYears) {
    const { tiles, minzoom, maxzoom, bounds } = await readJson<TileJson>(`${address}/tiles/${year}.json`);
    const [template = ''] = tiles;
    for (let z = minzoom; z <= Math.min(maxzoom, minzoom + zooms - 1); z++)
      for (const [x, y] of coverBounds(bounds, z)) {
        const filled = template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
        const { pathname } = new URL(filled, address);
        const { status } = await fetch(address + pathname);
        if (status === 200) paths.push(pathname);
      }
  }
  return paths;
}

/** Paths of the columns that a product has, each with its hash. */
export async function listColumns(address: string): Promise<string[]> {
  const { indicators } = await readJson<CatalogPart>(`${address}/api/catalog`);
  return indicators.flatMap(({ key, columns }) =>
    Object.entries(columns).map(([level, { hash }]) => `/api/columns/${key}/${level}?hash=${hash}`),
  );
}

/** The tiles of a zoom that touch the bounds: west, south, east, north in degrees. */
function coverBounds([west, south, east, north]: TileJson['bounds'], z: number): [number, number][] {
  const side = 2 ** z;
  const column = (longitude: number) => Math.floor(((longitude + 180) / 360) * side);
  const row = (latitude: number) => {
    const angle = (latitude * Math.PI) / 180;
    return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * side);
  };
  const found: [number, number][] = [];
  for (let x = column(west); x <= column(east); x++)
    for (let y = row(north); y <= row(south); y++) found.push([x, y]);
  return found;
}

async function readJson<Body>(address: string): Promise<Body> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return (await answer.json()) as Body;
}
