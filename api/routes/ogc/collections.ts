import { z } from 'zod';
import { createRoutes } from '../../context.ts';
import { jsonType, linkForms } from '../../ogc/addresses.ts';
import { describeCollection, listCollections, requireCollection } from '../../ogc/collections.ts';
import { crsNames } from '../../ogc/crs.ts';
import { writeList, writeResourcePage } from '../../ogc/html.ts';
import { collectionParameter, collectionSchema, collectionsSchema, keptQuery } from '../../schemas/ogc.ts';
import { describeResource, pageType, type Service } from './service.ts';

const collectionsRoute = describeResource({
  path: '/collections',
  summary: 'Collections: the areas of each level in each boundary year',
  query: keptQuery,
  type: jsonType,
  schema: collectionsSchema,
});

const collectionRoute = describeResource({
  path: '/collections/{collectionId}',
  summary: 'One collection',
  query: keptQuery,
  params: z.object({ collectionId: collectionParameter }),
  type: jsonType,
  schema: collectionSchema,
});

/** GET /ogc/collections, and each of them. */
export function collectionRoutes({ ask, send }: Service) {
  return createRoutes()
    .openapi(collectionsRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { catalog, figure, form, words, write, language } = asked;
      const collections = listCollections(catalog, figure).map((one) =>
        describeCollection(one, figure, asked),
      );
      const links = linkForms(write, '/collections', { type: jsonType, form });
      if (form === 'json')
        return send(c, jsonType, JSON.stringify({ links, crs: Object.values(crsNames), collections }));
      const content = writeList(
        collections.map(({ id, title }) => ({ title, href: write(`/collections/${id}`, { f: 'html' }) })),
      );
      return send(c, pageType, writeResourcePage({ language, title: words.collections, links, content }));
    })
    .openapi(collectionRoute, async (c) => {
      const asked = await ask(c, c.req.valid('query'));
      const { catalog, figure, form, language } = asked;
      const collection = requireCollection(catalog, figure, c.req.valid('param').collectionId);
      const described = describeCollection(collection, figure, asked);
      if (form === 'json') return send(c, jsonType, JSON.stringify(described));
      return send(c, pageType, writeResourcePage({ language, ...described }));
    });
}
