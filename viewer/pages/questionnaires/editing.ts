import { type Signal, useSignal } from '@preact/signals';
import type { Block, Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import type { QuestionnaireBody } from '../../data/contract.ts';

/** The part of a questionnaire that is being written. */
export type Place =
  | { readonly kind: 'whole' }
  | { readonly kind: 'block'; readonly key: string }
  | { readonly kind: 'question'; readonly key: string }
  | { readonly kind: 'indicator'; readonly key: string };

/** A draft while somebody changes it. */
export interface Editing {
  /** What was read or saved last: whatever somebody else saves meanwhile is held against it. */
  readonly base: Signal<{ readonly revision: number; readonly definition: Questionnaire }>;
  readonly draft: Signal<Questionnaire>;
  readonly chosen: Signal<Place>;
  /** The language that is written beside Dutch; null: none. */
  readonly other: Signal<string | null>;
  readonly isChanged: Signal<boolean>;
  /** What was just done, for who does not see it. */
  readonly told: Signal<string>;
  /** Whether anything at all may be changed here. */
  readonly isOpen: boolean;
  /** Whether the common part, and all that belongs to nobody in particular, may be changed. */
  readonly mayChangeCommon: boolean;
  /** Codes of the municipalities whose own part may be changed; null: all. */
  readonly own: readonly string[] | null;
  readonly change: (edit: (questionnaire: Questionnaire) => Questionnaire) => void;
}

/** What is edited of a version as it was read; a fixed one is only looked at. */
export function useEditing({ definition, revision, isFixed, own }: QuestionnaireBody): Editing {
  const base = useSignal({ revision, definition });
  const draft = useSignal<Questionnaire>(definition);
  const chosen = useSignal<Place>({ kind: 'whole' });
  const other = useSignal<string | null>(definition.languages[1] ?? null);
  const isChanged = useSignal(false);
  const told = useSignal('');
  return {
    base,
    draft,
    chosen,
    other,
    isChanged,
    told,
    isOpen: !isFixed,
    mayChangeCommon: !isFixed && own === null,
    own,
    change: (edit) => {
      draft.value = edit(draft.peek());
      isChanged.value = true;
    },
  };
}

/** Whether who edits may change a block. */
export function mayChangeBlock(
  { isOpen, own }: Editing,
  { municipality }: Pick<Block, 'municipality'>,
): boolean {
  return isOpen && (own === null || (municipality !== null && own.includes(municipality)));
}

/** The block that a question stands in. */
export function findBlockOf({ blocks }: Questionnaire, question: string): Block | undefined {
  return blocks.find(({ questions }) => questions.some(({ key }) => key === question));
}
