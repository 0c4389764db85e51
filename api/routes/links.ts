import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { restoreLinkId } from '../../geodata/link/short-link.ts';
import { findLink, listLinks, removeLink } from '../../sql/links/links.ts';
import { isAdministrator } from '../../sql/reader.ts';
import { recordAct } from '../../sql/trail.ts';
import { trustProxies } from '../accounts/site.ts';
import { requireNoOtherPage, requireOwnPage } from '../changes/own-page.ts';
import { type ApiContext, createRoutes, requireDatabase, requirePrimary } from '../context.ts';
import { notFound, nothingAt } from '../errors.ts';
import { limitLinks } from '../links/limit.ts';
import { makeLink } from '../links/making.ts';
import { listFrozenFigures, openLink } from '../links/opening.ts';
import type { PublishedReading } from '../memory/snapshot.ts';
import { readOrigin } from '../pages/origin.ts';
import { findActor } from '../readers/closed-downloads.ts';
import { readerOf } from '../readers/reader.ts';
import type { Catalog } from '../schemas/catalog.ts';
import { linkParameters, linkSchema, linksSchema, madeLinkSchema, newLinkSchema } from '../schemas/link.ts';
import { notFoundProblem, problems, refusedProblem, tooManyProblem } from '../schemas/problem.ts';
import { bodyOf } from '../schemas/written.ts';

const links = { 'application/json': { schema: linksSchema } };

const makeRoute = createRoute({
  method: 'post',
  path: '/api/links',
  tags: ['Links'],
  summary: 'A short link for an address of this site; the same address has the same one',
  request: { body: bodyOf(newLinkSchema) },
  responses: {
    200: { description: 'The link', content: { 'application/json': { schema: madeLinkSchema } } },
    ...problems,
    ...refusedProblem,
    ...tooManyProblem,
  },
});

const listRoute = createRoute({
  method: 'get',
  path: '/api/links',
  tags: ['Links'],
  summary: 'All short links, for administrators: for anybody else there is no such address',
  request: { query: z.strictObject({}) },
  responses: { 200: { description: 'Links', content: links }, ...problems, ...notFoundProblem },
});

const linkRoute = createRoute({
  method: 'get',
  path: '/api/links/{id}',
  tags: ['Links'],
  summary: 'What a short link leads to, and whether figures that it is frozen to were renewed',
  request: { params: linkParameters, query: z.strictObject({}) },
  responses: {
    200: { description: 'The link', content: { 'application/json': { schema: linkSchema } } },
    ...problems,
    ...notFoundProblem,
  },
});

const removeRoute = createRoute({
  method: 'delete',
  path: '/api/links/{id}',
  tags: ['Links'],
  summary: 'Removes a short link, for administrators; answers those that are left',
  request: { params: linkParameters },
  responses: {
    200: { description: 'Links', content: links },
    ...problems,
    ...refusedProblem,
    ...notFoundProblem,
  },
});

const openRoute = createRoute({
  method: 'get',
  path: '/s/{id}',
  tags: ['Links'],
  summary: 'Leads to what a short link stands for, also where a mail or chat program mangled it',
  request: { params: z.object({ id: z.string() }) },
  responses: { 302: { description: 'The address' }, ...problems },
});

/** What makes, opens, tells and removes short links. */
export function linkRoutes(context: ApiContext, readPublishedCatalog: PublishedReading<Catalog>) {
  const addressOf = trustProxies(context.trustedProxies ?? []);
  return createRoutes()
    .openapi(makeRoute, async (c) => {
      requireNoOtherPage(c, context);
      const { address, frozen = false } = c.req.valid('json');
      const db = requirePrimary(context);
      await limitLinks(db, addressOf(c));
      const reader = await readerOf(c);
      const readCatalog = () =>
        readPublishedCatalog(requireDatabase(context), reader, context.watch?.readStamp);
      const made = await makeLink(
        db,
        reader,
        { address, frozen },
        { origin: readOrigin(c, context.publicUrl), readCatalog },
      );
      return c.json({ ...made, url: urlOf(c, made.id) }, 200);
    })
    .openapi(listRoute, async (c) => {
      await requireAdministrator(c);
      return c.json(await list(c), 200);
    })
    .openapi(linkRoute, async (c) => {
      const { id } = c.req.valid('param');
      const db = await chooseDatabase(id);
      const reader = await readerOf(c);
      const link = await openLink(db, reader, id);
      if (!link) throw notFound(`There is no link ${id}`);
      const figures = link.isFrozen ? await listFrozenFigures(db, reader, id) : [];
      return c.json({ ...link, url: urlOf(c, id), address: `/${link.address}`, figures }, 200);
    })
    .openapi(removeRoute, async (c) => {
      await requireAdministrator(c);
      requireOwnPage(c, context);
      const { id } = c.req.valid('param');
      const actor = await findActor(c, context);
      await requirePrimary(context)
        .transaction()
        .execute(async (transaction) => {
          if (!(await removeLink(transaction, id))) throw notFound(`There is no link ${id}`);
          await recordAct(transaction, { act: 'link-remove', actor, subject: `link:${id}` });
        });
      return c.json(await list(c), 200);
    })
    .openapi(openRoute, async (c) => {
      const id = restoreLinkId(c.req.path);
      const link = id && (await openLink(await chooseDatabase(id), await readerOf(c), id));
      // By whole signs: half of one cannot be encoded.
      const named = [...(id ?? c.req.valid('param').id)].slice(0, 40).join('');
      c.header('Cache-Control', 'no-store');
      return c.redirect(link ? `/${link.address}` : `/?link=${encodeURIComponent(named)}`, 302);
    });

  /** A replica may not have a link that was made a moment ago. */
  async function chooseDatabase(id: string) {
    const [db, primary] = [requireDatabase(context), requirePrimary(context)];
    return db === primary || (await findLink(db, id)) ? db : primary;
  }

  async function requireAdministrator(c: Context): Promise<void> {
    if (!isAdministrator(await readerOf(c))) throw nothingAt(c);
  }

  async function list(c: Context) {
    const rows = await listLinks(requirePrimary(context));
    return { rows: rows.map((link) => ({ ...link, url: urlOf(c, link.id), address: `/${link.address}` })) };
  }

  function urlOf(c: Context, id: string): string {
    return `${readOrigin(c, context.publicUrl)}/s/${id}`;
  }
}
