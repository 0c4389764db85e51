import { z } from 'zod';
import type { PolicyTemplate } from '../../geodata/policy/template.ts';
import { InputError, messageOf } from '../../geodata/problem.ts';

const filled = (longest: number) =>
  z
    .string({ error: 'is no text' })
    .trim()
    .min(1, { error: 'is empty' })
    .max(longest, { error: `is longer than ${longest} characters` });
const text = (longest: number) =>
  z.strictObject({ nl: filled(longest), en: filled(longest) }, { error: 'is not { "nl": …, "en": … }' });
const key = z
  .string({ error: 'is no text' })
  .regex(/^[a-z0-9-]{1,60}$/, { error: 'is no key of small letters, digits and dashes' });

const fileSchema = z.strictObject({
  key,
  name: text(80),
  about: text(1000),
  steps: z
    .array(
      z.strictObject({
        key,
        name: text(60),
        about: text(1000),
        documents: z.array(text(200), { error: 'is no list' }),
        decidedBy: text(200).nullable(),
        dueMonth: z
          .number({ error: 'is no number of months, or null' })
          .int({ error: 'is no whole number of months' })
          .min(-120, { error: 'is more than ten years before the plan' })
          .max(240, { error: 'is more than twenty years into the plan' })
          .nullable(),
        usesSurvey: z.boolean({ error: 'is neither true nor false' }),
      }),
      { error: 'is no list' },
    )
    .min(2, { error: 'has fewer than two steps' })
    .max(30, { error: 'has more than thirty steps' }),
});

/** Reads a template of a policy cycle from a JSON file. Throws InputError, which names the place and the way out. */
export function readTemplateFile(file: string, contents: string): Omit<PolicyTemplate, 'version'> {
  const json = parseJson(file, contents);
  const read = fileSchema.safeParse(json);
  if (!read.success) throw new InputError(describeIssue(file, read.error));
  const { steps } = read.data;
  const repeated = steps.find((step, index) => steps.findIndex((other) => other.key === step.key) < index);
  if (repeated)
    throw new InputError({
      file,
      place: `steps, "${repeated.key}"`,
      message: 'two steps have this key',
      remedy: 'give each step a key of its own',
    });
  return read.data;
}

function parseJson(file: string, contents: string): unknown {
  try {
    return JSON.parse(contents.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new InputError({
      file,
      message: `is no JSON: ${messageOf(error)}`,
      remedy: 'correct it there, or begin with what `npm run policy -- show twens` prints',
    });
  }
}

function describeIssue(file: string, { issues }: z.ZodError) {
  const [issue] = issues;
  const path = writePath(issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys')
    return {
      file,
      place: path,
      message: `${issue.keys.map((name) => `"${name}"`).join(', ')} is no part of a template`,
      remedy: 'remove it, or write it as `npm run policy -- show twens` does',
    };
  return {
    file,
    place: path,
    message: issue?.message ?? 'cannot be read',
    remedy: 'write it as `npm run policy -- show twens` does',
  };
}

/** `steps[3].name.en`, steps counted from 1. */
function writePath(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`));
  return parts.join('').replace(/^\./, '') || 'the whole';
}
