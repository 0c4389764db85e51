import { z } from '@hono/zod-openapi';
import {
  presentationLimits,
  readSlideView,
  writeSlideAddress,
} from '../../geodata/presentation/presentation.ts';
import { presentationSharings } from '../../geodata/presentation/sharing.ts';
import { lineSchema, linesSchema, versionSchema } from './written.ts';

const sharingSchema = z
  .enum(presentationSharings, { error: `one of ${presentationSharings.join(', ')}` })
  .openapi({ description: 'Who may see it beside its owner.' });

const headSchema = z.object({
  id: z.string(),
  title: z.string(),
  sharedWith: sharingSchema,
  organisation: z.string().nullable().openapi({ description: 'The one that it is shared with.' }),
  version: z.number().int(),
  changedOn: z.string(),
  isOwn: z.boolean().openapi({ description: 'Whether it is the own one of who asks.' }),
});

export const presentationSchema = headSchema
  .extend({
    slides: z.array(
      z.object({
        address: z.string().openapi({
          description:
            'What it shows, as who asks may see it: `not-shown` stands for each indicator that he may not know of.',
        }),
        title: z.string(),
        sentence: z.string(),
        notes: z.string().openapi({ description: 'For the owner alone.' }),
      }),
    ),
    hidden: z.number().int().openapi({ description: 'How many slides show what who asks may not see.' }),
  })
  .openapi('Presentation');
export type PresentationBody = z.infer<typeof presentationSchema>;

export const presentationsSchema = z
  .object({
    rows: z.array(headSchema.extend({ count: z.number().int() })).readonly(),
    organisations: z
      .array(z.string())
      .openapi({ description: 'The organisations that who asks may share one with.' }),
  })
  .openapi('Presentations');
export type PresentationsBody = z.infer<typeof presentationsSchema>;

const addressSchema = z
  .string()
  .max(presentationLimits.address, { error: `at most ${presentationLimits.address} characters` })
  .transform((address, context) => {
    const view = address === '' || address.startsWith('?') ? readSlideView(address) : null;
    if (view) return writeSlideAddress(view);
    context.addIssue({ code: 'custom', message: 'the query of a view of this site, such as ?period=2024' });
    return z.NEVER;
  });

export const newPresentationSchema = z.strictObject({
  title: lineSchema(presentationLimits.title).min(1, { error: 'give it a title' }),
  sharedWith: sharingSchema,
  organisation: lineSchema(200).nullable(),
  slides: z
    .array(
      z.strictObject({
        address: addressSchema,
        title: lineSchema(presentationLimits.title),
        sentence: linesSchema(presentationLimits.sentence),
        notes: linesSchema(presentationLimits.notes),
      }),
    )
    .min(1, { error: 'at least one slide' })
    .max(presentationLimits.slides, { error: `at most ${presentationLimits.slides} slides` }),
  version: versionSchema,
  remove: z.boolean().optional(),
});
export type NewPresentation = z.infer<typeof newPresentationSchema>;
