import { z } from '@hono/zod-openapi';
import {
  contributionKinds,
  contributionLimits,
  contributionStates,
  figureStates,
} from '../../geodata/contribution/contribution.ts';
import {
  documentKinds,
  documentTypes,
  documentYears,
  textExtents,
} from '../../geodata/contribution/document.ts';
import { personalDataKinds } from '../../geodata/contribution/personal-data.ts';
import { practiceLimits, problemDirections } from '../../geodata/contribution/practice.ts';
import { isPeriod } from '../../geodata/period.ts';
import { visibilities } from '../../geodata/visibility.ts';
import { areaReferenceSchema, municipalityCodeSchema, positionSchema } from './common.ts';
import { daySchema, daySchemaFor, lineSchema, linkSchema } from './written.ts';

export const contributionKindSchema = z.enum(contributionKinds).openapi('ContributionKind');
const visibility = z.enum(visibilities);

export const contributionFileSchema = z.object({
  sha256: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  name: z.string(),
  alternative: z.string().openapi({ description: 'What it shows, for who does not see it.' }),
});

const directionSchema = z.enum(problemDirections);
const endedOn = z
  .string()
  .nullable()
  .openapi({ description: 'The last day that it was done; null: it goes on.' });
const practiceLink = z.object({ title: z.string(), url: z.string() });
const shownPractice = z
  .object({
    direction: directionSchema.openapi({
      description: 'What the problem was: a figure too high or too low.',
    }),
    doneBy: z.string().openapi({ description: 'The organisation that did it.' }),
    part: z.string().openapi({ description: 'What that organisation did in it; may be empty.' }),
    beganOn: z.string().openapi({ description: 'A day such as 2024-03-01.' }),
    endedOn,
    cost: z.string().openapi({ description: 'In words; may be empty.' }),
    links: z.array(practiceLink).readonly(),
    adoptions: z.number().int().openapi({ description: 'Of how many the reader may know that do it too.' }),
  })
  .openapi('Practice');
const shownAdoption = z
  .object({
    practice: z.number().int().nullable().openapi({ description: 'Number of the practice.' }),
    beganOn: z.string().openapi({ description: 'A day such as 2025-01-01.' }),
    endedOn,
  })
  .openapi('Adoption');
const documentKind = z.enum(documentKinds);
export const documentKindSchema = documentKind.openapi('DocumentKind');

const shownDocument = z
  .object({
    kind: documentKindSchema,
    firstYear: z.number().int(),
    lastYear: z.number().int(),
    file: z.object({ sha256: z.string(), type: z.string(), bytes: z.number().int() }),
    extent: z.enum(textExtents).openapi({
      description:
        'How much of its text is found: all, its beginning, or none where it has none, as of a scan.',
    }),
    mark: z
      .object({
        isComplete: z.boolean(),
        namesSources: z.boolean(),
        isRecent: z.boolean(),
        checkedBy: z.string(),
      })
      .nullable()
      .openapi({
        description: 'What an editor found of this file, of a district scan; null: not looked at.',
      }),
  })
  .openapi('Document');

const summary = z.object({
  id: z.number().int(),
  kind: contributionKindSchema,
  title: z.string(),
  lang: z.string().openapi({ description: 'Language of the text, BCP 47.' }),
  organisation: z.string(),
  role: z.string(),
  name: z.string().nullable().openapi({ description: 'Of the author; null where he is not to be named.' }),
  visibility,
  municipality: z.string().nullable().openapi({ description: 'GM code; null: of the whole region.' }),
  area: z.string().nullable(),
  place: areaReferenceSchema.nullable(),
  indicator: z.string().nullable().openapi({ description: 'Key of an indicator, or `indicator/category`.' }),
  period: z.string().nullable(),
  figure: z.enum(figureStates).nullable().openapi({
    description:
      'Whether the figure that it is about is there, was withdrawn, or is of an area that has other borders now; null where it is about no indicator.',
  }),
  publishedAt: z.string().nullable(),
  endsOn: z.string().nullable().openapi({ description: 'The last day that it holds; null: without end.' }),
  isPinned: z.boolean(),
  isDemonstration: z.boolean().openapi({ description: 'Made up, for the demonstration.' }),
  practice: shownPractice.nullable().openapi({ description: 'null for other kinds.' }),
  adoption: shownAdoption.nullable().openapi({ description: 'null for other kinds.' }),
  document: shownDocument.nullable().openapi({ description: 'null for other kinds.' }),
});

export const contributionSummarySchema = summary.openapi('ContributionSummary');
export const contributionsSchema = z
  .object({ rows: z.array(contributionSummarySchema) })
  .openapi('Contributions');

export const contributionSchema = summary
  .extend({
    html: z.string().openapi({ description: 'The text, rendered; holds no HTML of its author.' }),
    sources: z.string().openapi({ description: 'Where it was taken from, rendered like the text.' }),
    files: z.array(contributionFileSchema),
  })
  .openapi('Contribution');

export const contributionHitSchema = summary
  .extend({
    excerpt: z
      .array(z.object({ text: z.string(), isFound: z.boolean() }))
      .openapi({ description: 'A piece of the text, in parts: what was found, and what stands between.' }),
  })
  .openapi('ContributionHit');
export const contributionHitsSchema = z
  .object({ rows: z.array(contributionHitSchema) })
  .openapi('ContributionHits');

export const contributionCountsSchema = z
  .object({
    rows: z.array(
      z.object({
        area: z.string(),
        count: z.number().int(),
        position: positionSchema
          .nullable()
          .openapi({ description: 'Where the name of the area stands, in its newest borders.' }),
      }),
    ),
  })
  .openapi('ContributionCounts');

/** What whoever writes is told. */
const deskEntry = summary.extend({
  state: z.enum(contributionStates),
  version: z.number().int(),
  authorName: z.string().nullable(),
  showsName: z.boolean(),
  writtenAt: z.string(),
  remark: z.string().nullable(),
  isShown: z.boolean(),
  isNewestShown: z.boolean(),
  isOver: z.boolean(),
  isOwn: z.boolean(),
  mayChange: z.boolean(),
  mayPublish: z.boolean(),
});
export const deskSchema = z.object({
  rows: z.array(deskEntry),
  organisations: z.array(z.string()).openapi({ description: 'In whose name who asks may write.' }),
  visibilities: z.array(visibility),
  municipalities: z
    .array(z.string().nullable())
    .openapi({ description: 'For which who asks writes news; null: the region.' }),
  isAdministrator: z.boolean(),
});
export type DeskBody = z.infer<typeof deskSchema>;

const personalDataSchema = z.object({ kind: z.enum(personalDataKinds), text: z.string() });
export const previewSchema = z.object({
  html: z.string(),
  sources: z.string(),
  warnings: z.array(personalDataSchema),
});
export type PreviewBody = z.infer<typeof previewSchema>;

export const deskContributionSchema = deskEntry.extend({
  body: z.string(),
  sources: z.string(),
  html: z.string(),
  warnings: z.array(personalDataSchema),
  files: z.array(contributionFileSchema),
  revisions: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      body: z.string(),
      sources: z.string(),
      name: z.string().nullable(),
      writtenAt: z.string(),
      isShown: z.boolean(),
    }),
  ),
});
export type DeskContributionBody = z.infer<typeof deskContributionSchema>;

// Of controls only what stands between lines; PostgreSQL refuses NUL.
const plainText = (most: number) =>
  z
    .string()
    .max(most, { error: `at most ${most} characters` })
    .refine((text) => !/[^\P{Cc}\n\t]/u.test(text), { error: 'no control characters' });
const line = (most: number, what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: what })
    .max(most, { error: `at most ${most} characters` })
    .regex(/^\P{Cc}*$/u, { error: 'no control characters' });
/** Names a file that was sent in. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a checksum' });

export const textToRenderSchema = z.strictObject({
  title: plainText(contributionLimits.title),
  body: plainText(contributionLimits.body),
  sources: plainText(contributionLimits.sources),
});

const began = daySchemaFor('the day it began, such as 2024-03-01');
const ended = daySchemaFor('the last day, such as 2025-12-31').nullable().default(null);
const number = z.number({ error: 'the number of a practice' }).int().min(1).max(Number.MAX_SAFE_INTEGER);
function documentYear() {
  const { first, last } = documentYears;
  const error = `a year from ${first} to ${last}`;
  return z.number({ error }).int({ error }).min(first, { error }).max(last, { error });
}

export const savingSchema = z.strictObject({
  kind: contributionKindSchema,
  title: line(contributionLimits.title, 'a title'),
  body: plainText(contributionLimits.body),
  sources: plainText(contributionLimits.sources),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'a language such as nl' }),
  visibility,
  area: z
    .string()
    .regex(/^[A-Za-z0-9-]{2,40}$/, { error: 'a code such as BU01530000' })
    .nullable(),
  indicator: line(200, 'an indicator').nullable(),
  period: z.string().refine(isPeriod, { error: 'a period such as 2025' }).nullable(),
  municipality: municipalityCodeSchema.nullable(),
  organisation: line(200, 'an organisation'),
  role: line(contributionLimits.role, 'your role, such as wijkagent'),
  showsName: z.boolean(),
  endsOn: daySchema.nullable(),
  practice: z
    .strictObject({
      direction: directionSchema,
      doneBy: line(practiceLimits.doneBy, 'the organisation that did it'),
      part: lineSchema(practiceLimits.part),
      beganOn: began,
      endedOn: ended,
      cost: lineSchema(practiceLimits.cost),
      links: z
        .array(
          z.strictObject({
            title: line(practiceLimits.linkTitle, 'what the link leads to'),
            url: linkSchema,
          }),
        )
        .max(practiceLimits.links, { error: `at most ${practiceLimits.links}` }),
    })
    .nullable()
    .default(null),
  adoption: z.strictObject({ practice: number, beganOn: began, endedOn: ended }).nullable().default(null),
  document: z
    .strictObject({ kind: documentKind, firstYear: documentYear(), lastYear: documentYear() })
    .refine(({ firstYear, lastYear }) => firstYear <= lastYear, { error: 'the first year before the last' })
    .nullable()
    .default(null),
  files: z
    .array(
      z.strictObject({
        sha256,
        name: line(200, 'a name'),
        alternative: line(contributionLimits.alternative, 'what the picture shows'),
      }),
    )
    .max(contributionLimits.files, { error: `at most ${contributionLimits.files}` }),
});

export const seenSchema = z.strictObject({ id: z.number().int(), version: z.number().int() });
export const markSchema = z.strictObject({
  isComplete: z.boolean(),
  namesSources: z.boolean(),
  isRecent: z.boolean(),
  checkedBy: line(contributionLimits.role, 'who checked it, such as Gemeente Enschede'),
});
export const endDaySchema = daySchema.nullable();
export const remarkSchema = plainText(1000);
export const uploadedSchema = z.object({
  sha256: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
});
export const uploadedDocumentSchema = z.object({
  sha256: z.string(),
  type: z.enum(Object.keys(documentTypes) as [keyof typeof documentTypes]),
  bytes: z.number().int(),
  extent: z.enum(textExtents),
});
export type UploadedDocumentBody = z.infer<typeof uploadedDocumentSchema>;
export type ContributionCountsBody = z.infer<typeof contributionCountsSchema>;
export type UploadedBody = z.infer<typeof uploadedSchema>;
export type ContributionBody = z.infer<typeof contributionSchema>;
export type ContributionSummaryBody = z.infer<typeof contributionSummarySchema>;
export type ContributionHitBody = z.infer<typeof contributionHitSchema>;
