import { z } from '@hono/zod-openapi';

const uptimeSeconds = z.number();

export const livenessSchema = z.object({ status: z.literal('alive'), uptimeSeconds }).openapi('Liveness');

export const readinessSchema = z
  .object({
    status: z.enum(['ready', 'starting', 'database-away', 'stopping']),
    step: z.string().nullable().openapi({ description: 'What the server is doing while it starts.' }),
    uptimeSeconds,
    isWarm: z.boolean().openapi({
      description:
        'Whether tiles and columns lie in memory as they are sent. Until then some still ask the database.',
    }),
  })
  .openapi('Readiness');
