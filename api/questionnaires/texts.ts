import { municipalityOfCode } from '../../geodata/area.ts';
import { findPersonalData, type PersonalData } from '../../geodata/contribution/personal-data.ts';
import type { Answers, Question, Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import { measureRoom } from '../../geodata/questionnaire/room.ts';
import type { Sheet } from '../../geodata/questionnaire/round.ts';
import { answersTo } from '../../geodata/questionnaire/routing.ts';
import type { Database } from '../../sql/database.ts';
import { bindKey } from '../../sql/questionnaires/known-key.ts';
import type { Asker } from '../../sql/questionnaires/permission.ts';
import { openBytes, type SurveyKey, sealBytes } from '../../sql/questionnaires/sealing.ts';
import { readSheets, replaceSheets, sweepSheets } from '../../sql/questionnaires/sheets.ts';
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
 * does not come along, and nothing of them stays in the sheets. Once; throws a problem 409 where it was done, or the round is
 * not over.
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
  const { definition } = await requireQuestionnaire(db, asker, {
    key: round.questionnaire,
    version: round.version,
  });
  const questions = listTextQuestions(definition);
  await record(db, asker, 'round-texts', key, (inside) =>
    explainRound(async () => {
      // One after the other, where two ask at once.
      await bindKey(inside, surveyKey, key);
      if (await hasTexts(inside, key)) throw new RequestProblem('conflict', 'They lie ready already');
      const sheets = await readSheets(inside, surveyKey, key);
      const texts = sealTexts(sheets, questions, surveyKey, key);
      if (texts.length === 0) return;
      await layTexts(inside, key, texts);
      const rest = sheets.map((sheet) => ({ ...sheet, answers: withoutTexts(sheet.answers, questions) }));
      await replaceSheets(inside, surveyKey, key, rest, measureRoom(definition));
    }),
  );
  await sweepSheets(db);
}

function withoutTexts(answers: Answers, questions: readonly TextQuestion[]): Answers {
  const keys = new Set(questions.map((question) => question.key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)));
}

function sealTexts(
  sheets: readonly Sheet<Answers>[],
  questions: readonly TextQuestion[],
  surveyKey: SurveyKey,
  key: string,
) {
  return sheets.flatMap(({ district, answers }) =>
    questions.flatMap((question) => {
      const [text = ''] = answersTo(answers, question.key);
      if (text.trim() === '') return [];
      const original = sealBytes(surveyKey, 'text', key, Buffer.from(text), question.form.longest * 4);
      return [{ municipality: municipalityOfCode(district), question: question.key, original }];
    }),
  );
}

type TextQuestion = Question & { readonly form: Extract<Question['form'], { kind: 'text' }> };

function listTextQuestions({ blocks }: Questionnaire): TextQuestion[] {
  return blocks
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
  await record(db, asker, 'round-texts', key, async (inside) => {
    if (!(await cleanText(inside, key, id, cleaned)))
      throw notFound('No open answer that waits under this number');
  });
}
