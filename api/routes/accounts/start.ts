import { dayAfter } from '../../../geodata/day.ts';
import { listEdited, mayTakePart } from '../../../geodata/grant.ts';
import { listNewReleases, listWaitingSteps, touchVisit } from '../../../sql/accounts/visits.ts';
import { listDesk } from '../../../sql/contributions/desk.ts';
import { mayChange, mayPublish, type Writer } from '../../../sql/contributions/permission.ts';
import { listContributions } from '../../../sql/contributions/shown.ts';
import type { Database } from '../../../sql/database.ts';
import { listJoined } from '../../../sql/lists/lists.ts';
import type { Reader } from '../../../sql/reader.ts';
import { requireChange, requireFullSession } from '../../accounts/asking.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { startSchema, type WaitingReason } from '../../schemas/start.ts';
import { describeRoute, nothing } from './description.ts';

const startRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/start',
  summary: 'What changed since who asks was here, and what waits for him; writes down that he is here',
  body: nothing,
  answer: startSchema,
});

/** Whoever was never here before is told of what was published in this time, milliseconds. */
const firstLook = 92 * 86_400_000;
/** Days before a step is due from which on it waits, and before the end of a text. */
const ahead = { step: 92, end: 31 } as const;

/** News that is told at most. */
const mostNews = 5;

/** POST /api/accounts/start */
export function startRoutes(context: ApiContext) {
  return createRoutes().openapi(startRoute, async (c) => {
    const { db } = await requireChange(c, context);
    const { person, grants, reader } = await requireFullSession(c, context);
    const since = await touchVisit(db, person.id);
    const municipalities = [
      ...new Set(grants.flatMap((grant) => ('municipality' in grant ? [grant.municipality] : []))),
    ];
    const until = dayAfter(new Date(), ahead.step);
    const releases = await listNewReleases(db, reader, since ?? new Date(Date.now() - firstLook));
    return c.json(
      {
        municipalities,
        since: since?.toISOString() ?? null,
        releases: releases.map((release) => ({
          ...release,
          publishedAt: release.publishedAt.toISOString(),
          indicators: [...release.indicators],
        })),
        steps: await listWaitingSteps(db, reader, {
          person: person.id,
          municipalities: listEdited(grants),
          until,
        }),
        contributions: await listWaiting(db, { id: person.id, grants, reader }),
        news: await listNews(db, reader, municipalities),
        lists: await listJoined(db, person.id),
      },
      200,
    );
  });
}

/** Contributions that wait for a writer: to be read, his own that came back, and those that end within a month. */
async function listWaiting(db: Database, writer: Writer) {
  if (!mayTakePart(writer.grants)) return [];
  const soon = dayAfter(new Date(), ahead.end);
  const desk = await listDesk(db, writer);
  return desk.flatMap((entry) => {
    const { id, title, lang, endsOn } = entry;
    const why: WaitingReason | null =
      entry.state === 'offered' && mayPublish(writer, entry)
        ? 'to-read'
        : entry.state === 'draft' && entry.author === writer.id && entry.remark !== null
          ? 'returned'
          : entry.isShown && endsOn !== null && endsOn <= soon && mayChange(writer, entry)
            ? 'to-renew'
            : null;
    return why ? [{ id, title, lang, why, endsOn }] : [];
  });
}

async function listNews(db: Database, reader: Reader, municipalities: readonly string[]) {
  const all = await listContributions(db, reader, { kind: 'news', limit: 100 });
  return all
    .filter(({ municipality }) => municipality === null || municipalities.includes(municipality))
    .slice(0, mostNews)
    .map(({ id, title, lang, publishedAt }) => ({
      id,
      title,
      lang,
      publishedAt: publishedAt?.toISOString() ?? null,
    }));
}
