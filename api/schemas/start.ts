import { z } from '@hono/zod-openapi';

const time = z.iso.datetime();

/** Why a contribution waits for somebody. */
const waitingReasons = ['to-read', 'returned', 'to-renew'] as const;
export type WaitingReason = (typeof waitingReasons)[number];

export const startSchema = z
  .object({
    municipalities: z
      .array(z.string())
      .openapi({ description: 'GM codes of the municipalities that who asks has a role in.' }),
    since: time
      .nullable()
      .openapi({ description: 'The end of the visit before this one; null in the first.' }),
    releases: z
      .array(
        z.object({
          id: z.number().int(),
          title: z.string(),
          publishedAt: time,
          indicators: z.array(z.string()).openapi({ description: 'Addresses that it gave figures of.' }),
        }),
      )
      .openapi({
        description: 'Published since, the newest first; in a first visit the newest three months.',
      }),
    steps: z
      .array(
        z.object({
          cycle: z.string(),
          municipality: z.string(),
          template: z.string(),
          templateVersion: z.number().int(),
          step: z.string(),
          due: z.string().nullable(),
          isOwn: z.boolean().openapi({ description: 'Whether who asks has it in hand.' }),
        }),
      )
      .openapi({ description: 'Steps that wait, the first due first.' }),
    contributions: z
      .array(
        z.object({
          id: z.number().int(),
          title: z.string(),
          lang: z.string(),
          why: z.enum(waitingReasons),
          endsOn: z.string().nullable(),
        }),
      )
      .openapi({
        description: 'What others wrote and who asks is to read, his own that came back, and what ends soon.',
      }),
    news: z
      .array(
        z.object({
          id: z.number().int(),
          title: z.string(),
          lang: z.string(),
          publishedAt: z.string().nullable(),
        }),
      )
      .openapi({
        description: 'Of the region and of his municipalities: pinned ones first, then the latest.',
      }),
    lists: z
      .array(z.string())
      .openapi({ description: 'Numbers of the shared lists that who asks joined in.' }),
  })
  .openapi('Start', { description: 'What the start page of who is signed in shows.' });
export type StartBody = z.output<typeof startSchema>;
