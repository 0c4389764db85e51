import fc from 'fast-check';
import type { Document, Operation, Schemas } from '../../../api/documentation/document.ts';
import { drawBody } from './body.ts';
import { drawFitting, part, value } from './value.ts';

/** A request as it goes over the connection. */
export interface DrawnRequest {
  readonly method: string;
  /** Path and query. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Who asks: a place in a list of people, of whom the first is not signed in. */
  readonly asker: number;
  /** Has a fault for which it must be refused, if it would change something. */
  readonly isFaulty: boolean;
}

/** A route of the document, or one that it does not name. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  /** Schema of its JSON; null: it takes none. */
  readonly schema: unknown;
  readonly takesBytes: boolean;
}

const changing = ['post', 'put', 'delete'];
/** Pages that are no part of the document. */
const pages = ['/', '/api/docs', '/api/openapi.json', '/api/{unknown}', '/{page}', '/{page}/{unknown}'];
const answering = [
  '/vragenlijst',
  '/vragenlijst/open/{round}',
  '/vragenlijst/over-u',
  '/vragenlijst/blok/{block}',
];
const answeringShown = [
  '/vragenlijst/begin',
  '/vragenlijst/nakijken',
  '/vragenlijst/bedankt',
  '/vragenlijst/later',
];

/** Headers that are filled with anything. */
const spoiled = ['Accept-Encoding', 'Accept', 'If-None-Match', 'X-Request-Id', 'Accept-Language', 'Range'];

/** Every route of the document, and what it does not name: pages, and those for whoever answers a questionnaire. */
export function listRoutes(document: Document): Route[] {
  const named = Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).map(([method, operation]) =>
      describeRoute(method, path, operation as Operation),
    ),
  );
  const bare =
    (method: string) =>
    (path: string): Route => ({
      ...{ method, path, query: ['taal', 'indicator', 'level', 'period', 'area'] },
      ...{ schema: null, takesBytes: false },
    });
  return [
    ...named,
    ...[...pages, ...answering, ...answeringShown].map(bare('get')),
    ...[...answering, '/vragenlijst/versturen'].map(bare('post')),
  ];
}

function describeRoute(method: string, path: string, operation: Operation): Route {
  const content = (operation.requestBody as { content?: Record<string, { schema?: unknown }> } | undefined)
    ?.content;
  const query = (operation.parameters ?? []).flatMap((one) =>
    'in' in one && one.in === 'query' ? [one.name] : [],
  );
  return {
    ...{ method, path, query },
    schema: content?.['application/json']?.schema ?? null,
    takesBytes: content !== undefined && 'application/octet-stream' in content,
  };
}

/**
 * Requests to all of these routes, each as often. `faulty`: those that would change something have a fault that nobody may
 * overlook: another origin, another kind of content, a body that is cut off or has what no body has.
 */
export function drawRequest(
  routes: readonly Route[],
  schemas: Schemas,
  { origin, askers, faulty }: { readonly origin: string; readonly askers: number; readonly faulty: boolean },
): fc.Arbitrary<DrawnRequest> {
  return fc.constantFrom(...routes).chain((route) => {
    const changes = changing.includes(route.method);
    return fc
      .record({
        address: drawAddress(route, faulty),
        asker: fc.nat({ max: askers - 1 }),
        header: value.map((text) =>
          text
            .replace(/[^\x20-\x7e]/g, '')
            .trim()
            .slice(0, 2000),
        ),
        headers: fc.subarray(faulty ? spoiled : []),
        sent: changes ? drawSent(route, schemas, origin, faulty) : fc.constant({ headers: {}, body: null }),
      })
      .map(({ address, asker, header, headers, sent }) => ({
        ...{
          method: route.method.toUpperCase(),
          address,
          asker,
          body: sent.body,
          isFaulty: changes && faulty,
        },
        headers: { ...Object.fromEntries(headers.map((name) => [name, header])), ...sent.headers },
      }));
  });
}

function drawAddress({ path, query }: Route, faulty: boolean): fc.Arbitrary<string> {
  const names = (path.match(/\{\w+\}/g) ?? []).map((hole) => hole.slice(1, -1));
  const asked = query.length > 0 ? fc.constantFrom(...query) : fc.constant('taal');
  const strange = fc.constantFrom('__proto__', 'see-as', 'indicator', 'f', 'colour');
  const name = faulty ? fc.oneof({ weight: 9, arbitrary: asked }, { weight: 1, arbitrary: strange }) : asked;
  const draw = (own: string) => (faulty ? part : drawFitting(own));
  const pair = name.chain((own) => draw(own).map((text) => `${own}=${text}`));
  return fc
    .tuple(
      fc.tuple(...names.map(draw)),
      fc.uniqueArray(pair, { maxLength: 5, selector: (text) => (faulty ? text : text.split('=')[0]) }),
    )
    .map(([parts, pairs]) => {
      const filled = names.reduce(
        (text, own, index) => text.replace(`{${own}}`, () => parts[index] ?? ''),
        path,
      );
      return `${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`.replaceAll(/[\s#]/g, '');
    });
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

function drawSent(route: Route, schemas: Schemas, origin: string, faulty: boolean): fc.Arbitrary<Sent> {
  const type = typeOf(route);
  const right = { Origin: origin, 'Content-Type': type };
  const body = drawContent(route, schemas);
  const elsewhere = fc.constantFrom<Sent['headers']>(
    { Origin: 'https://example.org', 'Content-Type': type },
    { Origin: 'null', 'Content-Type': type },
    { 'Content-Type': type, 'Sec-Fetch-Site': 'cross-site', Origin: 'http://localhost.example.org' },
  );
  if (!faulty) return body.map((text) => ({ headers: right, body: text }));
  const foreign = fc.record({ headers: elsewhere, body });
  if (route.schema === null) return foreign;
  const otherKind = body.map((text) => ({
    headers: { Origin: origin, 'Content-Type': 'text/plain' },
    body: text,
  }));
  const broken = body
    .chain((text) => breakJson(text ?? '{}'))
    .map((text) => ({ headers: right, body: text }));
  return fc.oneof(
    { weight: 1, arbitrary: foreign },
    { weight: 1, arbitrary: otherKind },
    { weight: 6, arbitrary: broken },
  );
}

function typeOf({ path, takesBytes }: Route): string {
  if (takesBytes) return 'application/octet-stream';
  return path.startsWith('/vragenlijst') ? 'application/x-www-form-urlencoded' : 'application/json';
}

function drawContent({ schema, path }: Route, schemas: Schemas): fc.Arbitrary<string | null> {
  if (schema !== null) return drawBody(schema, schemas).map((json) => JSON.stringify(json) ?? 'null');
  if (!path.startsWith('/vragenlijst')) return fc.string({ unit: 'binary', maxLength: 300 });
  const name = fc.constantFrom(
    'code',
    'blok',
    'taal',
    'vraag',
    'leeftijd',
    'geslacht',
    'stand',
    'verder',
    'a.b',
    '__proto__',
  );
  return fc
    .array(fc.tuple(name, part), { maxLength: 5 })
    .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
}

/** JSON that no schema of the product takes: cut off, of another kind, or with a key that nothing has. */
function breakJson(text: string): fc.Arbitrary<string> {
  const stranger = `"niemand-${'x'.repeat(3)}":1`;
  const added = text.startsWith('{')
    ? text.replace('{', text === '{}' ? `{${stranger}` : `{${stranger},`)
    : 'null';
  return fc.oneof(
    fc.constant(added),
    fc.nat({ max: Math.max(0, text.length - 2) }).map((length) => text.slice(0, length)),
    fc.constantFrom(
      'null',
      '[]',
      '7',
      '"tekst"',
      '[[[[',
      '{"a":',
      '\u0000',
      '{"__proto__":{"a":1}}',
      '['.repeat(20_000),
    ),
  );
}
