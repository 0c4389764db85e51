import { z } from '@hono/zod-openapi';
import { mapLevels } from '../../geodata/level.ts';
import { municipalLevels, ruleKinds, visibilities } from '../../geodata/visibility.ts';

const [, ...closedVisibilities] = visibilities;
const longestSubject = 200;

const ruleFields = {
  kind: z.enum(ruleKinds, { error: `one of ${ruleKinds.join(', ')}` }),
  subject: z
    .string({ error: 'is required' })
    .min(1, { error: 'give what the rule is about' })
    .max(longestSubject, { error: `at most ${longestSubject} characters` })
    .regex(/^[^\p{Cc}]*$/u, { error: 'no control characters' })
    .openapi({
      description:
        'Key of a source, address of an indicator or item, package of a release, or code of a municipality.',
    }),
  level: z
    .enum(mapLevels, { error: `one of ${mapLevels.join(', ')}, or null` })
    .nullable()
    .openapi({ description: 'This level and every smaller one; null: all.' }),
};

const ruleSchema = z
  .strictObject({ ...ruleFields, visibility: z.enum(closedVisibilities) })
  .openapi('VisibilityRule');

export const accessSchema = z
  .object({
    isClosed: z
      .boolean()
      .openapi({ description: 'Whether the whole site is closed to who has not signed in.' }),
    rules: z.array(ruleSchema),
  })
  .openapi('Access');
export type Access = z.infer<typeof accessSchema>;

export const siteSchema = z.strictObject({ isClosed: z.boolean({ error: 'true or false' }) });

/** A rule to set; `public` takes it away. */
export const newRuleSchema = z
  .strictObject({
    ...ruleFields,
    visibility: z.enum(visibilities, { error: `one of ${visibilities.join(', ')}` }),
  })
  .refine(({ kind, level }) => kind !== 'municipality' || municipalLevels.some((own) => own === level), {
    error: `a municipality decides on ${municipalLevels.join(' or ')}`,
    path: ['level'],
  });
