import type { Context } from 'hono';
import { z } from 'zod';
import { countFeatures, type FeatureFilter } from '../../../sql/features.ts';
import { holdsClosedFigures } from '../../../sql/observations.ts';
import { createRoutes } from '../../context.ts';
import { invalidParameter, notFound } from '../../errors.ts';
import { readPageCursor, writePageCursor } from '../../figures/one-release.ts';
import { readTogether } from '../../memory/snapshot.ts';
import { geojsonType, htmlType, jsonType, type Link, linkForms } from '../../ogc/addresses.ts';
import {
  type Collection,
  describeCollection,
  listCollections,
  requireCollection,
} from '../../ogc/collections.ts';
import { crsNames } from '../../ogc/crs.ts';
import { readFilter, requireCrs } from '../../ogc/filter.ts';
import { writeList, writeProperties, writeResourcePage, writeTable } from '../../ogc/html.ts';
import { type Item, readItems, writeItem } from '../../ogc/items.ts';
import { recordClosedDownloads } from '../../readers/closed-downloads.ts';
import {
  collectionParameter,
  collectionSchema,
  collectionsSchema,
  featureSchema,
  featuresSchema,
  itemQuery,
  itemsQuery,
  keptQuery,
  mostFeatures,
  usualLimit,
} from '../../schemas/ogc.ts';
import { areaCodeParameter } from '../../schemas/parameters.ts';
import { type Asked, describeResource, pageType, type Service } from './service.ts';

const collectionParameters = z.object({ collectionId: collectionParameter });

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
  params: collectionParameters,
  type: jsonType,
  schema: collectionSchema,
});

const itemsRoute = describeResource({
  path: '/collections/{collectionId}/items',
  summary: 'Areas of a collection, with the figures of an indicator and period where one is asked for',
  query: itemsQuery,
  params: collectionParameters,
  type: geojsonType,
  schema: featuresSchema,
});

const itemRoute = describeResource({
  path: '/collections/{collectionId}/items/{featureId}',
  summary: 'One area',
  query: itemQuery,
  params: collectionParameters.extend({ featureId: areaCodeParameter }),
  type: geojsonType,
  schema: featureSchema,
});

/** GET /ogc/collections and what lies below, but for tiles: OGC API Features, parts 1 and 2. */
export function featureRoutes({ context, ask, send }: Service) {
  const recordDownload = recordClosedDownloads(context);
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
    })
    .openapi(itemsRoute, async (c) => {
      const { limit: wanted = usualLimit, after, crs: crsName, ...query } = c.req.valid('query');
      const asked = await ask(c, query);
      const { db, reader } = asked;
      const collection = requireCollection(asked.catalog, asked.figure, c.req.valid('param').collectionId);
      const crs = requireCrs('crs', crsName);
      const filter = readFilter(asked.figure, collection, query);
      const limit = Math.min(wanted, mostFeatures);
      const cursor = after === undefined ? undefined : await readOwnCursor(asked, collection, after);
      const page = await readTogether(db, async (together) => {
        if (!filter) return { items: [], next: null, matched: 0 };
        const { items, next } = await readItems(together, reader, filter, {
          crs,
          after: cursor?.area,
          limit,
        });
        const matched = await countFeatures(together, reader, filter);
        const place = { indicator: '', period: '', level: filter.level, boundaryYear: filter.boundaryYear };
        return {
          items,
          matched,
          next: next === null ? null : await writePageCursor(together, reader, { ...place, area: next }),
        };
      });
      await recordFigures(c, asked, filter);
      c.header('Content-Crs', `<${crsNames[crs]}>`);
      const { bbox, datetime, code, name, district, municipality, status } = query;
      const rest = { bbox, datetime, code, name, district, municipality, status };
      const more = {
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
        ...(query['bbox-crs'] !== undefined && { 'bbox-crs': query['bbox-crs'] }),
        ...(crsName !== undefined && { crs: crsName }),
        limit: String(limit),
      } as Record<string, string>;
      return sendItems(c, asked, collection, { ...page, more, after });
    })
    .openapi(itemRoute, async (c) => {
      const { crs: crsName, ...query } = c.req.valid('query');
      const { featureId } = c.req.valid('param');
      const asked = await ask(c, query);
      const { db, reader, write, form, language, words } = asked;
      const collection = requireCollection(asked.catalog, asked.figure, c.req.valid('param').collectionId);
      const crs = requireCrs('crs', crsName);
      const filter = readFilter(asked.figure, collection, { code: featureId });
      const { items } = filter
        ? await readTogether(db, (together) => readItems(together, reader, filter, { crs, limit: 1 }))
        : { items: [] };
      const [item] = items;
      if (!item) throw notFound(`No area ${featureId} in collection ${collection.id}`);
      await recordFigures(c, asked, filter);
      c.header('Content-Crs', `<${crsNames[crs]}>`);
      const path = `/collections/${collection.id}`;
      const links: Link[] = [
        ...linkForms(write, `${path}/items/${featureId}`, {
          type: geojsonType,
          form,
          more: crsName === undefined ? {} : { crs: crsName },
        }),
        { rel: 'collection', type: jsonType, title: words.up, href: write(path, { f: 'json' }) },
        { rel: 'collection', type: htmlType, title: words.up, href: write(path, { f: 'html' }) },
      ];
      if (form === 'json') return send(c, geojsonType, writeItem(item, { links }));
      const content = writeProperties(item.properties);
      const title = String(item.properties.name);
      return send(c, pageType, writeResourcePage({ language, title, links, content }));
    });

  /** Where a page begins. Throws a problem 400 where that was written for other areas, or for figures elsewhere. */
  async function readOwnCursor(
    { db, reader }: Asked,
    { id, level, boundaryYear }: Collection,
    after: string,
  ) {
    const cursor = await readPageCursor(db, reader, after);
    if (cursor.level !== level || cursor.boundaryYear !== boundaryYear || cursor.indicator !== '')
      throw invalidParameter('after', `a cursor as \`next\` of collection ${id} gave it`);
    return cursor;
  }

  /** Figures that are not public are given only where that is written down. */
  async function recordFigures(c: Context, { db, reader }: Asked, filter: FeatureFilter | null) {
    if (!filter?.figure) return;
    const { indicator, period } = filter.figure;
    const { level, boundaryYear } = filter;
    const read = { indicator: [indicator], period: [period], level: [level], boundaryYear: [boundaryYear] };
    if (await holdsClosedFigures(db, reader, read))
      await recordDownload(c, `indicator:${indicator}`, { form: 'geojson', level, boundaryYear, period });
  }

  function sendItems(
    c: Context,
    { form, write, words, language, figure }: Asked,
    collection: Collection,
    page: {
      readonly items: readonly Item[];
      readonly next: string | null;
      readonly matched: number;
      readonly more: Readonly<Record<string, string>>;
      readonly after: string | undefined;
    },
  ) {
    const { items, next, matched, more, after } = page;
    const path = `/collections/${collection.id}`;
    const here = after === undefined ? more : { ...more, after };
    const type = form === 'json' ? geojsonType : htmlType;
    const links: Link[] = [
      ...linkForms(write, `${path}/items`, { type: geojsonType, form, more: here }),
      ...(next === null
        ? []
        : [
            {
              rel: 'next',
              type,
              title: words.next,
              href: write(`${path}/items`, { ...more, after: next, f: form }),
            },
          ]),
      {
        rel: 'collection',
        type: form === 'json' ? jsonType : htmlType,
        title: words.up,
        href: write(path, { f: form }),
      },
    ];
    if (form === 'json') {
      const head = { type: 'FeatureCollection', numberMatched: matched, numberReturned: items.length, links };
      const features = items.map((item) => writeItem(item)).join(',');
      return send(c, geojsonType, `${JSON.stringify(head).slice(0, -1)},"features":[${features}]}`);
    }
    const { title } = describeCollection(collection, figure, { write, language, form });
    const rows = items.map(({ id, properties }) => ({
      href: write(`${path}/items/${id}`, { f: 'html' }),
      properties,
    }));
    const description = words.of(items.length, matched);
    return send(
      c,
      pageType,
      writeResourcePage({ language, title, description, links, content: writeTable(rows) }),
    );
  }
}
