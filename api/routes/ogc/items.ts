import type { Context } from 'hono';
import { z } from 'zod';
import type { FeatureFilter } from '../../../sql/features.ts';
import { holdsClosedFigures } from '../../../sql/observations.ts';
import { createRoutes } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { readTogether } from '../../memory/snapshot.ts';
import { geojsonType, htmlType, jsonType, type Link, linkForms } from '../../ogc/addresses.ts';
import { type Collection, describeCollection, requireCollection } from '../../ogc/collections.ts';
import { type Crs, crsNames } from '../../ogc/crs.ts';
import { readFilter, requireCrs } from '../../ogc/filter.ts';
import { writeProperties, writeResourcePage, writeTable } from '../../ogc/html.ts';
import { type ItemPage, readItemPage } from '../../ogc/item-page.ts';
import { type Item, readItems, writeItem } from '../../ogc/items.ts';
import { recordClosedDownloads } from '../../readers/closed-downloads.ts';
import {
  collectionParameter,
  featureSchema,
  featuresSchema,
  itemQuery,
  itemsQuery,
  mostFeatures,
  usualLimit,
} from '../../schemas/ogc.ts';
import { areaCodeParameter } from '../../schemas/parameters.ts';
import { type Asked, describeResource, pageType, type Service } from './service.ts';

const collectionParameters = z.object({ collectionId: collectionParameter });

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

/** Parameters of an address, as they go on to the next page. */
type More = Readonly<Record<string, string>>;

/** GET /ogc/collections/{collectionId}/items, and each of them: OGC API Features, parts 1 and 2. */
export function itemRoutes({ context, ask, send }: Service) {
  const recordDownload = recordClosedDownloads(context);
  return createRoutes()
    .openapi(itemsRoute, async (c) => {
      const { limit: wanted = usualLimit, after, crs: crsName, ...query } = c.req.valid('query');
      const asked = await ask(c, query);
      const { db, reader, catalog, figure } = asked;
      const collection = requireCollection(catalog, figure, c.req.valid('param').collectionId);
      const crs = requireCrs('crs', crsName);
      const filter = readFilter(figure, collection, query);
      const limit = Math.min(wanted, mostFeatures);
      const page = await readItemPage(db, reader, collection, { filter, after, crs, limit });
      await recordFigures(c, asked, filter);
      c.header('Content-Crs', `<${crsNames[crs]}>`);
      const { bbox, datetime, code, name, district, municipality, status, 'bbox-crs': bboxCrs } = query;
      const given = { bbox, datetime, code, name, district, municipality, status, 'bbox-crs': bboxCrs };
      const more = keepGiven({ ...given, crs: crsName, limit: String(limit) });
      const links = linkItems(asked, collection, { next: page.next, more, after });
      return asked.form === 'json'
        ? send(c, geojsonType, writeItemPage(page, links))
        : send(c, pageType, writeItemTable(asked, collection, page, links));
    })
    .openapi(itemRoute, async (c) => {
      const { crs: crsName, ...query } = c.req.valid('query');
      const { featureId, collectionId } = c.req.valid('param');
      const asked = await ask(c, query);
      const { form, language } = asked;
      const collection = requireCollection(asked.catalog, asked.figure, collectionId);
      const crs = requireCrs('crs', crsName);
      const filter = readFilter(asked.figure, collection, { code: featureId });
      const item = filter && (await readItem(asked, filter, crs));
      if (!item) throw notFound(`No area ${featureId} in collection ${collection.id}`);
      await recordFigures(c, asked, filter);
      c.header('Content-Crs', `<${crsNames[crs]}>`);
      const links = linkItem(asked, collection, featureId, keepGiven({ crs: crsName }));
      if (form === 'json') return send(c, geojsonType, writeItem(item, { links }));
      const title = String(item.properties.name);
      const content = writeProperties(item.properties);
      return send(c, pageType, writeResourcePage({ language, title, links, content }));
    });

  /** Figures that are not public are given only where that is written down. */
  async function recordFigures(c: Context, { db, reader }: Asked, filter: FeatureFilter | null) {
    if (!filter?.figure) return;
    const { indicator, period } = filter.figure;
    const { level, boundaryYear } = filter;
    const read = { indicator: [indicator], period: [period], level: [level], boundaryYear: [boundaryYear] };
    if (await holdsClosedFigures(db, reader, read))
      await recordDownload(c, `indicator:${indicator}`, { form: 'geojson', level, boundaryYear, period });
  }
}

async function readItem({ db, reader }: Asked, filter: FeatureFilter, crs: Crs): Promise<Item | null> {
  const { items } = await readTogether(db, (together) =>
    readItems(together, reader, filter, { crs, limit: 1 }),
  );
  return items[0] ?? null;
}

function keepGiven(parameters: Readonly<Record<string, string | undefined>>): More {
  return Object.fromEntries(
    Object.entries(parameters).filter((each): each is [string, string] => each[1] !== undefined),
  );
}

function linkItems(
  { form, write, words }: Asked,
  { id }: Collection,
  {
    next,
    more,
    after,
  }: { readonly next: string | null; readonly more: More; readonly after: string | undefined },
): Link[] {
  const [items, isJson] = [`/collections/${id}/items`, form === 'json'];
  const here = after === undefined ? more : { ...more, after };
  const links = linkForms(write, items, { type: geojsonType, form, more: here });
  if (next !== null) {
    const href = write(items, { ...more, after: next, f: form });
    links.push({ rel: 'next', type: isJson ? geojsonType : htmlType, title: words.next, href });
  }
  const href = write(`/collections/${id}`, { f: form });
  return [...links, { rel: 'collection', type: isJson ? jsonType : htmlType, title: words.up, href }];
}

function linkItem({ form, write, words }: Asked, { id }: Collection, item: string, more: More): Link[] {
  const path = `/collections/${id}`;
  return [
    ...linkForms(write, `${path}/items/${item}`, { type: geojsonType, form, more }),
    { rel: 'collection', type: jsonType, title: words.up, href: write(path, { f: 'json' }) },
    { rel: 'collection', type: htmlType, title: words.up, href: write(path, { f: 'html' }) },
  ];
}

function writeItemPage({ items, matched }: ItemPage, links: readonly Link[]): string {
  const head = { type: 'FeatureCollection', numberMatched: matched, numberReturned: items.length, links };
  const features = items.map((item) => writeItem(item)).join(',');
  return `${JSON.stringify(head).slice(0, -1)},"features":[${features}]}`;
}

function writeItemTable(
  { write, words, language, figure, form }: Asked,
  collection: Collection,
  { items, matched }: ItemPage,
  links: readonly Link[],
): string {
  const { title } = describeCollection(collection, figure, { write, language, form });
  const rows = items.map(({ id, properties }) => ({
    href: write(`/collections/${collection.id}/items/${id}`, { f: 'html' }),
    properties,
  }));
  const description = words.of(items.length, matched);
  return writeResourcePage({ language, title, description, links, content: writeTable(rows) });
}
