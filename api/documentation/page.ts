import { problemKinds } from '../errors.ts';
import { escapeText } from '../pages/escaped-text.ts';
import { plainPagePolicy, writePlainPage } from '../pages/plain-page.ts';
import type { Document } from './document.ts';
import { writeText } from './html.ts';
import { anchorOf, type Endpoint, writeEndpoint } from './operation.ts';
import { writeSchemas } from './schema.ts';

const introduction = [
  'What is public needs no key and no account: any page and any program may read it. What is not public is answered as if it were not there, unless whoever asks has signed in on a page of this site. Where the accounts are (`/api/accounts/`), only pages of this site may ask.',
  'Answers are JSON with names in camelCase, unless said otherwise. Every answer of JSON, tiles, columns and pages carries a strong `ETag`, but for what is made anew each time (CSV, health, accounts) and problems; send it back as `If-None-Match` to be spared what you have. Addresses that hold a hash never change and may be kept for a year.',
  'A figure that is not there has `value` null and a `status` that says why; it is never a zero. Every figure names its source.',
  'Parameters that are not allowed, unknown ones too, are refused with status 400.',
];

const explanations: Record<string, string> = {
  'invalid-parameter': '`errors` names each parameter and says what is allowed.',
  'not-found':
    'The address, or the thing that it names, does not exist. A hash that is no longer in use counts as well: ask the catalog or the TileJSON for the present one.',
  'not-signed-in': 'The site is closed to who has not signed in; `/healthz` and `/readyz` are not.',
  'other-page': 'Settings are changed by the page of the site itself, which a browser says by `Origin`.',
  unauthorized: 'Nobody is signed in, or the session has ended.',
  'wrong-credentials': 'An address that is not known is told no otherwise than a wrong password.',
  forbidden:
    'It needs another role or a second factor, or the request does not come from a page of this site: send JSON with the `Origin` of the site.',
  'sign-in-again': 'Ways to sign in are changed within half an hour of signing in.',
  conflict: '`detail` says what has to be done first.',
  gone: 'A link works once and for a term: ask for a new one. Pages of figures are of one state of what is published: begin again without `after`.',
  'too-many-attempts': 'Wait for as long as `Retry-After` says, in seconds.',
  'base-map-failed':
    'The base map, which is another server\u2019s or a file, gave nothing that can be used. The map goes on without it.',
  'provider-failed':
    'It did not answer in time, or not as it should. Sign in another way, or try again later.',
  'scanner-silent':
    'Documents are kept only after the virus scanner has looked at them: send it again later.',
  'method-not-allowed': 'The `Allow` header names the methods that are.',
  'too-many-requests': 'Ask again after `Retry-After` seconds, and for less at once.',
  overloaded: 'Too many ask at once, or it took too long. Ask again after `Retry-After` seconds.',
  'database-away': 'It comes back by itself. Ask again after `Retry-After` seconds.',
  'not-ready':
    'The server is starting or stopping. Try again after `Retry-After` seconds; `/readyz` tells how far it is.',
  internal: 'Not your doing. Mention `requestId` when you report it.',
};

function listEndpoints(document: Document): Endpoint[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    (['get', 'put', 'post'] as const).flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

function writeGroup(tag: string, endpoints: readonly Endpoint[]): string {
  return `<h2>${escapeText(tag)}</h2>\n${endpoints.map(writeEndpoint).join('\n')}`;
}

function writeProblems(): string {
  const rows = problemKinds.map(
    ({ kind, status, title }) =>
      `<section id="problem-${kind}"><h3>${status} ${escapeText(title)}</h3><p>${writeText(explanations[kind] ?? '')}</p></section>`,
  );
  return `<h2>Problems</h2><p>Told as problem details (RFC 9457), <code>application/problem+json</code>.</p>${rows.join('\n')}`;
}

/**
 * The documentation as one page of HTML, made of the OpenAPI document, without script or other files;
 * and the Content-Security-Policy under which it shows.
 */
export function writeDocumentation(document: Document): { html: string; policy: string } {
  const endpoints = listEndpoints(document);
  const tags = [...new Set(endpoints.map(({ operation }) => operation.tags?.[0] ?? 'Other'))];
  const groups = tags.map((tag) =>
    writeGroup(
      tag,
      endpoints.filter(({ operation }) => operation.tags?.[0] === tag),
    ),
  );
  const contents = endpoints.map(
    ({ path }) => `<li><a href="#${anchorOf(path)}"><code>${escapeText(path)}</code></a></li>`,
  );
  const title = `${document.info.title}: the API`;
  const body = `<h1>${escapeText(title)}</h1>
<p>${writeText(document.info.description ?? '')}</p>
${introduction.map((text) => `<p>${writeText(text)}</p>`).join('\n')}
<p>For machines: <a href="/api/openapi.json">the OpenAPI 3.1 document</a>.</p>
<nav aria-label="Contents"><ul>${contents.join('')}</ul></nav>
${groups.join('\n')}
${writeProblems()}
<h2>Schemas</h2>
${writeSchemas(document.components?.schemas ?? {})}`;
  return { html: writePlainPage({ language: 'en', title, body }), policy: plainPagePolicy };
}
