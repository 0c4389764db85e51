import { z } from '@hono/zod-openapi';

/** RFC 9457 problem details, with the parameters that were refused. */
export const problemSchema = z
  .object({
    type: z
      .string()
      .openapi({ description: 'Reference to what kind of problem this is, in the documentation.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().openapi({ description: 'The path that was asked for.' }),
    requestId: z.string().optional().openapi({ description: 'Names this request in the log of the server.' }),
    errors: z
      .array(z.object({ parameter: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'Each parameter that was refused, and what is allowed.' }),
  })
  .openapi('Problem');
export type ProblemBody = z.infer<typeof problemSchema>;

const content = { 'application/problem+json': { schema: problemSchema } };

/** The problems that a route may answer with, for its description. */
export const problems = {
  400: { description: 'A parameter is not allowed; `errors` names it and says what is.', content },
  401: { description: 'The site is closed to who has not signed in.', content },
  429: {
    description: 'Too much is asked at once from one address; `Retry-After` says when to ask again.',
    content,
  },
  503: {
    description:
      'The server is starting or busy, or its database does not answer; `Retry-After` says when to ask again.',
    content,
  },
} as const;

/** Where something may be changed. */
export const refusedProblem = {
  403: { description: 'It was not the page of this site itself that asked.', content },
} as const;

export const notFoundProblem = { 404: { description: 'There is no such thing.', content } } as const;

export const outdatedProblem = {
  410: { description: 'Other figures are published since the first page; begin again.', content },
} as const;

export const tooManyProblem = {
  429: { description: 'Too many attempts; `Retry-After` says when to try again.', content },
} as const;

/** Beside these, the problems of routes that change something or are not for everybody. */
export const accountProblems = {
  ...problems,
  ...notFoundProblem,
  401: { description: 'Nobody is signed in, or what was given is wrong.', content },
  403: {
    description: 'It is not for who asks, or the request does not come from a page of this site.',
    content,
  },
  409: { description: 'It does not fit what there is.', content },
  413: { description: 'What was sent is too large.', content },
  415: { description: 'What was sent is of no kind that is taken, or damaged.', content },
  410: { description: 'A link or an answer cannot be used any more.', content },
  ...tooManyProblem,
  502: { description: 'An OpenID Connect provider gave no answer that can be used.', content },
} as const;
