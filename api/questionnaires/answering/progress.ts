import { createHash } from 'node:crypto';
import { municipalityOfCode } from '../../../geodata/area.ts';
import { checkAnswers } from '../../../geodata/questionnaire/answer.ts';
import type { Answers, Block, Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { keepAsked, listAnswerKeys, listAskedBlocks } from '../../../geodata/questionnaire/routing.ts';
import type { Draft } from '../../../sql/questionnaires/drafts.ts';
import type { SentSheet } from '../../../sql/questionnaires/sent-sheet.ts';
import { addressBlock } from './check-page.ts';
import type { Respondent } from './standing.ts';

/** Whether somebody's stratum says in which district he lives; else he is asked. */
export function isDistrict(stratum: string | null): boolean {
  return stratum?.startsWith('WK') ?? false;
}

/** Code of the district: as drawn, or as answered; null: not known yet. */
export function districtOf({ stratum, draft }: Pick<Respondent, 'stratum' | 'draft'>): string | null {
  return isDistrict(stratum) ? stratum : (draft?.person?.district ?? null);
}

export function municipalityOf(respondent: Pick<Respondent, 'stratum' | 'draft'>): string | null {
  const code = districtOf(respondent) ?? respondent.stratum;
  return code === null ? null : municipalityOfCode(code);
}

/** The blocks that are asked after what was answered so far. */
export function listBlocks(respondent: Respondent): Block[] {
  const { round, draft } = respondent;
  return listAskedBlocks(round.questionnaire, municipalityOf(respondent), draft?.answers ?? {});
}

/** Where somebody goes on: at what he did not see yet. */
export function addressNext(respondent: Respondent): string {
  if (!respondent.draft?.person) return '/vragenlijst/over-u';
  const unseen = listBlocks(respondent).find(({ key }) => !respondent.draft?.seen.includes(key));
  return unseen ? addressBlock(unseen.key) : '/vragenlijst/nakijken';
}

/** After a block: the one after it, or all of it to look at where every one was seen. */
export function addressAfter(respondent: Respondent, key: string): string {
  const blocks = listBlocks(respondent);
  const isSeen = blocks.every((block) => respondent.draft?.seen.includes(block.key));
  const next = blocks[blocks.findIndex((block) => block.key === key) + 1];
  return isSeen || !next ? '/vragenlijst/nakijken' : addressBlock(next.key);
}

export function addressBefore(respondent: Respondent, key: string): string {
  const blocks = listBlocks(respondent);
  const before = blocks[blocks.findIndex((block) => block.key === key) - 1];
  return before ? addressBlock(before.key) : '/vragenlijst/over-u';
}

/** The keys of the blocks in which something has still to be answered. */
export function listUnfinished(respondent: Respondent): string[] {
  const answers = respondent.draft?.answers ?? {};
  return listBlocks(respondent)
    .filter((block) => {
      const [own, others] = splitAnswers(block, answers);
      return checkAnswers(block, own, others).faults.length > 0;
    })
    .map(({ key }) => key);
}

/** The answers to a block, and all others. */
export function splitAnswers(block: Block, answers: Answers): [Answers, Answers] {
  const keys = new Set(block.questions.flatMap(listAnswerKeys));
  const parts = (isOwn: boolean) =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key) === isOwn));
  return [parts(true), parts(false)];
}

/** By which it is known whether answers are still what they were. */
export function markAnswers(answers: Answers): string {
  const sorted = Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}

/** What is left of answers once those are dropped that are not asked for any more. */
export function keepAnswers(
  questionnaire: Questionnaire,
  respondent: Pick<Respondent, 'stratum' | 'draft'>,
  answers: Answers,
): Answers {
  return keepAsked(questionnaire, municipalityOf(respondent), answers);
}

/** What is sent of a draft on a day; null: something has still to be answered. */
export function finishSheet(respondent: Respondent, draft: Draft, day: string): SentSheet | null {
  const { stratum, round } = respondent;
  const own = { ...respondent, draft };
  const district = districtOf(own);
  if (!draft.person || district === null || listUnfinished(own).length > 0) return null;
  const { ageBand, sex } = draft.person;
  const answers = keepAnswers(round.questionnaire, own, draft.answers);
  const way = stratum === null ? 'open' : 'code';
  return { day, sheet: { way, district, stratum, ageBand, sex, language: draft.language, answers } };
}
