import { z } from '@hono/zod-openapi';
import { isLinkId } from '../../geodata/link/short-link.ts';
import { levelSchema } from './common.ts';

export const linkIdSchema = z
  .string()
  .refine(isLinkId, { error: 'the name of a short link: eight small letters and digits' })
  .openapi({ example: 'k7m2xw9p' });

export const linkParameters = z.strictObject({ id: linkIdSchema });

export const newLinkSchema = z.strictObject({
  address: z
    .string({ error: 'an address of this site' })
    .max(4000, { error: 'at most 4000 characters' })
    .openapi({
      description: 'An address of this site, whole or from its first slash.',
      example: '/?period=2024',
    }),
  frozen: z.boolean({ error: 'true or false' }).optional().openapi({
    description: 'Whether the link keeps the figures as they are now; else it shows the newest.',
  }),
});

export const madeLinkSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    hidden: z.number().int().openapi({
      description: 'How many indicators of it somebody who has not signed in may not know of.',
    }),
  })
  .openapi('MadeShortLink');

const frozenFiguresSchema = z.object({
  indicator: z.string(),
  level: levelSchema,
  hash: z
    .string()
    .nullable()
    .openapi({ description: 'Of the column as it was; null where it was taken back.' }),
  state: z.enum(['same', 'renewed', 'gone']).openapi({
    description:
      'Whether the figures are still those of then, there are newer ones, or those of then were taken back or are not for who asks, so that the newest are shown.',
  }),
});
export type FrozenFigures = z.infer<typeof frozenFiguresSchema>;

const keptLinkSchema = z.object({
  id: z.string(),
  url: z.string(),
  address: z.string().openapi({
    description:
      'What it leads to, as who asks may see it: `not-shown` stands for each indicator that he may not know of.',
  }),
  isFrozen: z.boolean(),
  createdOn: z.string(),
});

export const linkSchema = keptLinkSchema
  .extend({
    hidden: z.number().int().openapi({ description: 'How many indicators of it who asks may not know of.' }),
    figures: z.array(frozenFiguresSchema).readonly().openapi({ description: 'That a frozen link is about.' }),
  })
  .openapi('ShortLink');
export type ShortLinkBody = z.infer<typeof linkSchema>;

export const linksSchema = z
  .object({ rows: z.array(keptLinkSchema).readonly().openapi({ description: 'The newest first.' }) })
  .openapi('ShortLinks');
export type ShortLinksBody = z.infer<typeof linksSchema>;
