import type { RouteConfig } from '@hono/zod-openapi';
import { createRoute } from '@hono/zod-openapi';
import { type ZodType, z } from 'zod';
import { accountProblems } from '../../schemas/problem.ts';
import { bodyOf } from '../../schemas/written.ts';

/** The description of a route of accounts. `body`: what is sent as JSON; `answer`: what comes back, null for nothing. */
export function describeRoute<
  const Method extends RouteConfig['method'],
  const Path extends string,
  Body extends ZodType = ZodType<undefined>,
  Answer extends ZodType = ZodType<undefined>,
>(parts: {
  readonly method: Method;
  readonly path: Path;
  readonly summary: string;
  readonly description?: string;
  readonly body: Body;
  readonly answer: Answer;
}) {
  const { method, path, summary, description, body, answer } = parts;
  return createRoute({
    method,
    path,
    tags: ['Accounts'],
    summary,
    ...(description ? { description } : {}),
    request: {
      query: z.strictObject({}),
      body: bodyOf(body),
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: answer } } },
      ...accountProblems,
    },
  });
}

/** What is sent where nothing has to be said: a form of another site cannot send JSON. */
export const nothing = z.strictObject({});

export const doneSchema = z.object({ done: z.literal(true) });
export const done = { done: true } as const;
