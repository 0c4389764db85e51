import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import './stories-page.css';

interface SearchFieldProps {
  readonly label: string;
  readonly hint: string;
  /** What is searched for; empty: nothing. */
  readonly searched: Signal<string>;
}

/** Words to search for; what was searched for goes when the field is emptied. */
export function SearchField({ label, hint, searched }: SearchFieldProps) {
  const id = useId();
  const typed = useSignal(searched.peek());
  return (
    <search>
      <form
        class="story-search"
        onSubmit={(event) => {
          event.preventDefault();
          searched.value = typed.value.trim();
        }}
      >
        <label for={id}>{label}</label>
        <div class="story-search-row">
          <input
            id={id}
            type="search"
            value={typed.value}
            aria-describedby={`${id}-hint`}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              if (typed.value === '') searched.value = '';
            }}
          />
          <button type="submit" class="button">
            {contributionWords.value.read.searchButton}
          </button>
        </div>
        <p id={`${id}-hint`} class="soft small">
          {hint}
        </p>
      </form>
    </search>
  );
}
