import { z } from '@hono/zod-openapi';
import { sourceSchema } from './common.ts';

const releaseSchema = z
  .object({
    id: z.number().int(),
    package: z.string(),
    title: z.string(),
    demonstration: z.boolean(),
    retrievedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  })
  .openapi('Release', { description: 'What was published together, and the files it was made of.' });

export const releasesSchema = z
  .object({ releases: z.array(releaseSchema).openapi({ description: 'In order of time.' }) })
  .openapi('Releases');
export type Releases = z.infer<typeof releasesSchema>;

export const sourcesSchema = z
  .object({
    sources: z.array(
      sourceSchema
        .extend({
          releases: z.array(z.number().int()),
          boundaryYears: z.array(z.number().int()),
          periods: z.array(z.object({ indicator: z.string(), period: z.string(), provisional: z.boolean() })),
        })
        .openapi('SourceUse', { description: 'A source, and what is published of it.' }),
    ),
  })
  .openapi('Sources');
export type Sources = z.infer<typeof sourcesSchema>;
