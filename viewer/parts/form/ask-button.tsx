import { useSignal } from '@preact/signals';
import { accountWords } from '../../state/screen/account-words.ts';

interface AskButtonProps {
  readonly label: string;
  /** What the action is done to, for who does not see where the button stands. */
  readonly about: string;
  readonly act: () => void;
}

/** A button that asks once more before it does what cannot be undone. */
export function AskButton({ label, about, act }: AskButtonProps) {
  const isAsked = useSignal(false);
  const { actFor, sure } = accountWords.value.people;
  const press = () => {
    if (isAsked.value) act();
    isAsked.value = !isAsked.value;
  };
  const shown = isAsked.value ? sure : label;
  return (
    <button
      type="button"
      class="button"
      aria-label={actFor(shown, about)}
      onClick={press}
      onBlur={() => {
        isAsked.value = false;
      }}
    >
      {shown}
    </button>
  );
}
