import type { Problem } from '../../geodata/problem.ts';
import type { Questionnaire } from '../../geodata/questionnaire/questionnaire.ts';
import type { Round, Stratum } from '../../geodata/questionnaire/round.ts';
import type {
  QuestionnaireBody,
  QuestionnairesBody,
  ReadFileBody,
  ResultBody,
  RoundBody,
  TextsBody,
} from './contract.ts';
import { ask, askBlob, ServerProblem, send } from './sending.ts';

// Every verb here throws ServerProblem.

/** Which draft, as whoever changes it has seen it. */
export interface SeenDraft {
  readonly key: string;
  readonly version: number;
  readonly revision: number;
}

export const readQuestionnaires = () => ask<QuestionnairesBody>('questionnaires', {});
export const readQuestionnaire = (name: string) => {
  const [key = '', version = ''] = name.split('.');
  return ask<QuestionnaireBody>(`questionnaires/${key}/${version}`, {});
};

/** Begins a draft: of what is given, or of the template, or the next version of what there is. */
export const beginDraft = (
  body:
    | { readonly from: 'definition'; readonly definition: Questionnaire }
    | { readonly from: 'template'; readonly key: string; readonly name: string }
    | { readonly from: 'version'; readonly key: string; readonly version: number },
) => send<QuestionnaireBody>('questionnaires/begin', body);

export const saveDraft = ({ revision }: SeenDraft, definition: Questionnaire) =>
  send<QuestionnaireBody>('questionnaires/save', { revision, definition });
export const fixDraft = (seen: SeenDraft) => send<QuestionnaireBody>('questionnaires/fix', { ...seen });
export const removeDraft = (seen: SeenDraft) => send('questionnaires/remove', { ...seen });

/** What somebody else made of a draft meanwhile; null where that is not why it was refused. */
export function readConflict(error: unknown): { revision: number; definition: Questionnaire } | null {
  if (!(error instanceof ServerProblem)) return null;
  const { current } = error.told as { current?: { revision: number; definition: Questionnaire } };
  return current ?? null;
}

/** What the server says is wrong with a file, in one line; null where it said nothing of the kind. */
export function readFault(error: unknown): string | null {
  if (!(error instanceof ServerProblem)) return null;
  const { fault } = error.told as { fault?: string };
  return fault ?? null;
}

/** What is wrong with a file, part by part; null where it is not that which was refused. */
export function readFileProblem(error: unknown): Problem | null {
  if (!(error instanceof ServerProblem)) return null;
  return (error.told as { problem?: Problem }).problem ?? null;
}

/** Which refusal of a round it was, with the name of what it is about; null where it was none. */
export function readRefusal(error: unknown): { refusal: string; about?: string } | null {
  if (!(error instanceof ServerProblem)) return null;
  const { refusal, about } = error.told as { refusal?: string; about?: string };
  return refusal === undefined ? null : { refusal, ...(about === undefined ? {} : { about }) };
}

/** Sends a file and gives what was read in it. */
function sendBytes<Answer>(path: string, file: File): Promise<Answer> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return ask(`${path}?name=${encodeURIComponent(file.name)}`, { method: 'POST', headers, body: file });
}

export const readFile = (file: File) => sendBytes<ReadFileBody>('questionnaires/file', file);

/** Where the definition of a version is sent from as a file. */
export const addressOfDefinition = (name: string) =>
  `/api/accounts/questionnaires/${name.replace('.', '/')}/file`;

/** Where a version is shown as who is asked sees it. */
export const addressOfPreview = (name: string, language: string) =>
  `/api/accounts/questionnaires/${name.replace('.', '/')}/preview?language=${language}`;

export const readRound = (key: string) => ask<RoundBody>(`rounds/${key}`, {});

/** What is planned of a round. */
export type RoundPlan = Omit<Round, 'state'>;

export const saveRound = (plan: RoundPlan, revision: number | null) =>
  send<RoundBody>('rounds/save', { ...plan, revision });
export const saveStrata = (
  key: string,
  revision: number,
  strata: readonly (Omit<Stratum, 'invited'> & { readonly planned: number })[],
) => send<RoundBody>('rounds/strata', { key, revision, strata });
export const sendRegister = (key: string, file: File) =>
  sendBytes<RoundBody & { readonly notes: readonly string[] }>(`rounds/${key}/register`, file);

/** Does something to a round: the last part of the route's path. */
export const actOnRound = (act: string, key: string, revision: number, more: object = {}) =>
  send<RoundBody>(`rounds/${act}`, { key, revision, ...more });

/** An area that a stratum of a round can be. */
export interface AreaOfRound {
  readonly code: string;
  readonly name: string;
  readonly level: 'municipality' | 'district';
  readonly parent: string | null;
}
export const readAreasOfRound = (key: string) => ask<{ areas: AreaOfRound[] }>(`rounds/${key}/areas`, {});

/** A list of codes, as CSV. */
export interface CodeList {
  readonly list: string;
}
export const makeCodes = (key: string, areas: readonly string[]) =>
  send<CodeList & { readonly made: number; readonly round: RoundBody }>('rounds/codes', { key, areas });
export const takeBackCodes = (key: string, area: string) =>
  send<{ readonly taken: number; readonly round: RoundBody }>('rounds/codes/take-back', { key, area });
export const sendForReminders = (key: string, file: File) =>
  sendBytes<CodeList & { readonly unused: number; readonly all: number }>(`rounds/${key}/reminders`, file);

/** What a letter says of who sends it. */
export interface LetterWish {
  readonly language: string;
  readonly sender: string;
  readonly contact: string;
  readonly isReminder: boolean;
}

/** Letters for the codes of a list that nobody used, as a PDF. */
export function printLetters(key: string, file: File, wish: LetterWish): Promise<Blob> {
  const query = new URLSearchParams({
    name: file.name,
    sender: wish.sender,
    contact: wish.contact,
    reminder: wish.isReminder ? '1' : '0',
    ...(wish.language && { language: wish.language }),
  });
  const headers = { 'Content-Type': 'application/octet-stream' };
  return askBlob(`rounds/${key}/letters?${query}`, { method: 'POST', headers, body: file });
}

export const readTexts = (key: string) => ask<TextsBody>(`rounds/${key}/texts`, {});
export const layTexts = (key: string) => send<TextsBody>('rounds/texts', { key });
export const cleanText = (key: string, id: string, cleaned: string | null) =>
  send<TextsBody>('rounds/texts/clean', { key, id, cleaned });

export const readResult = (key: string) => ask<ResultBody>(`rounds/${key}/result`, {});
