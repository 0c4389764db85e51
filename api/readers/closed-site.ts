import type { MiddlewareHandler } from 'hono';
import { isPublic, nobody } from '../../sql/reader.ts';
import { isSiteClosed } from '../../sql/visibility-rules.ts';
import type { ApiContext } from '../context.ts';
import { RequestProblem } from '../errors.ts';
import { rememberPublished } from '../memory/snapshot.ts';
import { readerOf } from './reader.ts';

/** What holds data; the rest are the files of the page. */
const isData = (path: string) =>
  /^\/((api|tiles|ogc|base-map)(\/|$)|(base-map\.json|news\.atom|preview\.png|sitemap\.xml|catalog\.(jsonld|ttl))$)/.test(
    path,
  );

/** How somebody signs in, which needs no rights. */
const isSignIn = (path: string) => /^\/api\/accounts(\/|$)/.test(path);

/** The page names what its link asks for, and a short link what it leads to, so they depend on the reader as well. */
const isPage = (path: string) => path === '/' || path === '/index.html' || /^\/(areas|s|volg)\//.test(path);

/**
 * Where the site is closed, whoever has not signed in is answered 401 at every address that holds data, one that does not
 * exist included, and sees the page without anything in it. Asked of the database whenever anything was published, closed
 * or opened, so that all processes close within one look.
 */
export function closeToStrangers({ startup, watch }: ApiContext): MiddlewareHandler {
  const readIsClosed = rememberPublished((db) => isSiteClosed(db));
  return async (context, next) => {
    const { path } = context.req;
    const { phase } = startup;
    if (phase.status !== 'ready' || isSignIn(path) || !(isData(path) || isPage(path))) return next();
    const reader = await readerOf(context);
    if (!isPublic(reader) || !(await readIsClosed(phase.db, reader, watch?.readStamp))) return next();
    context.set('reader', nobody);
    if (!isData(path)) return next();
    context.header('WWW-Authenticate', 'Session realm="Wijkinformatie"');
    throw new RequestProblem('not-signed-in', 'The site is closed: sign in first');
  };
}
