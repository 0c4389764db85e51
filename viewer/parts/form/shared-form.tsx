import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { ServerProblem } from '../../data/sending.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { Refusal } from './refusal.tsx';
import { useSending } from './sending.ts';
import './shared-form.css';

/** What is being written: whether it is on its way, why it was refused, and whether somebody else was first. */
export function useWriting(close: () => void) {
  const isConflict = useSignal(false);
  const { problem, isBusy, run } = useSending(() => policyWords.value.problems);
  const write = (work: () => Promise<unknown>): Promise<void> =>
    run(
      async () => {
        await work();
        isConflict.value = false;
        close();
      },
      (error) => {
        isConflict.value = error instanceof ServerProblem && error.kind === 'conflict';
        return isConflict.value;
      },
    );
  return { problem, isBusy, isConflict, write };
}
export type Writing = ReturnType<typeof useWriting>;

interface SharedFormProps {
  readonly label: string;
  readonly writing: Writing;
  readonly submit: () => Promise<unknown>;
  readonly cancel?: () => void;
  /** What to press; `Bewaren` where nothing is said. */
  readonly button?: string;
  /** What somebody else wrote in the meantime, by the name of the field. */
  readonly theirs?: readonly (readonly [string, string])[];
  readonly children: ComponentChildren;
}

/** Fields with a button to keep what is in them; what somebody else wrote in the meantime stands beside it, and nothing is lost. */
export function SharedForm({
  label,
  writing,
  submit,
  cancel,
  button,
  theirs = [],
  children,
}: SharedFormProps) {
  const { forms } = policyWords.value;
  return (
    <form
      class="shared-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void writing.write(submit);
      }}
    >
      {children}
      {writing.isConflict.value && (
        <div class="page-note" role="alert">
          <p>{forms.conflict}</p>
          <p>{forms.now}</p>
          <dl class="shared-form-theirs">
            {theirs.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value || forms.empty}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <Refusal text={writing.problem.value} />
      <p class="shared-form-buttons">
        <button type="submit" class="button button-main" disabled={writing.isBusy.value}>
          {writing.isBusy.value ? forms.saving : (button ?? forms.save)}
        </button>
        {cancel && (
          <button type="button" class="button" onClick={cancel}>
            {forms.cancel}
          </button>
        )}
      </p>
    </form>
  );
}
