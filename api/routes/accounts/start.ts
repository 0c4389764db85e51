import { listNewReleases, listWaitingSteps, touchVisit } from '../../../sql/accounts/visits.ts';
import { listJoined } from '../../../sql/lists/lists.ts';
import { requireChange, requireFullSession } from '../../accounts/asking.ts';
import { type ApiContext, createRoutes } from '../../context.ts';
import { startSchema } from '../../schemas/start.ts';
import { describeRoute, nothing } from './description.ts';

const startRoute = describeRoute({
  method: 'post',
  path: '/api/accounts/start',
  summary: 'What changed since who asks was here, and what waits for him; writes down that he is here',
  body: nothing,
  answer: startSchema,
});

const day = 86_400_000;
/** Whoever was never here before is told of what was published in this time, milliseconds. */
const firstLook = 92 * day;
/** Steps wait from so long before they are due, milliseconds. */
const ahead = 92 * day;

/** POST /api/accounts/start */
export function startRoutes(context: ApiContext) {
  return createRoutes().openapi(startRoute, async (c) => {
    const { db } = await requireChange(c, context);
    const { person, grants, reader } = await requireFullSession(c, context);
    const since = await touchVisit(db, person.id);
    const municipalities = [
      ...new Set(grants.flatMap((grant) => ('municipality' in grant ? [grant.municipality] : []))),
    ];
    const edited = grants.flatMap((grant) =>
      grant.role === 'editor' && 'municipality' in grant ? [grant.municipality] : [],
    );
    const until = new Date(Date.now() + ahead).toISOString().slice(0, 10);
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
        steps: await listWaitingSteps(db, reader, { person: person.id, municipalities: edited, until }),
        lists: await listJoined(db, person.id),
      },
      200,
    );
  });
}
