import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';

interface KeyFieldProps {
  readonly value: string;
  /** Keys of the others, which it cannot have. */
  readonly taken: readonly string[];
  readonly rename: (key: string) => void;
  readonly isDisabled?: boolean;
  /** Whether it becomes part of links: small letters, digits and hyphens alone. */
  readonly isForLinks?: boolean;
}

/** The key of a part: changed where it is left, and only to one that can be. */
export function KeyField({ value, taken, rename, isDisabled = false, isForLinks = false }: KeyFieldProps) {
  const { form } = questionnaireWords.value;
  const typed = useSignal(value);
  const id = useId();
  useEffect(() => {
    typed.value = value;
  }, [value]);
  const pattern = isForLinks ? /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/ : /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
  const fault = !pattern.test(typed.value)
    ? form.keyForm
    : taken.includes(typed.value)
      ? form.keyTaken
      : null;
  return (
    <div class="form-field key-field">
      <label for={id}>{form.key}</label>
      <input
        id={id}
        type="text"
        value={typed.value}
        disabled={isDisabled}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
        onChange={() => {
          if (fault === null && typed.peek() !== value) rename(typed.peek());
        }}
      />
      <p id={`${id}-hint`} class={fault ? 'wording-missing small' : 'soft small'}>
        {fault ?? form.keyHint}
      </p>
    </div>
  );
}
