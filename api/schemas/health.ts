import { z } from '@hono/zod-openapi';

export const healthSchema = z
  .object({
    status: z.enum(['ready', 'starting', 'stopping']),
    step: z.string().nullable().openapi({ description: 'What the server is doing while it starts.' }),
    uptimeSeconds: z.number(),
    isWarm: z.boolean().openapi({
      description:
        'Whether tiles and columns lie in memory as they are sent. Until then some still ask the database.',
    }),
  })
  .openapi('Health');
