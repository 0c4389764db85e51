import { mayAdminister } from '../../geodata/grant.ts';
import { InputError } from '../../geodata/problem.ts';
import { checkQuestionnaire } from '../../geodata/questionnaire/checks.ts';
import { differsInOwnOnly } from '../../geodata/questionnaire/ownership.ts';
import type { Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import { readQuestionnaire } from '../../geodata/questionnaire/reading.ts';
import { questionnaireTemplate } from '../../geodata/questionnaire/template/template.ts';
import type { Database } from '../../sql/database.ts';
import { type Asker, listOwnMunicipalities } from '../../sql/questionnaires/permission.ts';
import {
  changeDraft,
  createDraft,
  findNewestVersion,
  findQuestionnaire,
  fixDraft,
  type KeptQuestionnaire,
  removeDraft,
  type VersionName,
} from '../../sql/questionnaires/questionnaires.ts';
import { recordAct } from '../../sql/trail.ts';
import { OutdatedError } from '../../sql/version.ts';
import { notFound, RequestProblem } from '../errors.ts';

/** A draft as whoever changes it has seen it. */
export interface SeenDraft extends VersionName {
  readonly revision: number;
}

/** What a draft is begun with. */
export type Beginning =
  | { readonly from: 'definition'; readonly definition: unknown }
  | { readonly from: 'template'; readonly key: string; readonly name: string }
  | ({ readonly from: 'version' } & VersionName);

/** A version for who asks; throws a problem 404. */
export async function requireQuestionnaire(
  db: Database,
  asker: Asker,
  name: VersionName,
): Promise<KeptQuestionnaire> {
  const found = await findQuestionnaire(db, asker, name);
  if (found) return found;
  throw notFound(`No version ${name.version} of a questionnaire ${name.key}`);
}

/**
 * Begins a draft and gives its name: the next version after the newest there is. Throws a problem 409 where a draft waits
 * already: two at once would both become the next version.
 */
export async function beginDraft(db: Database, asker: Asker, beginning: Beginning): Promise<VersionName> {
  requireAdministering(asker);
  const begun = await readBeginning(db, asker, beginning);
  const newest = await findNewestVersion(db, begun.key);
  if (newest && !newest.isFixed)
    throw new RequestProblem(
      'conflict',
      `Version ${newest.version} of it is a draft still: go on with that one`,
    );
  const definition = { ...begun, version: (newest?.version ?? 0) + 1 };
  await write(db, asker, 'questionnaire-begin', definition, (inside) => createDraft(inside, definition));
  return definition;
}

async function readBeginning(db: Database, asker: Asker, beginning: Beginning): Promise<Questionnaire> {
  switch (beginning.from) {
    case 'definition':
      return readDefinition(beginning.definition);
    case 'template':
      return {
        ...questionnaireTemplate,
        key: beginning.key,
        // The template's own name in other languages would be that of another questionnaire.
        name: { nl: beginning.name },
      };
    case 'version':
      return (await requireQuestionnaire(db, asker, beginning)).definition;
  }
}

/**
 * Saves what a draft says. Throws a problem 409 with what there is now (`current`) where somebody else changed it since, and 403
 * where an editor changed more than what his municipality asks of its own.
 */
export async function saveDraft(
  db: Database,
  asker: Asker,
  revision: number,
  sent: unknown,
): Promise<VersionName> {
  const definition = readDefinition(sent);
  const kept = await requireQuestionnaire(db, asker, definition);
  if (kept.isFixed) throw new RequestProblem('conflict', 'This version is fixed: begin the next one');
  if (kept.revision !== revision) throw outdated(kept);
  const own = listOwnMunicipalities(asker);
  if (own !== null && !differsInOwnOnly(kept.definition, definition, own))
    throw new RequestProblem(
      'forbidden',
      'An editor changes what his own municipality asks, and nothing else',
    );
  try {
    await write(db, asker, 'questionnaire-change', definition, (inside) =>
      changeDraft(inside, revision, definition),
    );
  } catch (error) {
    if (!(error instanceof OutdatedError)) throw error;
    throw outdated(await requireQuestionnaire(db, asker, definition));
  }
  return definition;
}

/** Fixes a draft. Throws a problem 409 where it was changed since, or cannot be asked as it stands. */
export async function fix(db: Database, asker: Asker, seen: SeenDraft): Promise<void> {
  requireAdministering(asker);
  const kept = await requireQuestionnaire(db, asker, seen);
  requireAskable(kept.definition);
  await writeSeen(db, asker, seen, 'questionnaire-fix', fixDraft);
}

/** Removes a draft with all that is in it. */
export async function remove(db: Database, asker: Asker, seen: SeenDraft): Promise<void> {
  requireAdministering(asker);
  await requireQuestionnaire(db, asker, seen);
  await writeSeen(db, asker, seen, 'questionnaire-remove', removeDraft);
}

async function writeSeen(
  db: Database,
  asker: Asker,
  seen: SeenDraft,
  act: 'questionnaire-fix' | 'questionnaire-remove',
  work: (db: Database, seen: SeenDraft) => Promise<void>,
): Promise<void> {
  try {
    await write(db, asker, act, seen, (inside) => work(inside, seen));
  } catch (error) {
    if (!(error instanceof OutdatedError)) throw error;
    throw outdated(await requireQuestionnaire(db, asker, seen));
  }
}

/** What was sent, as a questionnaire. Throws a problem 400 that names the place and the way out. */
function readDefinition(sent: unknown): Questionnaire {
  try {
    return readQuestionnaire(sent, 'questionnaire');
  } catch (error) {
    throw describeFault(error);
  }
}

/** What is wrong with a file or a definition, as a problem that carries the line; any other error as it is. */
export function describeFault(error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const { message: fault, problem } = error;
  return new RequestProblem(
    'invalid-parameter',
    fault,
    [{ parameter: 'definition', message: fault }],
    undefined,
    { fault, problem },
  );
}

function outdated({ revision, definition }: KeptQuestionnaire): RequestProblem {
  return new RequestProblem(
    'conflict',
    'Somebody else has changed this since you opened it; nothing of yours was written over it',
    undefined,
    undefined,
    { current: { revision, definition } },
  );
}

function requireAdministering({ grants }: Asker): void {
  if (!mayAdminister(grants)) throw new RequestProblem('forbidden', 'Only an administrator may do this');
}

function write(
  db: Database,
  { id }: Asker,
  act: 'questionnaire-begin' | 'questionnaire-change' | 'questionnaire-fix' | 'questionnaire-remove',
  { key, version }: VersionName,
  work: (db: Database) => Promise<void>,
): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await work(transaction);
    await recordAct(transaction, { act, actor: `person:${id}`, subject: `questionnaire:${key}.${version}` });
  });
}

/** Throws a problem 409 that counts the errors, where there are some. */
function requireAskable(definition: Questionnaire): void {
  const errors = checkQuestionnaire(definition).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  const named = errors
    .slice(0, 5)
    .map(({ kind, block, question, indicator, what }) =>
      [kind, indicator ?? question ?? block, what].filter((part) => part !== null).join(' '),
    );
  throw new RequestProblem(
    'conflict',
    `It cannot be asked as it stands, for ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: ${named.join('; ')}`,
  );
}
