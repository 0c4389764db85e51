import { type ListedCode, mostCodes, readCodeList, writeCodeList } from '../../geodata/sampling/code-list.ts';
import type { Database } from '../../sql/database.ts';
import { insertCodes, keepUnused } from '../../sql/questionnaires/invitations.ts';
import { bindKey } from '../../sql/questionnaires/known-key.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import type { SurveyKey } from '../../sql/questionnaires/sealing.ts';
import { type KeptStratum, listStrata, removeUnusedCodes } from '../../sql/questionnaires/strata.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { describeFault } from './drafts.ts';
import { explainRound } from './holding.ts';
import { writeLetters } from './letters/letters.ts';
import type { LetterLanguage } from './letters/words.ts';
import { record, requireRound, tellTrail } from './rounds.ts';

/** What codes are made with: for whom, under which key, and where they lead. */
export interface CodeMaking {
  readonly key: string;
  readonly surveyKey: SurveyKey;
  /** Where the public reaches the site, without a slash at the end. */
  readonly address: string;
}

/** Letters in a file: more take the memory of a server for minutes, and no printer a file of that size. */
const mostLetters = 5000;

/**
 * Makes the codes that the plan asks for and that are not there yet, in these strata of who asks, and gives them as a list, once.
 * Throws a problem 404 for a stratum that is not his, 409 where there is none to make.
 */
export async function makeMissingCodes(
  db: Database,
  asker: Asker,
  { key, surveyKey, address }: CodeMaking,
  areas: readonly string[],
): Promise<{ readonly list: string; readonly made: number }> {
  // All of them or none: codes that were made and not given would be known to nobody.
  const make = async (within: Database) => {
    await requireRound(within, asker, key);
    // Locks the round: who asks at the same time counts what was made first.
    await bindKey(within, surveyKey, key);
    const missing = await listMissing(within, asker, key, areas);
    const listed: ListedCode[] = [];
    for (const { area, ownName, planned, invited } of missing) {
      const codes = await insertCodes(within, surveyKey, key, area, planned - invited);
      listed.push(...codes.map((code) => ({ code, area, name: ownName ?? area })));
    }
    await tellTrail(within, asker, 'round-codes', key, {
      made: listed.length,
      areas: missing.map(({ area }) => area),
    });
    return listed;
  };
  const listed = await explainRound(() => db.transaction().execute(make));
  return { list: writeCodeList(listed, address), made: listed.length };
}

/** The strata among these whose codes are not all made; throws a problem 409 where there are none, or too many codes to make. */
async function listMissing(
  db: Database,
  asker: Asker,
  key: string,
  areas: readonly string[],
): Promise<KeptStratum[]> {
  const strata = await requireStrata(db, asker, key, areas);
  const missing = strata.filter(({ planned, invited }) => planned > invited);
  const count = missing.reduce((sum, { planned, invited }) => sum + planned - invited, 0);
  if (count === 0)
    throw new RequestProblem('conflict', 'All codes that the plan asks for are made: plan more first');
  if (count > mostCodes)
    throw new RequestProblem('conflict', `At most ${mostCodes} codes are made at once: take fewer strata`);
  return missing;
}

/** Takes back the codes of a stratum that nobody used, of a round that is not open yet; gives how many. */
export async function takeBackCodes(db: Database, asker: Asker, key: string, area: string): Promise<number> {
  const round = await requireRound(db, asker, key);
  await requireStrata(db, asker, key, [area]);
  if (round.state !== 'planned')
    throw new RequestProblem(
      'conflict',
      'Codes are taken back before the round is open: letters may be under way',
    );
  let count = 0;
  await record(db, asker, 'round-codes', key, async (inside) => {
    count = await removeUnusedCodes(inside, key, area);
  });
  return count;
}

async function requireStrata(
  db: Database,
  asker: Asker,
  key: string,
  areas: readonly string[],
): Promise<KeptStratum[]> {
  const strata = await listStrata(db, asker, key);
  const unknown = areas.find((area) => !strata.some((stratum) => stratum.area === area));
  if (unknown !== undefined) throw notFound(`No stratum ${unknown}`);
  return strata.filter(({ area }) => areas.includes(area));
}

/** A file of codes that the office kept. */
export interface CodeFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** The same list, each code once, without the codes that were answered with, and those of other rounds; says how many there are of each. */
export async function listUnusedCodes(
  db: Database,
  asker: Asker,
  { key, surveyKey, address }: CodeMaking,
  file: CodeFile,
): Promise<{ readonly list: string; readonly unused: number; readonly all: number }> {
  const { kept, all } = await readUnused(db, asker, key, surveyKey, file);
  return { list: writeCodeList(kept, address), unused: kept.length, all };
}

async function readUnused(
  db: Database,
  asker: Asker,
  key: string,
  surveyKey: SurveyKey,
  { bytes, name }: CodeFile,
): Promise<{ readonly kept: ListedCode[]; readonly all: number }> {
  await requireRound(db, asker, key);
  const listed = readFile(bytes, name);
  const unused = new Set(
    await keepUnused(
      db,
      surveyKey,
      asker,
      key,
      listed.map(({ code }) => code),
    ),
  );
  // A code that stands there twice is kept where it comes first.
  const kept = listed.filter(({ code }) => unused.delete(code));
  await tellTrail(db, asker, 'round-codes', key, { read: listed.length, unused: kept.length });
  return { kept, all: listed.length };
}

function readFile(bytes: Uint8Array, name: string): ListedCode[] {
  try {
    return readCodeList(bytes, name);
  } catch (error) {
    throw describeFault(error);
  }
}

/** What letters say beside what the round says itself. */
export interface LetterWish {
  readonly language: LetterLanguage | null;
  readonly sender: string;
  readonly contact: string;
  readonly isReminder: boolean;
}

/** Letters for the codes of a file that nobody used, as a PDF. Throws a problem 409 where there are none, or too many. */
export async function printLetters(
  db: Database,
  asker: Asker,
  { key, surveyKey, address }: CodeMaking,
  file: CodeFile,
  wish: LetterWish,
): Promise<Uint8Array> {
  const { name, closesOn, ageFrom } = await requireRound(db, asker, key);
  const { kept } = await readUnused(db, asker, key, surveyKey, file);
  if (kept.length === 0)
    throw new RequestProblem('conflict', 'No code of this file is of this round and unused');
  if (kept.length > mostLetters)
    throw new RequestProblem(
      'conflict',
      `This file has ${kept.length} codes to write to, and at most ${mostLetters} letters are made at once: divide it, each part with the first row`,
    );
  return writeLetters(
    kept.map(({ code }) => code),
    { name, closesOn, ageFrom, address, ...wish },
  );
}
