import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { receive } from '../../contributions/reception.ts';
import type { CodeFile } from '../../questionnaires/codes.ts';
import { mostFileBytes } from '../../questionnaires/files.ts';
import { accountProblems } from '../../schemas/problem.ts';

/** Where all that is asked of rounds begins. */
export const roundsPath = '/api/accounts/rounds';

/** An answer of 200 and the problems that it may be instead. */
export const answerWith = <Schema extends z.ZodType>(schema: Schema) => ({
  200: { description: 'What there is', content: { 'application/json': { schema } } },
  ...accountProblems,
});

/** What every reading of a round is described with. */
export const reading = { method: 'get' as const, tags: ['Accounts'] };

/** A file that is sent, and the name that it has where it comes from. */
export const fileQuery = { name: z.string().max(200, { error: 'at most 200 characters' }) };
export const fileBody = {
  required: true,
  content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
};

/** The file in the body of a request, under the name that it has where it comes from. */
export async function receiveFile(c: Context): Promise<CodeFile> {
  return { bytes: await receive(c.req.raw, mostFileBytes), name: c.req.query('name') || 'file' };
}
