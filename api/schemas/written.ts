import { z } from '@hono/zod-openapi';

/** A line that somebody writes: no control characters, trimmed. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `at most ${longest} characters` })
    .regex(/^[^\p{Cc}]*$/u, { error: 'one line, without control characters' });

/** Text that somebody writes, of several lines if need be. */
export const linesSchema = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, { error: `at most ${longest} characters` })
    .regex(/^[^\p{Cc}]*([\n\r\t][^\p{Cc}]*)*$/u, { error: 'without control characters' });

/** Somebody who signs in, as others are told of him. */
export const accountSchema = z.object({ id: z.string(), name: z.string() }).openapi('NamedAccount', {
  description: 'Somebody who signs in; named to partners and whoever may see more.',
});

/** The number of a contribution; null for none. */
export const contributionNumberSchema = z
  .number({ error: 'the number of a contribution, or null' })
  .int()
  .min(1)
  .max(Number.MAX_SAFE_INTEGER)
  .nullable();

/** The address of a page elsewhere. */
export const linkSchema = z
  .url({ protocol: /^https?$/, error: 'an address that begins with https:// or http://' })
  .max(2000, { error: 'at most 2000 characters' });

/** A day of a year from 1 on, as the database has no year 0. `error`: what is asked for. */
export const daySchemaFor = (error: string) =>
  z.iso.date({ error }).refine((day) => !day.startsWith('0000'), { error: 'a day from the year 1 on' });

export const daySchema = daySchemaFor('a day such as 2027-03-31').openapi({
  description: 'A day such as 2027-03-31.',
});

/** The number of what somebody makes, chosen by whoever makes it. */
export const numberSchema = z.uuid({ error: 'a UUID' });

/** The address of what somebody makes. */
export const numberParameters = z.strictObject({ id: numberSchema });

/** The body of a request, which must be there. */
export const bodyOf = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

/** What was read of something before it is changed: 0 for something new. */
export const versionSchema = z
  .number({ error: 'the version that was read, 0 for something new' })
  .int()
  .min(0)
  .max(2_000_000_000)
  .openapi({ description: 'The version that was read; 0 for something new. Another one is answered 409.' });
