import { municipalityOfCode } from '../../geodata/area.ts';
import { findPersonalData, type PersonalData } from '../../geodata/contribution/personal-data.ts';
import type { Question } from '../../geodata/questionnaire/questionnaire.ts';
import { answersTo } from '../../geodata/questionnaire/routing.ts';
import type { Database } from '../../sql/database.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import { openBytes, type SurveyKey, sealBytes } from '../../sql/questionnaires/sealing.ts';
import { readSheets } from '../../sql/questionnaires/sheets.ts';
import {
  type CleanedText,
  cleanText,
  hasTexts,
  layTexts,
  listCleanedTexts,
  listWaitingTexts,
} from '../../sql/questionnaires/texts.ts';
import { notFound, RequestProblem } from '../errors.ts';
import { requireQuestionnaire } from './drafts.ts';
import { explainRound, requireHolding } from './holding.ts';
import { record, requireRound } from './rounds.ts';

/** An open answer that a person looks through before anybody else reads it. */
export interface TextToClean {
  readonly id: string;
  readonly municipality: string;
  readonly question: string;
  readonly original: string;
  /** What in it may point at somebody. */
  readonly found: readonly PersonalData[];
  /** The answer with that taken out. */
  readonly suggested: string;
}

/** What stands in the place of a piece that points at somebody. */
const placeholders: Readonly<Record<PersonalData['kind'], string>> = {
  name: '[naam]',
  address: '[adres]',
  telephone: '[telefoonnummer]',
  email: '[e-mailadres]',
  'citizen-number': '[burgerservicenummer]',
  plate: '[kenteken]',
};

/** A text without the pieces that look as if they point at somebody. */
export function suggestCleaned(text: string, found: readonly PersonalData[]): string {
  return [...found]
    .sort((one, other) => other.text.length - one.text.length)
    .reduce((cleaned, piece) => cleaned.replaceAll(piece.text, placeholders[piece.kind]), text);
}

/**
 * Takes the open answers out of the sheets of a closed round, sealed, each by itself: what else the same person answered
 * does not come along. Once; throws a problem 409 where it was done, or the round is not over.
 */
export async function layRoundTexts(
  db: Database,
  asker: Asker,
  key: string,
  surveyKey: SurveyKey,
): Promise<void> {
  requireHolding(asker);
  const round = await requireRound(db, asker, key);
  if (round.state === 'planned' || round.state === 'open')
    throw new RequestProblem('conflict', 'Open answers are read when the round is closed');
  if (await hasTexts(db, key)) throw new RequestProblem('conflict', 'They lie ready already');
  const questions = await listTextQuestions(db, asker, round.questionnaire, round.version);
  const sheets = await explainRound(() => readSheets(db, surveyKey, key));
  const texts = sheets.flatMap(({ district, answers }) =>
    questions.flatMap((question) => {
      const [text = ''] = answersTo(answers, question.key);
      if (text.trim() === '') return [];
      const original = sealBytes(surveyKey, 'text', key, Buffer.from(text), question.form.longest * 4);
      return [{ municipality: municipalityOfCode(district), question: question.key, original }];
    }),
  );
  await record(db, asker, 'round-texts', key, (inside) => layTexts(inside, key, texts));
}

type TextQuestion = Question & { readonly form: Extract<Question['form'], { kind: 'text' }> };

async function listTextQuestions(
  db: Database,
  asker: Asker,
  questionnaire: string,
  version: number,
): Promise<TextQuestion[]> {
  const { definition } = await requireQuestionnaire(db, asker, { key: questionnaire, version });
  return definition.blocks
    .flatMap(({ questions }) => questions)
    .filter((question): question is TextQuestion => question.form.kind === 'text');
}

/** What waits to be looked through, for administrators; and what was, in the municipalities of who asks. */
export async function tellTexts(
  db: Database,
  asker: Asker,
  key: string,
  surveyKey: SurveyKey | null,
): Promise<{ readonly waiting: TextToClean[]; readonly cleaned: CleanedText[] }> {
  await requireRound(db, asker, key);
  const waiting = await explainRound(async () =>
    (await listWaitingTexts(db, asker, key)).map(({ original: sealed, ...text }) => {
      const original = openBytes(surveyKey, 'text', key, sealed).toString();
      const found = findPersonalData(original);
      return { ...text, original, found, suggested: suggestCleaned(original, found) };
    }),
  );
  return { waiting, cleaned: await listCleanedTexts(db, asker, key) };
}

/** Keeps what a person left of an open answer; null: nobody reads it. Throws a problem 404 where it does not wait. */
export async function confirmText(
  db: Database,
  asker: Asker,
  key: string,
  { id, cleaned }: { readonly id: string; readonly cleaned: string | null },
): Promise<void> {
  requireHolding(asker);
  await requireRound(db, asker, key);
  if (!(await cleanText(db, key, id, cleaned))) throw notFound('No open answer that waits under this number');
}
