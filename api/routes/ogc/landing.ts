import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { createRoutes } from '../../context.ts';
import { cataloguePath } from '../../dcat/dcat.ts';
import type { Document } from '../../documentation/document.ts';
import { writeEndpoint } from '../../documentation/operation.ts';
import { htmlType, jsonType, type Link, linkForms, openapiType, servicePath } from '../../ogc/addresses.ts';
import { listCollections } from '../../ogc/collections.ts';
import { conformanceClasses } from '../../ogc/conformance.ts';
import { writeList, writeResourcePage } from '../../ogc/html.ts';
import { describeService } from '../../ogc/openapi.ts';
import { conformanceSchema, keptQuery, landingSchema } from '../../schemas/ogc.ts';
import { type Asked, describeResource, pageType, type Service } from './service.ts';

const landingRoute = describeResource({
  path: '/',
  summary: 'Landing page of the service by the standards of the OGC',
  query: keptQuery,
  type: jsonType,
  schema: landingSchema,
});

const conformanceRoute = describeResource({
  path: '/conformance',
  summary: 'What the service conforms to',
  query: keptQuery,
  type: jsonType,
  schema: conformanceSchema,
});

const definitionRoute = describeResource({
  path: '/api',
  summary: 'The OpenAPI 3.0 document of the service',
  query: keptQuery,
  type: openapiType,
  schema: z.record(z.string(), z.unknown()),
});

/** GET /ogc, /ogc/conformance and /ogc/api. `all`: gives every route of the service. */
export function landingRoutes({ ask, send }: Service, all: () => OpenAPIHono) {
  return createRoutes()
    .openapi(landingRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { form, words, language, write } = asked;
      const { title, description } = words;
      const links = linkLanding(asked);
      if (form === 'json') return send(c, jsonType, JSON.stringify({ title, description, links }));
      const figures = asked.catalog.indicators.map(({ key, name }) => ({
        title: name[language],
        href: write('', { indicator: key, period: undefined, f: 'html' }),
      }));
      const content = `<details><summary>${words.choose}</summary>${writeList(figures)}</details>`;
      return send(c, pageType, writeResourcePage({ language, title, description, links, content }));
    })
    .openapi(conformanceRoute, async (c) => {
      const { form, words, language, write } = await ask(c, c.req.valid('query'));
      if (form === 'json') return send(c, jsonType, JSON.stringify({ conformsTo: conformanceClasses }));
      const links = [
        ...linkForms(write, '/conformance', { type: jsonType, form }),
        { rel: 'up', type: htmlType, title: words.up, href: write('', { f: 'html' }) },
      ];
      const content = writeList(conformanceClasses.map((name) => ({ title: name, href: name })));
      return send(c, pageType, writeResourcePage({ language, title: words.conformance, links, content }));
    })
    .openapi(definitionRoute, async (c) => {
      const { form, words, language, write, catalog, figure } = await ask(c, c.req.valid('query'));
      const service = { address: new URL(servicePath, write('')).href, ...words };
      const document = describeService(all(), service, listCollections(catalog, figure));
      if (form === 'json') return send(c, openapiType, JSON.stringify(document));
      const links: Link[] = [
        { rel: 'alternate', type: openapiType, href: write('/api', { f: 'json' }) },
        { rel: 'up', type: htmlType, title: words.up, href: write('', { f: 'html' }) },
      ];
      return send(
        c,
        pageType,
        writeResourcePage({
          language,
          title: words.definition,
          links,
          content: writeOperations(
            all().getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } }),
          ),
        }),
      );
    });
}

function linkLanding({ form, words, write }: Asked): Link[] {
  const both = (rel: string, path: string, title: string): Link[] =>
    (['json', 'html'] as const).map((f) => ({
      rel,
      type: f === 'json' ? jsonType : htmlType,
      title,
      href: write(path, { f }),
    }));
  return [
    ...linkForms(write, '', { type: jsonType, form }),
    {
      rel: 'service-desc',
      type: openapiType,
      title: words.definitionAsData,
      href: write('/api', { f: 'json' }),
    },
    { rel: 'service-doc', type: htmlType, title: words.definition, href: write('/api', { f: 'html' }) },
    ...both('conformance', '/conformance', words.conformance),
    ...both('data', '/collections', words.collections),
    ...both('http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes', '/tileMatrixSets', words.tileMatrixSets),
    {
      rel: 'describedby',
      type: 'text/turtle',
      title: words.catalogue,
      href: new URL(cataloguePath, write('')).href,
    },
  ];
}

function writeOperations({ paths = {} }: Document): string {
  return Object.entries(paths)
    .flatMap(([path, { get }]) => (get ? [writeEndpoint({ path, method: 'get', operation: get })] : []))
    .join('\n');
}
