import { words } from '../../state/screen/words.ts';

interface FailureNoteProps {
  /** What did not come, and why where that is known. */
  readonly message: string;
  readonly onRetry: () => void;
}

/** In the place of what did not come: a sentence, and the way out. */
export function FailureNote({ message, onRetry }: FailureNoteProps) {
  return (
    <div class="failure-note" role="alert">
      <p>{message}</p>
      <button type="button" class="button" onClick={onRetry}>
        {words.value.retry}
      </button>
    </div>
  );
}
