import { z } from '@hono/zod-openapi';
import { sourceSchema } from './common.ts';

const releaseSchema = z
  .object({
    package: z.string().openapi({ description: 'Its key: there is one release of a package.' }),
    title: z.string(),
    demonstration: z.boolean(),
    retrievedAt: z.iso.datetime(),
    publishedAt: z.iso.datetime(),
    files: z
      .array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() }))
      .openapi({ description: 'Told where all of the release is shown.' }),
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
          releases: z.array(z.string()).openapi({ description: 'Packages, in order of time.' }),
          boundaryYears: z.array(z.number().int()),
          periods: z.array(z.object({ indicator: z.string(), period: z.string(), provisional: z.boolean() })),
        })
        .openapi('SourceUse', { description: 'A source, and what is published of it.' }),
    ),
  })
  .openapi('Sources');
export type Sources = z.infer<typeof sourcesSchema>;
