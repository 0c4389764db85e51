import { OpenAPIHono } from '@hono/zod-openapi';
import type { Logger } from 'pino';
import type { Database } from '../sql/database.ts';
import type { AccountsHome } from './accounts/home.ts';
import type { RequestLimits } from './admission/limits.ts';
import type { BaseMap } from './base-map/base-map.ts';
import type { FileStore } from './contributions/file-store.ts';
import { RequestProblem, refuseParameters } from './errors.ts';
import type { Followers } from './follow/followers.ts';
import type { LocationServer } from './location/location-server.ts';
import type { PublicationWatch } from './memory/publication-watch.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { SurveyKeyHome } from './questionnaires/survey-key.ts';
import type { Phase, Startup } from './startup.ts';

/** What the routes are given. */
export interface ApiContext {
  readonly startup: Startup;
  readonly logger: Logger;
  /** Where the public reaches the server, such as https://wijk.example.nl; null: as the request says. */
  readonly publicUrl: string | null;
  /** Who may sign in; absent: nobody ever. */
  readonly accounts?: AccountsHome;
  /** Where files lie that were sent in; absent: none are taken. */
  readonly files?: FileStore;
  /** Address of who looks for viruses in documents; absent: nobody does. */
  readonly virusScanner?: string | null;
  /** Water, roads, railways and places under and over the fills; null or absent: none. */
  readonly baseMap?: BaseMap | null;
  /** Who finds addresses; null or absent: nobody does. */
  readonly locationServer?: LocationServer | null;
  /** Whom the catalogue of data names; absent: the site itself. */
  readonly publisher?: {
    readonly name: string | null;
    readonly iri: string | null;
    readonly email: string | null;
  };
  /** Sites that may show embeds, as a policy names them; absent: any. */
  readonly embedAncestors?: readonly string[];
  /** Addresses and ranges of proxies whose word on who asks is taken. */
  readonly trustedProxies?: readonly string[];
  /** Who follows sessions at this process; absent: whoever asks this app. */
  readonly followers?: Followers;
  /** Where the key of questionnaires is; absent: none is answered. */
  readonly survey?: SurveyKeyHome;
  /** How long the trail is kept, days; absent: as it is where nothing is set. */
  readonly trailDays?: number;
  /** Counts what this process answers; null or absent: nobody does. */
  readonly metrics?: Metrics | null;
  /** How much each client may have worked on at once. */
  readonly limits?: RequestLimits;
  /** Who looks again and again whether something was published; nobody does, where it is left out. */
  readonly watch?: PublicationWatch;
}

/** An empty group of routes that refuses parameters in the way of this API. */
export function createRoutes() {
  return new OpenAPIHono({ defaultHook: refuseParameters });
}

/** The database, once there is one; a problem 503 before. */
export function requireDatabase(context: ApiContext): Database {
  return requireReady(context).db;
}

/** The same to write to. */
export function requirePrimary(context: ApiContext): Database {
  return requireReady(context).primary;
}

function requireReady({ startup }: ApiContext): Extract<Phase, { status: 'ready' }> {
  const { phase } = startup;
  if (phase.status === 'ready') return phase;
  const step = 'step' in phase ? `: ${phase.step}` : '';
  throw new RequestProblem('not-ready', `The server is ${phase.status}${step}`);
}

/** Where files lie that were sent in; a problem 404 where none are taken. */
export function requireFiles({ files }: ApiContext): FileStore {
  if (files) return files;
  throw new RequestProblem('not-found', 'No files are kept here');
}
