import { z } from '@hono/zod-openapi';
import { readFollowed, writeFollowed } from '../../geodata/follow/follow-state.ts';
import { isFollowCode } from '../../geodata/link/follow-code.ts';
import { presentationLimits } from '../../geodata/presentation/presentation.ts';
import { lineSchema, linesSchema } from './written.ts';

export const followParameters = z.strictObject({
  code: z
    .string()
    .refine(isFollowCode, { error: 'the code of a session: six small letters and digits' })
    .openapi({ example: 'k7m2xw' }),
});

/** The name of the header that only the presenter can send. */
export const presenterKeyHeader = 'X-Presenter-Key';

const slideSchema = z.strictObject({
  number: z.number().int().min(1).max(presentationLimits.slides),
  count: z.number().int().min(1).max(presentationLimits.slides),
  title: lineSchema(presentationLimits.title),
  sentence: linesSchema(presentationLimits.sentence),
});
const pointerSchema = z.strictObject({
  panel: z.number().int().min(0).max(3),
  longitude: z.number().min(-180).max(180),
  latitude: z.number().min(-85).max(85),
});

/** What a presenter shows: an address of this site alone, read and written again by our own grammar. */
export const newStateSchema = z.strictObject({
  address: z
    .string({ error: 'the query of a view of this site' })
    .max(4000, { error: 'at most 4000 characters' })
    .transform((address, context) => {
      const view = address === '' || address.startsWith('?') ? readFollowed(address) : null;
      const written = view && writeFollowed(view);
      if (written !== null) return written;
      context.addIssue({
        code: 'custom',
        message: 'the query of a view of this site to look at together, such as ?period=2024',
      });
      return z.NEVER;
    }),
  slide: slideSchema.nullable(),
  pointer: pointerSchema.nullable(),
});

/** The same, or only a sign that the presenter is there. */
export const renewalSchema = z.strictObject({ state: newStateSchema.nullable() });

export const begunSchema = z.object({
  code: z.string(),
  key: z.string().openapi({ description: `For the presenter alone, to be sent as ${presenterKeyHeader}.` }),
});

export const renewedSchema = z.object({
  version: z.number().int(),
  followers: z.number().int().openapi({ description: 'How many follow now.' }),
});

export const toldSessionSchema = z
  .object({
    isOver: z.boolean(),
    version: z.number().int(),
    state: z
      .object({
        address: z.string(),
        slide: slideSchema.nullable(),
        pointer: pointerSchema.nullable(),
        hidden: z
          .number()
          .int()
          .openapi({ description: 'How many of its indicators who asks may not know of.' }),
      })
      .nullable()
      .openapi({ description: 'What is shown, as who asks may see it; null once it is over.' }),
  })
  .openapi('FollowSession');
