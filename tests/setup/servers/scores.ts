import type { ServerResponse } from 'node:http';
import { sendJson, sendReport } from './answers.ts';
import { type LocalServer, listen } from './listening.ts';

export interface ScoreServer extends LocalServer {
  readonly manner: { pageSize: number; heedsFilters: boolean; heedsStart: boolean };
}

const prefixes = { buurtscore: 'BU', wijkscore: 'WK', gemeentescore: 'GM' } as const;
/** The rounds that the tests' service has. */
const rounds = [2, 12, 20, 22, 24];

/**
 * Speaks as the Leefbaarometer's GeoServer does: a type for each level and round, a refusal with status 200 for a type
 * that is not there, fewer features at once than were asked for, and neighbourhoods without a score.
 */
export async function serveScores(): Promise<ScoreServer> {
  const manner = { pageSize: 1_000, heedsFilters: true, heedsStart: true };
  const server = await listen((request, response) => {
    const url = new URL(request.url ?? '', server.base);
    if (url.pathname !== '/lbm3/ows') return sendJson(response, 404, {});
    return answer(url, response, manner);
  });
  return Object.assign(server, { manner });
}

function answer(
  url: URL,
  response: ServerResponse,
  { pageSize, heedsFilters, heedsStart }: ScoreServer['manner'],
) {
  const [, level = '', round = ''] =
    /^lbm3:(\w+score)(\d\d)$/.exec(url.searchParams.get('typeName') ?? '') ?? [];
  const prefix = Object.entries(prefixes).find(([name]) => name === level)?.[1];
  if (!prefix || !rounds.includes(Number(round)))
    return sendReport(response, 'typeName', `Feature type lbm3:${level}${round} unknown`);
  const beginnings = [...(url.searchParams.get('cql_filter') ?? '').matchAll(/id LIKE '(\w+)%'/g)];
  const found = listFeatures(prefix, Number(round)).filter(
    ({ properties }) =>
      !heedsFilters || beginnings.some(([, beginning = '']) => properties.id.startsWith(beginning)),
  );
  const start = heedsStart ? Number(url.searchParams.get('startIndex')) : 0;
  const features = found.slice(start, start + Math.min(pageSize, Number(url.searchParams.get('count'))));
  return sendJson(response, 200, {
    type: 'FeatureCollection',
    features,
    totalFeatures: found.length,
    numberMatched: found.length,
    numberReturned: features.length,
  });
}

/** Areas of the tests' two municipalities and of another one; BU01410003 has too few inhabitants for a score. */
function listFeatures(prefix: string, round: number) {
  const ends = prefix === 'GM' ? [''] : prefix === 'WK' ? ['00'] : ['0000', '0001', '0002', '0003'];
  const codes = ['0141', '0153', '0363'].flatMap((code) => ends.map((end) => `${prefix}${code}${end}`));
  return codes.map((id, index) => {
    const isSmall = id === 'BU01410003';
    return {
      type: 'Feature',
      id: `${prefix}score.${index}`,
      geometry: null,
      properties: {
        id,
        name: id,
        gemeente: 'gemeente',
        year: String(2000 + round),
        kscore: isSmall ? 0 : 5 + (index % 3),
        ...(isSmall ? { kwon: null, onv: null } : { kwon: 6, onv: -0.0758, soc: 0.0125, afw: -0.25 }),
      },
    };
  });
}
