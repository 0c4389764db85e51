import type { DocumentDetails, DocumentKind } from '../../geodata/contribution/document.ts';
import type { PracticeDetails } from '../../geodata/contribution/practice.ts';
import type {
  ContributionBody,
  ContributionCountsBody,
  ContributionHitBody,
  ContributionSummaryBody,
  DeskBody,
  DeskContributionBody,
  PreviewBody,
  UploadedBody,
  UploadedDocumentBody,
} from './contract.ts';
import { expectAnswer } from './request.ts';
import { addressHere } from './seen-as.ts';
import { ask, ServerProblem, send, sendFile } from './sending.ts';

/** Which contributions are meant; whatever is left out does not matter. */
export interface ContributionWish {
  readonly kind?: ContributionSummaryBody['kind'];
  /** What a document is. */
  readonly document?: DocumentKind;
  /** Of which practice it tells that it is done too. */
  readonly practice?: number;
  readonly area?: string | readonly string[];
  readonly indicator?: readonly string[];
  readonly municipality?: string;
}

/** Every verb here throws RequestFailure when no good answer comes, and lets an abort pass. */
async function read<Answer>(path: string, abort: AbortSignal): Promise<Answer> {
  const answer = await expectAnswer(fetch(addressHere(`/api/contributions${path}`), { signal: abort }));
  return answer.json() as Promise<Answer>;
}

export async function readContributions(
  wish: ContributionWish,
  abort: AbortSignal,
): Promise<readonly ContributionSummaryBody[]> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wish))
    for (const one of [value].flat()) if (one !== undefined) query.append(name, String(one));
  return (await read<{ rows: ContributionSummaryBody[] }>(`?${query}`, abort)).rows;
}

export function readContribution(id: number, abort: AbortSignal): Promise<ContributionBody> {
  return read(`/${id}`, abort);
}

export async function countStories(
  wish: { readonly indicator: string; readonly level: string },
  abort: AbortSignal,
): Promise<ContributionCountsBody['rows']> {
  const query = new URLSearchParams(wish);
  return (await read<ContributionCountsBody>(`/counts?${query}`, abort)).rows;
}

export async function searchContributions(
  {
    text,
    ...among
  }: Pick<ContributionWish, 'kind' | 'document' | 'municipality'> & { readonly text: string },
  abort: AbortSignal,
): Promise<readonly ContributionHitBody[]> {
  const query = new URLSearchParams({ q: text, limit: '30', ...among });
  return (await read<{ rows: ContributionHitBody[] }>(`/search?${query}`, abort)).rows;
}

/** Where a file of a contribution is sent from: to its readers, or to who has it on his desk. */
export function addressOfFile(id: number, sha256: string, isOnDesk = false): string {
  return isOnDesk
    ? `/api/accounts/contributions/${id}/files/${sha256}`
    : addressHere(`/api/contributions/${id}/files/${sha256}`);
}

// What follows throws ServerProblem.

/** Which version of what, as whoever changes it has seen it. */
export type SeenVersion = Pick<DeskContributionBody, 'id' | 'version'>;

/** What is written: all that is saved. */
export type Draft = Pick<
  DeskContributionBody,
  | 'kind'
  | 'title'
  | 'body'
  | 'sources'
  | 'lang'
  | 'visibility'
  | 'area'
  | 'indicator'
  | 'period'
  | 'municipality'
  | 'organisation'
  | 'role'
  | 'showsName'
  | 'endsOn'
> & {
  readonly document: DocumentDetails | null;
  readonly files: readonly Pick<DeskContributionBody['files'][number], 'sha256' | 'name' | 'alternative'>[];
  readonly practice: PracticeDetails | null;
  readonly adoption: DeskContributionBody['adoption'];
};

export const readDesk = () => ask<DeskBody>('contributions', {});
export const readOnDesk = (id: number) => ask<DeskContributionBody>(`contributions/${id}`, {});
export const previewText = (text: Pick<Draft, 'title' | 'body' | 'sources'>) =>
  send<PreviewBody>('contributions/preview', text);
export const saveDraft = (draft: Draft, seen: SeenVersion | null) =>
  send<DeskContributionBody>('contributions/save', {
    ...draft,
    seen: seen && { id: seen.id, version: seen.version },
  });

/** Does something to a contribution: the last part of the route's path. */
export function actOn(
  act: string,
  { id, version }: SeenVersion,
  more: object = {},
): Promise<DeskContributionBody> {
  return send(`contributions/${act}`, { id, version, ...more });
}

/** Sends a picture; gives it as it is kept. */
export async function uploadPicture(file: Blob): Promise<UploadedBody> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  return ask('contributions/files', { method: 'POST', headers, body: file });
}

/** Sends a document, and says how much of it is sent, as a share; gives it as it is kept. What is stopped leaves nothing. */
export function uploadDocument(
  file: Blob,
  how: Parameters<typeof sendFile>[2],
): Promise<UploadedDocumentBody> {
  return sendFile('contributions/documents', file, how);
}

/** What somebody else wrote meanwhile; null where that is not why it was refused. */
export function readConflict(error: unknown): {
  version: number;
  title: string;
  body: string;
  sources: string;
  name: string | null;
  writtenAt: string;
} | null {
  if (!(error instanceof ServerProblem)) return null;
  const { current } = error.told as { current?: ReturnType<typeof readConflict> };
  return current ?? null;
}
