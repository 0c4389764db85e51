import { levelOfCode, municipalityOfCode } from '../../geodata/area.ts';
import { type ContributionKind, tiedKinds } from '../../geodata/contribution/contribution.ts';
import { type DocumentType, documentTypes, isDocumentType } from '../../geodata/contribution/document.ts';
import { dayOf } from '../../geodata/day.ts';
import { isMapLevel } from '../../geodata/level.ts';
import { countWaiting, hasFigure, isSeenByWriter } from '../../sql/contributions/desk.ts';
import { findTypes } from '../../sql/contributions/files.ts';
import { mayBegin, mayChange, mayWriteFor, type Writer } from '../../sql/contributions/permission.ts';
import { findContribution } from '../../sql/contributions/shown.ts';
import {
  addRevision,
  changeContribution,
  createContribution,
  type RevisionText,
} from '../../sql/contributions/writing.ts';
import type { Database } from '../../sql/database.ts';
import { invalidParameter, RequestProblem } from '../errors.ts';
import { changeSeen, record, type Seen } from './acts.ts';

/** What is saved: the text and what stands beside it. */
export interface Saving extends Omit<RevisionText, 'level'> {
  readonly kind: ContributionKind;
  /** Where no area says so; null: of the region. */
  readonly municipality: string | null;
  readonly organisation: string;
  readonly showsName: boolean;
  readonly endsOn: string | null;
}

/** How many of one author may wait to be offered or read. */
const mostWaiting = 50;

/**
 * Saves a text as the newest revision of what a writer has seen, or as something new; gives its number. Whatever was shown
 * before stays so until the new revision is published. Throws a problem where he may not, or where what it is about is not there
 * for him.
 */
export async function save(db: Database, writer: Writer, saving: Saving, seen: Seen | null): Promise<number> {
  const { municipality, text } = readPlace(saving);
  requireRights(writer, saving, municipality);
  const { organisation, showsName, endsOn, kind } = saving;
  const head = { municipality, organisation, showsName, endsOn };
  if (seen === null) {
    if (!mayBegin(writer, kind, municipality))
      throw new RequestProblem('forbidden', 'News is written by who edits there');
    return db.transaction().execute(async (transaction) => {
      if ((await countWaiting(transaction, writer.id)) >= mostWaiting)
        throw new RequestProblem(
          'conflict',
          `${mostWaiting} of your texts wait already: offer or withdraw some first`,
        );
      const id = await createContribution(transaction, { ...head, kind, author: writer.id, isPinned: false });
      await write(transaction, writer, id, text);
      return id;
    });
  }
  await changeSeen(db, writer, seen, async ({ db: transaction, before }) => {
    if (!mayChange(writer, before))
      throw new RequestProblem('forbidden', 'Only an editor or the author may change it');
    if (before.kind !== kind) throw invalidParameter('kind', `it is ${before.kind}, and stays so`);
    const isOwn = before.author === writer.id;
    await changeContribution(transaction, seen.id, {
      municipality,
      endsOn,
      state: before.state === 'offered' ? 'offered' : 'draft',
      // An editor changes the text, not in whose name it stands.
      ...(isOwn && { organisation, showsName }),
    });
    const isAsBefore = (['area', 'indicator', 'period'] as const).every((of) => before[of] === text[of]);
    await write(transaction, writer, seen.id, text, isAsBefore && before.figure === 'withdrawn');
  });
  return seen.id;
}

async function write(
  db: Database,
  writer: Writer,
  id: number,
  text: RevisionText,
  mayLackFigure = false,
): Promise<void> {
  if (text.adoption) await requirePractice(db, writer, text.adoption.practice);
  const files = await checkFiles(db, text);
  const number = await addRevision(db, id, { ...text, files }, writer.id);
  if (!(await isSeenByWriter(db, writer, id)))
    throw invalidParameter(
      'area',
      'there is nothing like that for you: choose another area, indicator or period',
    );
  if (!mayLackFigure && !(await hasFigure(db, id)))
    throw invalidParameter(
      'period',
      'there is no figure of that indicator there: choose another area or period',
    );
  await record(db, writer, 'contribution-write', id, { revision: number });
}

/** What nobody shows to a writer cannot be done too. */
async function requirePractice(db: Database, { reader }: Writer, practice: number): Promise<void> {
  const found = await findContribution(db, reader, practice);
  if (found?.kind !== 'practice')
    throw invalidParameter('adoption', `no practice ${practice} is shown to you: choose another one`);
}

/** A document is one file of a kind that is taken, called after what it is; whatever else there is holds pictures. */
async function checkFiles(
  db: Database,
  { document, files, title }: RevisionText,
): Promise<RevisionText['files']> {
  const types = await findTypes(
    db,
    files.map(({ sha256 }) => sha256),
  );
  if (files.some(({ sha256 }) => !types.has(sha256)))
    throw invalidParameter('files', 'one of them is not kept here: send it again');
  if (!document) {
    if ([...types.values()].some(isDocumentType))
      throw invalidParameter('files', 'pictures only: a document is written as a document');
    return files;
  }
  const [file] = files;
  const type = types.get(file?.sha256 ?? '');
  if (!file || files.length > 1 || type === undefined || !isDocumentType(type))
    throw invalidParameter('files', 'a document is one file: PDF, docx, xlsx, pptx, odt or ods');
  return [{ ...file, alternative: title, name: nameFile(file.name, type) }];
}

/** `Plan 2026.exe` of a PDF is called `Plan 2026.pdf`. */
function nameFile(name: string, type: DocumentType): string {
  const own = name
    .replace(/[\\/:*?"<>|\p{C}]/gu, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim()
    .slice(0, 150);
  return `${own || 'document'}.${documentTypes[type]}`;
}

/** The municipality follows from the area; a kind that is about a figure names what of it. */
function readPlace(whole: Saving) {
  checkPractice(whole);
  const { kind, municipality, area, indicator, period, ...saving } = whole;
  if (tiedKinds.includes(kind) && area === null && indicator === null && period === null)
    throw invalidParameter('area', 'name an area, an indicator or a period that it is about');
  if ((kind === 'document') !== Boolean(saving.document))
    throw invalidParameter('document', 'what kind of document it is and of which years; for documents alone');
  const level = area === null ? null : levelOfCode(area);
  if (area !== null && level === null) throw invalidParameter('area', 'a code such as BU01530000');
  const isPlaced = area !== null && level !== null && isMapLevel(level);
  const { title, body, sources, lang, visibility, role, files, document = null } = saving;
  const { practice = null, adoption = null } = saving;
  const text: RevisionText = {
    title,
    body,
    sources,
    lang,
    visibility,
    role,
    files,
    practice,
    adoption,
    document,
    area,
    level,
    indicator,
    period,
  };
  return { municipality: isPlaced ? municipalityOfCode(area) : municipality, text };
}

/** A practice and what is done likewise have an area, a practice an indicator, and both a day on which they began. */
function checkPractice({ kind, area, indicator, practice, adoption }: Saving): void {
  if ((kind === 'practice') !== Boolean(practice))
    throw invalidParameter('practice', 'what the problem was and what was done; for practices alone');
  if ((kind === 'adoption') !== Boolean(adoption))
    throw invalidParameter('adoption', 'which practice is done too; for who does it alone');
  const doing = practice ?? adoption;
  if (!doing) return;
  const { beganOn, endedOn } = doing;
  if (area === null) throw invalidParameter('area', 'name the area in which it is done');
  if (practice && indicator === null)
    throw invalidParameter('indicator', 'name the indicator that was too high or too low');
  if (beganOn > dayOf(new Date())) throw invalidParameter('beganOn', 'a day that has been: it has begun');
  if (endedOn !== null && endedOn < beganOn)
    throw invalidParameter('endedOn', 'a day on or after the one on which it began; empty while it goes on');
}

function requireRights(writer: Writer, { visibility }: Saving, municipality: string | null): void {
  if (!mayWriteFor(writer, visibility, municipality))
    throw invalidParameter('visibility', 'choose one that you may see yourself');
}
