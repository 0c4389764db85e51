export const encodings = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof encodings)[number];

/** What a client says of each content coding: `gzip;q=0.5, *;q=0` → gzip 0.5, * 0. */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    if (name === '') continue;
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : Number(quality);
    weights.set(name === 'x-gzip' ? 'gzip' : name, weight >= 0 && weight <= 1 ? weight : 0);
  }
  return weights;
}

/**
 * The content coding to answer in, by `Accept-Encoding` (RFC 9110, 12.5.3): the heaviest that is accepted, Brotli before
 * gzip before none. Without the header, and where nothing is acceptable, the bytes go as they are.
 */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const weights = readWeights(header);
  const weigh = (name: Encoding) =>
    weights.get(name) ?? weights.get('*') ?? (name === 'identity' ? 0.001 : 0);
  let best: Encoding = 'identity';
  for (const name of ['gzip', 'br'] as const) if (weigh(name) > 0 && weigh(name) >= weigh(best)) best = name;
  return best;
}
