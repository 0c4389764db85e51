import type { Slide } from '../../geodata/presentation/presentation.ts';
import type { PresentationSharing } from '../../geodata/presentation/sharing.ts';
import { api } from './client.ts';
import type { PresentationBody, PresentationsBody } from './contract.ts';
import { expectAnswer } from './request.ts';
import { ask, put } from './sending.ts';

/** A presentation that is kept. Throws RequestFailure where there is none for who asks. */
export async function readPresentation(id: string, abort: AbortSignal): Promise<PresentationBody> {
  const request = api.presentations[':id'].$get({ param: { id }, query: {} }, { init: { signal: abort } });
  return (await expectAnswer(request)).json() as Promise<PresentationBody>;
}

/** The presentations of who is signed in and of his organisations. Throws ServerProblem, as the others here do. */
export const readOwnPresentations = () => ask<PresentationsBody>('presentations', {});

/** What is kept of a presentation. */
export interface WrittenPresentation {
  readonly title: string;
  readonly sharedWith: PresentationSharing;
  readonly organisation: string | null;
  readonly slides: readonly Slide[];
  readonly version: number;
  readonly remove?: boolean;
}

/** Keeps a presentation; gives its version. */
export const writePresentation = (id: string, body: WrittenPresentation) =>
  put<{ version: number }>(`/api/presentations/${id}`, body);
