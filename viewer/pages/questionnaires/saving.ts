import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { mergeQuestionnaires } from '../../../geodata/questionnaire/editing/merging.ts';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { readConflict, type SeenDraft, saveDraft } from '../../data/questionnaires.ts';
import type { Conflict } from './conflict-note.tsx';
import type { Editing } from './editing.ts';
import { useSending } from './sending.ts';

/** How what somebody writes is saved: on its way, refused, or found to be behind what somebody else saved. */
export interface Saving {
  readonly sending: ReturnType<typeof useSending>;
  readonly conflict: Signal<Conflict | null>;
  readonly isSaved: Signal<boolean>;
  /** The draft as it was read or saved last. */
  readonly seen: () => SeenDraft;
  readonly save: () => Promise<void>;
  /** Does something to the draft, which somebody else may have changed meanwhile. */
  readonly run: (work: () => Promise<unknown>) => Promise<void>;
  /** Goes on from what the other saved, with this. */
  readonly settle: (questionnaire: Questionnaire) => void;
}

/** Saves a draft; what somebody else saved since is put beside it, and nothing of either is lost. */
export function useSaving({ base, draft, isChanged }: Editing): Saving {
  const conflict = useSignal<Conflict | null>(null);
  const isSaved = useSignal(false);
  const sending = useSending();
  useWarning(isChanged);
  const seen = () => {
    const { revision, definition } = base.peek();
    return { key: definition.key, version: definition.version, revision };
  };
  const recover = (error: unknown) => {
    const found = readConflict(error);
    if (!found) return false;
    const before = base.peek().definition;
    const merged = mergeQuestionnaires(before, draft.peek(), found.definition);
    conflict.value = { revision: found.revision, before, theirs: found.definition, merged };
    return true;
  };
  const run = (work: () => Promise<unknown>) => sending.run(work, recover);
  const save = () =>
    run(async () => {
      const sent = draft.peek();
      base.value = await saveDraft(seen(), sent);
      // What was written while it was on its way is not saved yet.
      isChanged.value = draft.peek() !== sent;
      isSaved.value = true;
    });
  const settle = (questionnaire: Questionnaire) => {
    const settled = conflict.peek();
    if (!settled) return;
    base.value = { revision: settled.revision, definition: settled.theirs };
    draft.value = questionnaire;
    isChanged.value = questionnaire !== settled.theirs;
    conflict.value = null;
  };
  return { sending, conflict, isSaved, seen, save, run, settle };
}

/** Leaving the page asks first, while something is not saved. */
function useWarning(isChanged: Signal<boolean>): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isChanged.peek()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
}
