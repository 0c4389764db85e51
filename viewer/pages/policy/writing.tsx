import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type StepState, stepStates } from '../../../geodata/policy/cycle.ts';
import { AccountProblem } from '../../data/accounts.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { Refusal } from '../accounts/form.tsx';
import './writing.css';

/** What is being written: whether it is on its way, why it was refused, and whether somebody else was first. */
export function useWriting(close: () => void) {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const isConflict = useSignal(false);
  const write = async (work: () => Promise<unknown>): Promise<void> => {
    problem.value = null;
    isBusy.value = true;
    try {
      await work();
      isConflict.value = false;
      close();
    } catch (error) {
      isConflict.value = error instanceof AccountProblem && error.kind === 'conflict';
      problem.value = isConflict.value ? null : explain(error);
    } finally {
      isBusy.value = false;
    }
  };
  return { problem, isBusy, isConflict, write };
}
export type Writing = ReturnType<typeof useWriting>;

function explain(error: unknown): string {
  const { problems } = policyWords.value;
  if (!(error instanceof AccountProblem)) return problems.other;
  return problems[`field:${error.field}`] ?? problems[error.kind] ?? problems.other;
}

interface WritingFormProps {
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
export function WritingForm({
  label,
  writing,
  submit,
  cancel,
  button,
  theirs = [],
  children,
}: WritingFormProps) {
  const { forms } = policyWords.value;
  return (
    <form
      class="writing-form"
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
          <dl class="writing-theirs">
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
      <p class="writing-buttons">
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

interface LinesFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

/** A field of several lines with its name above it. */
export function LinesField({ label, hint, value, change }: LinesFieldProps) {
  const id = useId();
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={({ currentTarget }) => change(currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Chooses one of a few, with its name above it. */
export function ChoiceField<Value extends string>({
  label,
  value,
  options,
  change,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly change: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={({ currentTarget }) => change(currentTarget.value as Value)}>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** How far something is. */
export function StateField({
  value,
  change,
}: {
  readonly value: StepState;
  readonly change: (value: StepState) => void;
}) {
  const { cycle, states } = policyWords.value;
  return (
    <ChoiceField
      label={cycle.state}
      value={value}
      options={stepStates.map((state) => [state, states[state]] as const)}
      change={change}
    />
  );
}

/** A box to tick, with its name behind it. */
export function CheckField({
  label,
  value,
  change,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}) {
  return (
    <label class="writing-check">
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => change(currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
