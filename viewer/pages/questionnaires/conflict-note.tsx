import { useEffect, useRef } from 'preact/hooks';
import type { Merged } from '../../../geodata/questionnaire/editing/merging.ts';
import type { Questionnaire } from '../../../geodata/questionnaire/questionnaire.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { DifferenceList } from './difference-list.tsx';

/** What somebody else saved meanwhile, and what comes of putting both together. */
export interface Conflict {
  readonly revision: number;
  readonly before: Questionnaire;
  readonly theirs: Questionnaire;
  readonly merged: Merged;
}

interface ConflictNoteProps {
  readonly conflict: Conflict;
  /** Goes on with one of the two. */
  readonly settle: (questionnaire: Questionnaire) => void;
}

/** Says what somebody else changed since, and lets choose: both together, or his alone. Nothing is lost before. */
export function ConflictNote({ conflict, settle }: ConflictNoteProps) {
  const { conflict: text, outline } = questionnaireWords.value;
  const note = useRef<HTMLElement>(null);
  useEffect(() => note.current?.focus(), []);
  const { before, theirs, merged } = conflict;
  const nameOf = ({ kind, key }: Merged['overlaps'][number]) => {
    if (kind === 'whole') return outline.whole;
    if (kind === 'block') return theirs.blocks.find((block) => block.key === key)?.title.nl || key;
    return theirs.indicators.find((indicator) => indicator.key === key)?.name.nl || key;
  };
  return (
    <section class="page-note" role="alert" tabIndex={-1} ref={note}>
      <p>
        <strong>{text.title}</strong> {text.intro}
      </p>
      <h3>{text.theirs}</h3>
      <DifferenceList before={before} after={theirs} />
      {merged.overlaps.length > 0 && <p>{text.both(merged.overlaps.map(nameOf).join(', '))}</p>}
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => settle(merged.questionnaire)}>
          {text.together}
        </button>
        <button type="button" class="button" onClick={() => settle(theirs)}>
          {text.takeTheirs}
        </button>
      </div>
    </section>
  );
}
