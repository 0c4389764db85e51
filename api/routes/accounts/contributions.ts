import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import { mostDocumentBytes } from '../../../geodata/contribution/document.ts';
import { mayAdminister, mayEdit, mayTakePart } from '../../../geodata/grant.ts';
import { visibilities } from '../../../geodata/visibility.ts';
import { countAttempt } from '../../../sql/accounts/attempts.ts';
import { listMunicipalities } from '../../../sql/catalog.ts';
import { findOnDesk, listDesk } from '../../../sql/contributions/desk.ts';
import { writeFileRow } from '../../../sql/contributions/files.ts';
import { mayWriteFor, type Writer } from '../../../sql/contributions/permission.ts';
import type { Database } from '../../../sql/database.ts';
import { recordAct } from '../../../sql/trail.ts';
import { requireAccounts, requireChange, requireFullSession } from '../../accounts/asking.ts';
import { listOrganisations } from '../../accounts/organisations.ts';
import { type ApiContext, createRoutes, requireFiles } from '../../context.ts';
import {
  end,
  giveBack,
  listWarnings,
  mark,
  offer,
  pin,
  publish,
  remove,
  renew,
  withdraw,
} from '../../contributions/acts.ts';
import { deliverFile } from '../../contributions/delivering.ts';
import { keepDocument } from '../../contributions/documents/keeping.ts';
import { renderMarkdown } from '../../contributions/markdown.ts';
import { remakePicture } from '../../contributions/picture.ts';
import { mostPictureBytes, receive } from '../../contributions/reception.ts';
import { save } from '../../contributions/saving.ts';
import { tellDeskContribution, tellDeskEntry } from '../../contributions/telling.ts';
import { invalidParameter, notFound, RequestProblem, tooManyAttempts } from '../../errors.ts';
import {
  deskContributionSchema,
  deskSchema,
  endDaySchema,
  markSchema,
  previewSchema,
  remarkSchema,
  savingSchema,
  seenSchema,
  sha256,
  textToRenderSchema,
  uploadedDocumentSchema,
  uploadedSchema,
} from '../../schemas/contribution.ts';
import { accountProblems } from '../../schemas/problem.ts';
import { describeRoute } from './description.ts';

const path = '/api/accounts/contributions';
const number = z
  .string()
  .regex(/^\d{1,15}$/, { error: 'the number of a contribution' })
  .transform(Number)
  .openapi({ type: 'integer' });

const get = <const Path extends string, Params extends z.ZodObject, Answer extends z.ZodType>(
  own: Path,
  summary: string,
  params: Params,
  answer: Answer,
) =>
  createRoute({
    method: 'get',
    path: `${path}${own}` as const,
    tags: ['Accounts'],
    summary,
    request: { params, query: z.strictObject({}) },
    responses: {
      200: { description: 'What there is', content: { 'application/json': { schema: answer } } },
      ...accountProblems,
    },
  });

const deskRoute = get(
  '',
  'What who asks has written, and what he reads before it is shown',
  z.object({}),
  deskSchema,
);
const oneRoute = get(
  '/{id}',
  'One of them, with every revision',
  z.object({ id: number }),
  deskContributionSchema,
);
const fileRoute = get(
  '/{id}/files/{sha256}',
  'A file of it',
  z.object({ id: number, sha256 }),
  z.string().openapi({ format: 'binary' }),
);

const post = <const Path extends string, Body extends z.ZodType, Answer extends z.ZodType>(
  own: Path,
  summary: string,
  body: Body,
  answer: Answer,
) => describeRoute({ method: 'post', path: `${path}/${own}` as const, summary, body, answer });

const previewRoute = post(
  'preview',
  'A text as it would be read, and what in it may point at somebody',
  textToRenderSchema,
  previewSchema,
);
const saveRoute = post(
  'save',
  'Saves a text as the newest revision of `seen`, or as something new where that is null',
  savingSchema.extend({ seen: seenSchema.nullable() }),
  deskContributionSchema,
);
const offerRoute = post('offer', 'Lets a second person read it', seenSchema, deskContributionSchema);
const returnRoute = post(
  'return',
  'Gives it back to its author',
  seenSchema.extend({ remark: remarkSchema }),
  deskContributionSchema,
);
const publishRoute = post(
  'publish',
  'Shows its newest revision; by an editor who did not write it',
  seenSchema.extend({ hasReadWarnings: z.boolean() }),
  deskContributionSchema,
);
const renewRoute = post(
  'renew',
  'Holds it until another day; null: without end',
  seenSchema.extend({ endsOn: endDaySchema }),
  deskContributionSchema,
);
const endRoute = post('end', 'It does not hold any more', seenSchema, deskContributionSchema);
const withdrawRoute = post('withdraw', 'Shows it to nobody any more', seenSchema, deskContributionSchema);
const pinRoute = post(
  'pin',
  'Puts it above all others, or not any more; for editors',
  seenSchema.extend({ isPinned: z.boolean() }),
  deskContributionSchema,
);
const removeRoute = post(
  'remove',
  'Removes it with every revision, for good: a draft of who asks, or for administrators',
  seenSchema,
  z.object({ done: z.literal(true) }),
);
const markRoute = post(
  'mark',
  'What an editor found of a district scan that he did not write; of its file as it is now',
  seenSchema.extend({ mark: markSchema }),
  deskContributionSchema,
);
const documentRoute = describeUpload(
  'documents',
  {
    summary: `Keeps a document: the body is its bytes, PDF, docx, xlsx, pptx, odt or ods, at most ${mostDocumentBytes / 1024 ** 2} MB`,
    description:
      'It is judged by its bytes; a refusal names its `reason`. Its text is read, to be found. One that is not used within a day goes.',
  },
  uploadedDocumentSchema,
);
const uploadRoute = describeUpload(
  'files',
  {
    summary: 'Keeps a picture: the body is its bytes, JPEG, PNG or WebP, at most 15 MB',
    description:
      'It is made anew, without what a camera wrote into it. One that is not used within a day goes.',
  },
  uploadedSchema,
);

/** A route whose body is the bytes of a file. */
function describeUpload<Name extends string, Answer extends z.ZodType>(
  name: Name,
  about: { readonly summary: string; readonly description: string },
  answer: Answer,
) {
  return createRoute({
    method: 'post',
    path: `${path}/${name}` as const,
    tags: ['Accounts'],
    ...about,
    request: {
      query: z.strictObject({}),
      body: {
        required: true,
        content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
    responses: {
      200: { description: 'As it is kept', content: { 'application/json': { schema: answer } } },
      ...accountProblems,
    },
  });
}

/** How often somebody may write and send files within an hour. */
const limits = { write: 240, upload: 60, preview: 2000 } as const;

/** What somebody writes, and what he reads before it is shown. */
export function contributionRoutes(context: ApiContext) {
  return createRoutes()
    .openapi(deskRoute, async (c) => {
      const { db, writer } = await readWriter(c);
      const rows = (await listDesk(db, writer)).map((entry) => tellDeskEntry(entry, writer));
      return c.json({ rows, ...(await describeWriter(db, writer)) }, 200);
    })
    .openapi(oneRoute, async (c) => {
      const { db, writer } = await readWriter(c);
      return c.json(await tellOne(db, writer, c.req.valid('param').id), 200);
    })
    .openapi(fileRoute, async (c) => {
      const { db, writer } = await readWriter(c);
      const { id, sha256 } = c.req.valid('param');
      const found = await findOnDesk(db, writer, id);
      const file = found?.files.find((one) => one.sha256 === sha256);
      if (!file) throw notFound('No such file');
      return deliverFile(c, requireFiles(context), file) as never;
    })
    .openapi(previewRoute, async (c) => {
      await readChange(c, 'preview');
      const text = c.req.valid('json');
      const warnings = listWarnings(text);
      return c.json(
        { html: renderMarkdown(text.body), sources: renderMarkdown(text.sources), warnings },
        200,
      );
    })
    .openapi(saveRoute, async (c) => {
      const { db, writer } = await readChange(c, 'write');
      const { seen, ...saving } = c.req.valid('json');
      const own = await listOrganisations(db, writer);
      // Of what somebody else wrote, the organisation stays.
      if (seen === null && !own.includes(saving.organisation))
        throw invalidParameter('organisation', `one of yours: ${own.join(', ')}`);
      return c.json(await tellOne(db, writer, await save(db, writer, saving, seen)), 200);
    })
    .openapi(offerRoute, (c) => change(c, (db, writer) => offer(db, writer, c.req.valid('json'))))
    .openapi(returnRoute, (c) => {
      const { remark, ...seen } = c.req.valid('json');
      return change(c, (db, writer) => giveBack(db, writer, seen, remark));
    })
    .openapi(publishRoute, (c) => {
      const { hasReadWarnings, ...seen } = c.req.valid('json');
      return change(c, (db, writer) => publish(db, writer, seen, hasReadWarnings));
    })
    .openapi(renewRoute, (c) => {
      const { endsOn, ...seen } = c.req.valid('json');
      return change(c, (db, writer) => renew(db, writer, seen, endsOn));
    })
    .openapi(endRoute, (c) => change(c, (db, writer) => end(db, writer, c.req.valid('json'))))
    .openapi(withdrawRoute, (c) => change(c, (db, writer) => withdraw(db, writer, c.req.valid('json'))))
    .openapi(pinRoute, (c) => {
      const { isPinned, ...seen } = c.req.valid('json');
      return change(c, (db, writer) => pin(db, writer, seen, isPinned));
    })
    .openapi(removeRoute, async (c) => {
      const { db, writer } = await readChange(c, 'write');
      await remove(db, writer, c.req.valid('json'));
      return c.json({ done: true } as const, 200);
    })
    .openapi(markRoute, (c) => {
      const { mark: found, ...seen } = c.req.valid('json');
      return change(c, (db, writer) => mark(db, writer, seen, found));
    })
    .openapi(documentRoute, async (c) => {
      const { db, writer } = await readChange(c, 'upload');
      const sent = {
        request: c.req.raw,
        store: requireFiles(context),
        scanner: context.virusScanner ?? null,
      };
      return c.json(await keepDocument(db, `person:${writer.id}`, sent), 200);
    })
    .openapi(uploadRoute, async (c) => {
      const { db, writer } = await readChange(c, 'upload');
      const store = requireFiles(context);
      const { bytes, type, width, height } = await remakePicture(await receive(c.req.raw, mostPictureBytes));
      const file = { sha256: await store.keep(bytes), type, bytes: bytes.length, width, height };
      await db.transaction().execute(async (transaction) => {
        await writeFileRow(transaction, file);
        await recordAct(transaction, {
          act: 'file-keep',
          actor: `person:${writer.id}`,
          subject: `file:${file.sha256}`,
        });
      });
      return c.json(file, 200);
    });

  async function readWriter(c: Context): Promise<{ db: Database; writer: Writer }> {
    const { db } = await requireAccounts(c, context);
    const { person, grants, reader } = await requireFullSession(c, context);
    if (!mayTakePart(grants)) throw new RequestProblem('forbidden', 'Your role is to read');
    return { db, writer: { id: person.id, grants, reader } };
  }

  async function readChange(c: Context, kind: keyof typeof limits) {
    await requireChange(c, context);
    const asked = await readWriter(c);
    const { count, until } = await countAttempt(asked.db, `${kind} ${asked.writer.id}`, 3600);
    if (count > limits[kind])
      throw tooManyAttempts(until, () => 'That was often within an hour: go on later');
    return asked;
  }

  async function change(c: Context, act: (db: Database, writer: Writer) => Promise<void>) {
    const { db, writer } = await readChange(c, 'write');
    await act(db, writer);
    const { id } = (await c.req.json()) as { id: number };
    return c.json(await tellOne(db, writer, id), 200);
  }
}

async function tellOne(db: Database, writer: Writer, id: number) {
  const found = await findOnDesk(db, writer, id);
  if (!found) throw notFound(`No contribution ${id}`);
  return tellDeskContribution(found, writer);
}

/** In whose name and for whom somebody may write. */
async function describeWriter(db: Database, writer: Writer) {
  const municipalities = await listMunicipalities(db, writer.reader);
  const everywhere = [null, ...municipalities.map(({ code }) => code)];
  return {
    organisations: await listOrganisations(db, writer),
    visibilities: visibilities.filter((one) =>
      everywhere.some((municipality) => mayWriteFor(writer, one, municipality)),
    ),
    municipalities: everywhere.filter((municipality) => mayEdit(writer.grants, municipality)),
    isAdministrator: mayAdminister(writer.grants),
  };
}
