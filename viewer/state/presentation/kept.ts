import { signal } from '@preact/signals';
import type { PresentationSharing } from '../../../geodata/presentation/sharing.ts';
import type { PresentationsBody } from '../../data/contract.ts';
import { readOwnPresentations, writePresentation } from '../../data/presentations.ts';
import { changeView } from '../link/view.ts';
import { draft, draftOrigin, replaceDraft } from './draft.ts';

/** The presentations of who is signed in and of his organisations; null until they are known. */
export const keptPresentations = signal<PresentationsBody | null>(null);

/** Asks for them anew; what was known stays where that fails. */
export async function fetchKept(): Promise<void> {
  keptPresentations.value = await readOwnPresentations().catch(() => keptPresentations.peek());
}

/** With whom a presentation is shared. */
export interface Sharing {
  readonly sharedWith: PresentationSharing;
  readonly organisation: string | null;
}

/** Keeps what was collected in the account, in the place of what it came from unless `isNew`, and opens it. Throws ServerProblem. */
export async function keepDraft({ sharedWith, organisation }: Sharing, isNew: boolean): Promise<void> {
  const origin = isNew ? null : draftOrigin.peek();
  const id = origin?.id ?? crypto.randomUUID();
  const { title, slides } = draft.peek();
  const body = {
    title,
    slides,
    sharedWith,
    organisation: sharedWith === 'organisation' ? organisation : null,
    version: origin?.version ?? 0,
  };
  const { version } = await writePresentation(id, body);
  replaceDraft(draft.peek(), { id, version });
  await fetchKept();
  changeView({ presentation: id, slides: null });
}

/** Takes a presentation away. Throws ServerProblem. */
export async function removeKept({
  id,
  version,
}: {
  readonly id: string;
  readonly version: number;
}): Promise<void> {
  const slides = [{ address: '', title: '', sentence: '', notes: '' }];
  const nothing = { title: '-', slides, sharedWith: 'owner', organisation: null } as const;
  await writePresentation(id, { ...nothing, version, remove: true });
  if (draftOrigin.peek()?.id === id) draftOrigin.value = null;
  await fetchKept();
}
