import type { QuestionnaireBody } from '../../data/contract.ts';
import { addressOfDefinition, fixDraft, removeDraft } from '../../data/questionnaires.ts';
import { AskButton } from '../../parts/form/ask-button.tsx';
import { Refusal } from '../../parts/form/refusal.tsx';
import { changeView } from '../../state/link/view.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';
import { ConflictNote } from './conflict-note.tsx';
import type { Editing } from './editing.ts';
import { beginNext } from './questionnaires-page.tsx';
import type { Saving } from './saving.ts';

interface DraftBarProps {
  readonly kept: QuestionnaireBody;
  readonly editing: Editing;
  readonly saving: Saving;
  readonly read: () => Promise<void>;
  /** Errors that keep it from being fixed. */
  readonly faults: number;
  /** Warnings, with which it can be fixed. */
  readonly warnings: number;
}

/** What can be done with a version as a whole: fixing or removing a draft, beginning what comes after a fixed one, giving it out. */
export function DraftBar({ kept, editing, saving, read, faults, warnings }: DraftBarProps) {
  const { bar } = questionnaireWords.value;
  const { draft, isChanged } = editing;
  const { conflict, sending, run, seen } = saving;
  const { key, version } = kept.definition;
  const name = draft.value.name.nl || key;
  const leave = () => {
    isChanged.value = false;
    changeView({ page: 'questionnaires', questionnaire: null });
  };
  return (
    <div class="draft-bar for-writers">
      {conflict.value && <ConflictNote conflict={conflict.value} settle={saving.settle} />}
      <p class="soft">{kept.isFixed ? bar.isFixed : bar.isDraft}</p>
      <Refusal text={sending.problem.value} />
      <div class="form-buttons">
        {editing.mayChangeCommon && !isChanged.value && faults === 0 && (
          <AskButton label={bar.fix} about={name} act={() => void run(() => fixDraft(seen()).then(read))} />
        )}
        {editing.mayChangeCommon && (
          <AskButton
            label={bar.remove}
            about={name}
            act={() => void run(() => removeDraft(seen()).then(leave))}
          />
        )}
        {kept.isFixed && kept.own === null && (
          <button
            type="button"
            class="button"
            disabled={sending.isBusy.value}
            onClick={() => void run(() => beginNext(key, version))}
          >
            {bar.next}
          </button>
        )}
        <a class="button" href={addressOfDefinition(`${key}.${version}`)} download>
          {bar.download}
        </a>
      </div>
      {editing.mayChangeCommon && (
        <p class="soft small">
          {bar.fixHint}{' '}
          {isChanged.value
            ? bar.leave
            : faults > 0
              ? bar.faults(faults)
              : warnings > 0
                ? bar.warnings(warnings)
                : ''}
        </p>
      )}
    </div>
  );
}

/** Saves what was written; stays in sight wherever that was. */
export function SaveBar({ editing, saving }: Pick<DraftBarProps, 'editing' | 'saving'>) {
  const { bar } = questionnaireWords.value;
  const { isChanged } = editing;
  const { sending, conflict, isSaved, save } = saving;
  return (
    <div class="save-bar for-writers">
      <button
        type="button"
        class="button button-main"
        disabled={sending.isBusy.value || !isChanged.value || conflict.value !== null}
        onClick={() => void save()}
      >
        {sending.isBusy.value ? bar.saving : bar.save}
      </button>
      <p role="status">{isChanged.value ? bar.unsaved : isSaved.value ? bar.saved : ''}</p>
      <Refusal text={sending.problem.value} />
    </div>
  );
}
