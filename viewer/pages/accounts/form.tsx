import { useSignal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { AccountProblem } from '../../data/accounts.ts';
import { accountWords } from './words.ts';
import './accounts.css';

/** What went wrong with something that was sent, in words; null where nothing did. */
export function useSending() {
  const problem = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    problem.value = null;
    isBusy.value = true;
    try {
      await work();
    } catch (error) {
      problem.value = explain(error);
    } finally {
      isBusy.value = false;
    }
  };
  return { problem, isBusy, run };
}
export type Sending = ReturnType<typeof useSending>;

export function explain(error: unknown): string {
  const { problems } = accountWords.value;
  if (!(error instanceof AccountProblem)) return problems.other;
  return problems[`field:${error.field}`] ?? problems[error.kind] ?? problems.other;
}

/** Says what went wrong, also to who does not see it. */
export function Refusal({ text }: { readonly text: string | null }) {
  return (
    <p class="refusal" role="alert" hidden={text === null}>
      {text}
    </p>
  );
}

interface FormProps {
  readonly sending: Sending;
  readonly label: string;
  readonly submit: () => Promise<unknown>;
  readonly children: ComponentChildren;
}

/** Fields above one button, and what went wrong between them. */
export function Form({ sending, label, submit, children }: FormProps) {
  return (
    <form
      class="account-form"
      onSubmit={(event) => {
        event.preventDefault();
        void sending.run(submit);
      }}
    >
      {children}
      <Refusal text={sending.problem.value} />
      <button type="submit" class="button button-main" disabled={sending.isBusy.value}>
        {label}
      </button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly type?: 'text' | 'email' | 'password' | 'date';
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'numeric';
  readonly required?: boolean;
  /** Whether it takes the focus when it appears. */
  readonly isNext?: boolean;
  /** Who else moves the focus to it. */
  readonly input?: RefObject<HTMLInputElement | null>;
}

/** A field with its name above it. */
export function Field(props: FieldProps) {
  const { label, hint, value, change, type = 'text', inputMode = 'text', autocomplete = 'off' } = props;
  const { required = false, isNext = false } = props;
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = props.input ?? own;
  useEffect(() => {
    if (isNext) input.current?.focus();
  }, []);
  return (
    <div class="account-field">
      <label for={id}>{label}</label>
      <input
        ref={input}
        type={type as 'text'}
        inputMode={inputMode}
        autocomplete={autocomplete as 'off'}
        required={required}
        spellcheck={false}
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      )}
    </div>
  );
}
