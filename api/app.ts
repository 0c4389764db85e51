import type { Context } from 'hono';
import { except } from 'hono/combine';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { findReaderOf } from './accounts/reader.ts';
import { boundBodies } from './admission/bodies.ts';
import { boundWork } from './admission/bounds.ts';
import { readCatalog } from './catalog.ts';
import { type ApiContext, createRoutes } from './context.ts';
import { answerError, answerProblem, nothingAt, RequestProblem } from './errors.ts';
import { createPictures } from './first-picture/pictures.ts';
import { noteRequests } from './log.ts';
import { type PublishedReading, rememberPublished } from './memory/snapshot.ts';
import { keepToBrowser, openToAll, requireReadableHost, securityHeaders } from './pages/security.ts';
import type { ViewerFiles } from './pages/viewer-files.ts';
import { answerFailure, isAnswering } from './questionnaires/answering/failure.ts';
import { closeToStrangers } from './readers/closed-site.ts';
import { type FindReader, identifyReaders } from './readers/reader.ts';
import { seeAsAnother } from './readers/seeing-as.ts';
import { accessRoutes } from './routes/access.ts';
import { accountRoutes } from './routes/accounts/accounts.ts';
import { answeringRoutes } from './routes/answering.ts';
import { areaListRoutes } from './routes/area-list.ts';
import { areaPageRoutes } from './routes/area-pages.ts';
import { areaRoutes } from './routes/areas.ts';
import { baseMapRoutes } from './routes/base-map.ts';
import { catalogRoutes } from './routes/catalog.ts';
import { columnRoutes } from './routes/columns.ts';
import { shownContributionRoutes } from './routes/contributions.ts';
import { dcatRoutes } from './routes/dcat.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { embedRoutes } from './routes/embed.ts';
import { followRoutes } from './routes/follow.ts';
import { healthRoutes } from './routes/health.ts';
import { lineageRoutes } from './routes/lineage.ts';
import { linkRoutes } from './routes/links.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { observationRoutes } from './routes/observations.ts';
import { ogcRoutes } from './routes/ogc/ogc.ts';
import { policyRoutes } from './routes/policy/policy.ts';
import { presentationRoutes } from './routes/presentations.ts';
import { previewRoutes } from './routes/preview.ts';
import { provenanceRoutes } from './routes/provenance.ts';
import { searchRoutes } from './routes/search.ts';
import { securityContactRoutes } from './routes/security-contact.ts';
import { sharedListRoutes } from './routes/shared-lists.ts';
import { statementRoutes } from './routes/statements.ts';
import { targetRoutes } from './routes/targets.ts';
import { tileRoutes } from './routes/tiles.ts';
import { viewerRoutes } from './routes/viewer.ts';
import type { Catalog } from './schemas/catalog.ts';
import { deliverJson } from './sending/json.ts';
import { readTilesets } from './tilesets.ts';

export type { DrawnIndicator, FirstPanel, FirstTileset, FirstView } from './first-view.ts';
export type { Access } from './schemas/access.ts';
export type {
  AccountBody,
  InvitationBody,
  LinkBody,
  PeopleBody,
  ReadyRolesBody,
  SessionBody,
  TrailBody,
} from './schemas/account.ts';
export type { AreaBody } from './schemas/area.ts';
export type { CatalogBody as Catalog, CatalogIndicator } from './schemas/catalog.ts';
export type {
  ContributionBody,
  ContributionCountsBody,
  ContributionHitBody,
  ContributionSummaryBody,
  DeskBody,
  DeskContributionBody,
  PreviewBody,
  UploadedBody,
  UploadedDocumentBody,
} from './schemas/contribution.ts';
export type { Lineage } from './schemas/lineage.ts';
export type { ShortLinkBody, ShortLinksBody } from './schemas/link.ts';
export type { ObservationRow, Observations } from './schemas/observation.ts';
export type { PresentationBody, PresentationsBody } from './schemas/presentation.ts';
export type { Profile, ProfileIndicator } from './schemas/profile.ts';
export type { Releases, Sources } from './schemas/provenance.ts';
export type { QuestionnaireBody, QuestionnairesBody, ReadFileBody } from './schemas/questionnaire.ts';
export type { ResultBody, RoundBody, TextsBody } from './schemas/round.ts';
export type { SearchResult } from './schemas/search.ts';
export type { StartBody } from './schemas/start.ts';

/** What is about a person is for one browser only, and is neither kept nor open to other sites. */
const accountPaths = '/api/accounts/*';

/** The routes with their types: parameters, answers and statuses. */
function createApi(context: ApiContext, readPublishedCatalog: PublishedReading<Catalog>) {
  return createRoutes()
    .route('/', healthRoutes(context))
    .route('/', catalogRoutes(context, readPublishedCatalog))
    .route('/', areaRoutes(context))
    .route('/', areaListRoutes(context))
    .route('/', observationRoutes(context, readPublishedCatalog))
    .route('/', targetRoutes(context, readPublishedCatalog))
    .route('/', columnRoutes(context))
    .route('/', lineageRoutes(context))
    .route('/', linkRoutes(context, readPublishedCatalog))
    .route('/', searchRoutes(context))
    .route('/', shownContributionRoutes(context))
    .route('/', provenanceRoutes(context))
    .route('/', accessRoutes(context))
    .route('/', policyRoutes(context))
    .route('/', sharedListRoutes(context))
    .route('/', presentationRoutes(context))
    .route('/', followRoutes(context))
    .route('/', accountRoutes(context));
}

/** Type of the routes, for a typed client: `hc<AppType>('/')`. */
export type AppType = ReturnType<typeof createApi>;

/**
 * The whole server as one function of a request: the API, the tiles, the documentation and the built viewer. Whoever
 * has found the reader of a request hands him along with it.
 */
export function createApp(
  context: ApiContext,
  viewer: ViewerFiles,
  find: FindReader = findReaderOf(context),
) {
  const app = createRoutes();
  const answerProblems = answerError(context.logger);
  const fail = (error: Error, c: Context) =>
    isAnswering(c.req.path) ? answerFailure(context.logger, error, c) : answerProblems(error, c);
  app.onError(fail);
  app.notFound((c) => fail(nothingAt(c), c));
  app.use(
    requestId(),
    noteRequests(context),
    securityHeaders,
    requireReadableHost,
    boundWork(context),
    boundBodies,
    identifyReaders(find),
  );
  app.use('/api/*', except(accountPaths, openToAll));
  app.use(accountPaths, keepToBrowser);
  app.use('/tiles/*', openToAll);
  app.use('/healthz', openToAll);
  app.use('/readyz', openToAll);
  app.use('/news.atom', openToAll);
  app.use('/ogc/*', openToAll);
  app.use('/catalog.jsonld', openToAll);
  app.use('/catalog.ttl', openToAll);
  app.use('/preview.png', openToAll);
  app.use('/embed', openToAll);
  app.use('/embed.js', openToAll);
  app.use(seeAsAnother, closeToStrangers(context));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));
  const json = deliverJson();
  app.use('/api/*', except(accountPaths, json));
  app.use('/tiles/*', json);
  app.use('/base-map.json', json);
  const readPublishedCatalog = rememberPublished(readCatalog);
  const readPublishedTilesets = rememberPublished(readTilesets);
  const readings = { readPublishedCatalog, readPublishedTilesets, readPictures: createPictures() };
  const api = createApi(context, readPublishedCatalog)
    .route('/', tileRoutes(context, readPublishedTilesets))
    .route('/', baseMapRoutes(context))
    .route('/', previewRoutes(context, readings))
    .route('/', embedRoutes(context, readings))
    .route('/', ogcRoutes(context, readPublishedCatalog, readPublishedTilesets))
    .route('/', dcatRoutes(context, readPublishedCatalog))
    .route('/', areaPageRoutes(context, readPublishedCatalog))
    .route('/', securityContactRoutes(context))
    .route('/', statementRoutes(context))
    .route('/', metricsRoutes(context))
    .route('/', answeringRoutes(context));
  app.route('/', api);
  app.route('/', documentationRoutes(api));
  app.route('/', viewerRoutes(context, viewer, readings));
  return app;
}

const refuseMethod: NonNullable<Parameters<typeof methodNotAllowed>[0]['onMethodNotAllowed']> = (
  c,
  methods,
) => {
  c.header('Allow', methods.join(', '));
  return answerProblem(
    c,
    new RequestProblem('method-not-allowed', `${c.req.method} is none of ${methods.join(', ')}`),
  );
};
