import { listColumns, listTiles } from '../artefacts.ts';

/** What a request is for; a table has a line of each. */
export type Kind =
  | 'page'
  | 'script'
  | 'catalogue'
  | 'tile'
  | 'column'
  | 'profile'
  | 'search'
  | 'observations';

export interface Asked {
  readonly kind: Kind;
  readonly path: string;
}

/** All that may be asked for, by kind; `csv`: whole files of figures, which are in no visit. */
export type Places = Readonly<Record<Kind | 'csv', readonly string[]>>;

/** How often each is asked for in a visit: somebody opens the map, moves it, tries subjects, and looks at some areas. */
const timesInVisit: Readonly<Record<Kind, number>> = {
  page: 1,
  script: 4,
  catalogue: 1,
  tile: 12,
  column: 4,
  profile: 2,
  search: 2,
  observations: 1,
};

interface CatalogPart {
  readonly boundaryYears: readonly { readonly year: number }[];
  readonly municipalities: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly { readonly key: string }[];
}

/** Lists what a product has that visitors ask for. */
export async function listPlaces(address: string): Promise<Places> {
  const read = async <Body>(path: string) => (await (await fetch(address + path)).json()) as Body;
  const { boundaryYears, municipalities, indicators } = await read<CatalogPart>('/api/catalog');
  const year = Math.max(...boundaryYears.map((one) => one.year));
  const level = `/api/areas?level=neighbourhood&boundaryYear=${year}`;
  const { rows } = await read<{ rows: readonly { code: string; name: string }[] }>(level);
  const html = await (await fetch(`${address}/`)).text();
  const begun = ({ name }: { name: string }) =>
    `/api/search?q=${encodeURIComponent(name.slice(0, 3 + (name.length % 4)))}`;
  return {
    page: ['/'],
    script: [...new Set(html.match(/\/assets\/[\w.-]+\.(?:js|css)/g))],
    catalogue: ['/api/catalog'],
    tile: await listTiles(address),
    column: await listColumns(address),
    profile: rows.map(({ code }) => `/api/areas/${code}/profile`),
    search: [...rows, ...municipalities].map(begun),
    csv: indicators.map(({ key }) => `/api/observations?indicator=${key}&format=csv`),
    observations: indicators.flatMap(({ key }) =>
      municipalities.map(({ code }) => `/api/observations?indicator=${key}&within=${code}&limit=200`),
    ),
  };
}

/** What a visitor asks for, one after the other; `random` gives numbers from 0 up to 1. */
export function* visit(places: Places, random: () => number): Generator<Asked> {
  for (const [kind, times] of Object.entries(timesInVisit) as [Kind, number][]) {
    const all = places[kind];
    // Scripts are those of the page in turn; of all else any.
    const first = kind === 'script' ? 0 : Math.floor(random() * all.length);
    const step = kind === 'tile' || kind === 'script' ? 1 : Math.max(1, Math.floor(random() * all.length));
    for (let time = 0; time < times; time++) {
      const path = all[(first + time * step) % all.length];
      if (path !== undefined) yield { kind, path };
    }
  }
}
