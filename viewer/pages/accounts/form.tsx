import type { ComponentChildren } from 'preact';
import { Refusal } from '../../parts/form/refusal.tsx';
import { explainProblem, type Sending, useSending as useSendingWith } from '../../parts/form/sending.ts';
import { accountWords } from '../../state/screen/account-words.ts';
import './accounts.css';

/** Why something that a page about people sent did not succeed, in words. */
export const explain = (error: unknown) => explainProblem(error, accountWords.value.problems);

/** Something that a page about people sends. */
export const useSending = () => useSendingWith(() => accountWords.value.problems);

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
