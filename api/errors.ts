import type { Hook } from '@hono/zod-openapi';
import type { Context, Env } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { ZodError, ZodType, z } from 'zod';
import { isConnectionLoss } from '../sql/connection-loss.ts';
import { DatabaseAwayError, OverloadError, WorkEndedError } from '../sql/queue/work.ts';
import type { ProblemBody } from './schemas/problem.ts';

/** What can go wrong, by the anchor in the documentation that explains it. */
const kinds = {
  'invalid-parameter': { status: 400, title: 'A parameter is not allowed' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'other-page': { status: 403, title: 'Another page may not do this' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This address only answers to other methods' },
  unauthorized: { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'That is not who may sign in' },
  forbidden: { status: 403, title: 'That is not for you' },
  'sign-in-again': { status: 403, title: 'Sign in anew first' },
  conflict: { status: 409, title: 'That does not fit what there is' },
  'too-large': { status: 413, title: 'That is too large' },
  unsupported: { status: 415, title: 'That kind of file is not taken' },
  gone: { status: 410, title: 'That cannot be used any more' },
  'too-many-attempts': { status: 429, title: 'Too many attempts' },
  'too-many-requests': { status: 429, title: 'Too many requests at once' },
  'base-map-failed': { status: 502, title: 'The base map does not come' },
  'provider-failed': { status: 502, title: 'The provider gave no answer that can be used' },
  'scanner-silent': { status: 503, title: 'The virus scanner does not answer' },
  overloaded: { status: 503, title: 'The server is busy' },
  'database-away': { status: 503, title: 'The database does not answer' },
  'not-ready': { status: 503, title: 'The server is not ready' },
  internal: { status: 500, title: 'The server failed' },
} as const;
export type ProblemKind = keyof typeof kinds;
export const problemKinds = Object.entries(kinds).map(([kind, { status, title }]) => ({
  kind,
  status,
  title,
}));

interface ParameterError {
  readonly parameter: string;
  readonly message: string;
}

/** Thrown by a route that cannot answer; becomes RFC 9457 problem details. */
export class RequestProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors?: readonly ParameterError[],
    /** After how many seconds it is worth asking again. */
    readonly retryAfter?: number,
    /** What belongs to the problem beside this, such as what somebody else wrote. */
    readonly more?: Readonly<Record<string, unknown>>,
  ) {
    super(detail);
    this.name = 'RequestProblem';
  }
}

export function notFound(detail: string): RequestProblem {
  return new RequestProblem('not-found', detail);
}

/** What an address that nothing is at answers. */
export function nothingAt(context: Context): RequestProblem {
  return notFound(`Nothing at ${context.req.path}`);
}

/** Tried too often: `until` when it may be tried again. `detail`: in words, by the seconds that are left. */
export function tooManyAttempts(until: Date, detail: (seconds: number) => string): RequestProblem {
  const seconds = Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000));
  return new RequestProblem('too-many-attempts', detail(seconds), undefined, seconds);
}

export function invalidParameter(parameter: string, message: string): RequestProblem {
  return new RequestProblem('invalid-parameter', `${parameter}: ${message}`, [{ parameter, message }]);
}

/** Writes a problem as the response. `requestId` names the request in the log. */
export function answerProblem(context: Context, problem: RequestProblem): Response {
  const { status, title } = kinds[problem.kind];
  const requestId = context.get('requestId') as string | undefined;
  const body: ProblemBody = {
    ...problem.more,
    type: `/api/docs#problem-${problem.kind}`,
    title,
    status,
    detail: problem.detail,
    instance: context.req.path,
    ...(requestId ? { requestId } : {}),
    ...(problem.errors ? { errors: [...problem.errors] } : {}),
  };
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...(problem.kind === 'not-ready' ? { 'Retry-After': '1' } : {}),
    ...(problem.retryAfter === undefined ? {} : { 'Retry-After': String(problem.retryAfter) }),
  };
  return context.body(JSON.stringify(body), status, headers);
}

/** Seconds after which a database that is gone may be there again. */
const laterForDatabase = 5;

/** What passes by itself and is no fault of the request: null for any other error. */
function describePassing(error: Error): RequestProblem | null {
  if (error instanceof OverloadError || error instanceof WorkEndedError)
    return new RequestProblem('overloaded', 'It did not come to that in time', undefined, laterForDatabase);
  if (error instanceof DatabaseAwayError || isConnectionLoss(error))
    return new RequestProblem('database-away', 'The database does not answer', undefined, laterForDatabase);
  return null;
}

/** Of PostgreSQL: a text has a sign that none of its texts can have, so that nothing there has it either (22021, NUL). */
const unstorableSign = '22021';

function isUnstorable(error: Error): boolean {
  return 'code' in error && error.code === unstorableSign;
}

/** Turns whatever was thrown into a problem; what nobody foresaw is logged whole and told to nobody. */
export function answerError(logger: Logger) {
  return (error: Error, context: Context): Response => {
    if (error instanceof RequestProblem) return answerProblem(context, error);
    const passing = describePassing(error);
    if (passing) {
      // Nobody hears that he has gone; that the server is busy or without its database is for whoever runs it.
      if (!(error instanceof WorkEndedError || error instanceof DatabaseAwayError))
        logger.warn({ reason: error.message, requestId: context.get('requestId') }, passing.detail);
      return answerProblem(context, passing);
    }
    if (isUnstorable(error))
      return answerProblem(
        context,
        new RequestProblem('invalid-parameter', 'A text holds the sign NUL; leave it out'),
      );
    if (error instanceof HTTPException && error.status < 500) {
      return answerProblem(
        context,
        new RequestProblem('invalid-parameter', error.message || 'the request cannot be read'),
      );
    }
    logger.error(
      { err: error, requestId: context.get('requestId'), path: context.req.path },
      'request failed',
    );
    return answerProblem(
      context,
      new RequestProblem('internal', 'Something went wrong on our side; it has been logged.'),
    );
  };
}

function listParameterErrors({ issues }: Pick<ZodError, 'issues'>): ParameterError[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((parameter) => ({ parameter, message: 'is no parameter of this address' }));
    }
    return [{ parameter: String(issue.path[0] ?? 'query'), message: readMessage(issue) }];
  });
}

/** Of a parameter that may be given once or more often, the message for the way in which it was given. */
function readMessage(issue: ZodError['issues'][number]): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const branches = issue.errors.map((branch) => branch[0]);
  const fitting = branches.find((first) => first && first.code !== 'invalid_type') ?? branches[0];
  return fitting?.message ?? issue.message;
}

function describeRefusal(error: ZodError): RequestProblem {
  const errors = listParameterErrors(error);
  const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join('; ');
  return new RequestProblem('invalid-parameter', detail, errors);
}

/** Reads parameters by their schema; throws a problem that names those that do not fit. */
export function parseParameters<Schema extends ZodType>(schema: Schema, values: unknown): z.output<Schema> {
  const result = schema.safeParse(values);
  if (!result.success) throw describeRefusal(result.error);
  return result.data;
}

/** Answers a request whose parameters do not fit their schema. */
export const refuseParameters: Hook<unknown, Env, string, Response | undefined> = (result, context) => {
  if (result.success) return undefined;
  return answerProblem(context, describeRefusal(result.error));
};
