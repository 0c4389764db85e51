import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser, type Quad, Store } from 'n3';
import { pino } from 'pino';
import SHACLValidator from 'rdf-validate-shacl';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { ApiContext } from '../../api/context.ts';
import { readyStartup } from '../../api/startup.ts';
import { publicReader, type Reader } from '../../sql/reader.ts';
import { closeSite } from '../../sql/visibility-rules.ts';
import { describeOnBothDatabases } from '../setup/database.ts';
import { publishFixture } from '../setup/publication.ts';

const shapes = new Parser().parse(
  readFileSync(new URL('../fixtures/dcat-ap-nl-3.0.0/dcat-ap-nl-SHACL.ttl', import.meta.url), 'utf8'),
);
const dcat = 'http://www.w3.org/ns/dcat#';
const dct = 'http://purl.org/dc/terms/';

/** What the shapes find wrong: place, property and constraint. */
async function validate(quads: readonly Quad[]): Promise<string[]> {
  const report = await new SHACLValidator(new Store(shapes)).validate(new Store([...quads]));
  return report.results.map((result) =>
    [result.focusNode, result.path, result.sourceConstraintComponent]
      .map((term) => (term && 'value' in term ? String(term.value) : ''))
      .join(' '),
  );
}

async function readJsonLd(text: string): Promise<Quad[]> {
  const parser = new JsonLdParser();
  const quads: Quad[] = [];
  for await (const quad of Readable.from([text]).pipe(parser)) quads.push(quad as Quad);
  return quads;
}

/** Each statement as text, without the names that a file gives to what has none. */
function listStatements(quads: readonly Quad[]): string[] {
  const write = (term: Quad['subject'] | Quad['object'] | Quad['predicate']) =>
    term.termType === 'BlankNode' ? '_' : `${term.value} ${'datatype' in term ? term.datatype.value : ''}`;
  const all = quads.map(({ subject, predicate, object }) =>
    [subject, predicate, object].map(write).join(' | '),
  );
  return [...new Set(all)].sort();
}

describeOnBothDatabases('the catalogue of data', (getDatabase) => {
  const serve = (more: Partial<ApiContext> = {}, reader: Reader = publicReader) =>
    createApp(
      {
        startup: readyStartup(getDatabase()),
        logger: pino({ level: 'silent' }),
        publicUrl: 'https://wijk.example.nl',
        ...more,
      },
      new Map(),
      () => reader,
    );
  let app: ReturnType<typeof serve>;
  let turtle: string;
  let quads: Quad[];

  beforeAll(async () => {
    await publishFixture(getDatabase());
    app = serve();
    turtle = await (await app.request('/catalog.ttl')).text();
    quads = new Parser().parse(turtle);
  });

  const objectsOf = (predicate: string) =>
    quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);

  test('passes the shapes of DCAT-AP-NL 3.0 as Turtle and as JSON-LD, which say the same', async () => {
    const response = await app.request('/catalog.jsonld');
    expect(response.headers.get('Content-Type')).toContain('application/ld+json');
    const fromJson = await readJsonLd(await response.text());
    expect(await validate(quads)).toEqual([]);
    expect(await validate(fromJson)).toEqual([]);
    expect(listStatements(fromJson)).toEqual(listStatements(quads));
  });

  test('the shapes find what is missing', async () => {
    for (const predicate of [
      `${dct}identifier`,
      `${dct}license`,
      `${dct}publisher`,
      `${dct}accessRights`,
      `${dcat}contactPoint`,
      `${dcat}theme`,
      `${dcat}endpointDescription`,
      `${dct}creator`,
    ]) {
      const less = quads.filter((quad) => quad.predicate.value !== predicate);
      expect((await validate(less)).join('\n'), predicate).toContain(predicate);
    }
  });

  test('has a dataset a public release, and where each can be had under which licence', async () => {
    expect(objectsOf(`${dcat}dataset`)).toEqual(['https://wijk.example.nl/catalog.ttl#dataset-fixture']);
    const places = objectsOf(`${dcat}accessURL`);
    expect(places).toContain('https://wijk.example.nl/api/observations?indicator=misdrijven&format=csv');
    expect(places).toContain('https://wijk.example.nl/ogc/collections/neighbourhood-2024/items');
    for (const place of [
      ...places,
      ...objectsOf(`${dcat}endpointDescription`),
      ...objectsOf(`${dcat}endpointURL`),
    ]) {
      const { pathname, search } = new URL(place);
      if (pathname === '/api') continue;
      expect((await app.request(`${pathname}${search}`)).status, place).toBe(200);
    }
    expect(new Set(objectsOf(`${dct}license`))).toEqual(
      new Set([
        'https://creativecommons.org/licenses/by/4.0/',
        'https://creativecommons.org/publicdomain/zero/1.0/',
        'http://standaarden.overheid.nl/owms/terms/licentieonbekend',
      ]),
    );
  });

  test('every address is an address, and none a text', () => {
    for (const name of [
      'license',
      'publisher',
      'creator',
      'accessRights',
      'language',
      'format',
      'conformsTo',
    ])
      for (const quad of quads.filter(({ predicate }) => predicate.value === `${dct}${name}`))
        expect(quad.object.termType, name).toBe('NamedNode');
  });

  test('tells nothing of what is not for everybody, to nobody', async () => {
    const partner: Reader = { rights: ['public', 'partner'], municipalities: [] };
    for (const word of ['meldingen', 'fixture-partner', 'ertrouwelijk']) expect(turtle).not.toContain(word);
    expect(await (await serve({}, partner).request('/catalog.ttl')).text()).toBe(turtle);
  });

  test('names the publisher that is set', async () => {
    const publisher = {
      name: 'Gemeente "Proef"\\',
      iri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0153',
      email: 'data@example.nl',
    };
    const text = await (await serve({ publisher }).request('/catalog.ttl')).text();
    const named = new Parser().parse(text);
    expect(await validate(named)).toEqual([]);
    const values = named.map(({ object }) => object.value);
    for (const value of [publisher.name, publisher.iri, `mailto:${publisher.email}`])
      expect(values).toContain(value);
  });

  test('a closed site has none', async () => {
    const db = getDatabase();
    await closeSite(db, true);
    for (const path of ['/catalog.ttl', '/catalog.jsonld', '/ogc', '/ogc/collections'])
      expect((await app.request(path)).status, path).toBe(401);
    await closeSite(db, false);
    expect((await app.request('/catalog.ttl')).status).toBe(200);
  });
});
