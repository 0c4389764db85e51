/** What there is to ask for, whoever may see it. */
interface Known {
  readonly addresses: readonly string[];
  readonly levels: readonly string[];
  readonly years: readonly string[];
  readonly codes: readonly string[];
  readonly groups: readonly { indicator: string; period: string; level: string }[];
  readonly tiles: readonly { boundaryYear: number; z: number; x: number; y: number }[];
}

/** What is asked at each route of the open standards, by its method and path. */
export function listStandards({
  addresses,
  levels,
  years,
  codes,
  groups,
  tiles,
}: Known): [string, string[]][] {
  const collections = years.flatMap((year) => levels.map((level) => `${level}-${year}`));
  const figures = ['', ...addresses.map((address) => `?indicator=${address}`)];
  const forms = [...figures, '?f=html', `?indicator=${addresses[0]}&f=html`];
  const below = '/ogc/collections';
  const known = collections.filter((id) => !id.endsWith('1999'));
  return [
    [
      'get /api/observations.csv-metadata.json',
      addresses.map((address) => `/api/observations.csv-metadata.json?indicator=${address}&format=csv`),
    ],
    ['get /areas/{code}', codes.flatMap((code) => [`/areas/${code}`, `/areas/${code}?lang=en`])],
    ['get /sitemap.xml', ['/sitemap.xml']],
    ['get /robots.txt', ['/robots.txt']],
    ['get /catalog.jsonld', ['/catalog.jsonld']],
    ['get /catalog.ttl', ['/catalog.ttl']],
    ['get /ogc', forms.map((query) => `/ogc${query}`)],
    ['get /ogc/conformance', ['/ogc/conformance', '/ogc/conformance?f=html']],
    ['get /ogc/api', forms.map((query) => `/ogc/api${query}`)],
    ['get /ogc/collections', forms.map((query) => `${below}${query}`)],
    [
      'get /ogc/collections/{collectionId}',
      [
        ...collections.map((id) => `${below}/${id}`),
        ...known.flatMap((id) => figures.map((query) => `${below}/${id}${query}`)),
      ],
    ],
    [
      'get /ogc/collections/{collectionId}/items',
      [
        ...collections.map((id) => `${below}/${id}/items`),
        ...known.flatMap((id) => figures.map((query) => `${below}/${id}/items${query}`)),
        ...groups.map(({ indicator, period, level }) => {
          const query = `indicator=${indicator}&period=${period}&limit=3`;
          return `${below}/${level}-2024/items?${query}`;
        }),
        `${below}/neighbourhood-2024/items?f=html`,
        `${below}/neighbourhood-2024/items?indicator=${addresses[0]}&status=missing`,
        `${below}/neighbourhood-2024/items?indicator=${addresses[0]}&datetime=../2023-12-31`,
      ],
    ],
    [
      'get /ogc/collections/{collectionId}/items/{featureId}',
      [
        ...codes.flatMap((code) =>
          collections.filter((id) => id.endsWith('2024')).map((id) => `${below}/${id}/items/${code}`),
        ),
        ...codes.map((code) => `${below}/${levelOf(code)}-2024/items/${code}?indicator=${addresses[0]}`),
      ],
    ],
    [
      'get /ogc/collections/{collectionId}/tiles',
      collections.flatMap((id) => [`${below}/${id}/tiles`, `${below}/${id}/tiles?f=html`]),
    ],
    [
      'get /ogc/collections/{collectionId}/tiles/{tileMatrixSetId}',
      collections.flatMap((id) => [
        `${below}/${id}/tiles/WebMercatorQuad`,
        `${below}/${id}/tiles/WebMercatorQuad?f=tilejson`,
        `${below}/${id}/tiles/NetherlandsRDNewQuad`,
      ]),
    ],
    [
      'get /ogc/collections/{collectionId}/tiles/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}',
      [
        ...tiles.map(
          ({ boundaryYear, z, x, y }) =>
            `${below}/neighbourhood-${boundaryYear}/tiles/WebMercatorQuad/${z}/${y}/${x}`,
        ),
        `${below}/neighbourhood-2024/tiles/WebMercatorQuad/9/0/0`,
        ...known.map((id) => `${below}/${id}/tiles/NetherlandsRDNewQuad/1/0/1`),
      ],
    ],
    ['get /ogc/tileMatrixSets', ['/ogc/tileMatrixSets']],
    [
      'get /ogc/tileMatrixSets/{tileMatrixSetId}',
      ['/ogc/tileMatrixSets/WebMercatorQuad', '/ogc/tileMatrixSets/NetherlandsRDNewQuad'],
    ],
  ];
}

const lettersOf: Readonly<Record<string, string>> = { GM: 'municipality', WK: 'district' };

/** The level of a code, by its letters. */
function levelOf(code: string): string {
  return lettersOf[code.slice(0, 2)] ?? 'neighbourhood';
}
