import { useEffect, useRef } from 'preact/hooks';
import type { Draft, readConflict } from '../../data/contributions.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { writeTime } from '../../state/screen/times.ts';

/** What somebody else wrote meanwhile. */
export type Conflict = NonNullable<ReturnType<typeof readConflict>>;

interface ConflictNoteProps {
  readonly conflict: Conflict;
  /** Goes on from what the other wrote, with what of it is taken over. */
  readonly settle: (part: Partial<Draft>) => void;
}

/** Says that somebody else changed the text, shows what he wrote, and lets choose. Nothing is lost before. */
export function ConflictNote({ conflict, settle }: ConflictNoteProps) {
  const { form: text, desk } = contributionWords.value;
  const note = useRef<HTMLElement>(null);
  useEffect(() => note.current?.focus(), []);
  const { title, body, sources, name, writtenAt } = conflict;
  return (
    <section class="page-note" role="alert" tabIndex={-1} ref={note}>
      <p>
        <strong>{text.conflict}</strong> {text.conflictBy(name ?? desk.nobody, writeTime(writtenAt))}
      </p>
      <p>{text.conflictHint}</p>
      <details open>
        <summary>{text.theirs}</summary>
        <p>
          <strong>{title}</strong>
        </p>
        <pre class="writing-source">{body}</pre>
      </details>
      <div class="form-buttons">
        <button type="button" class="button" onClick={() => settle({})}>
          {text.keepMine}
        </button>
        <button type="button" class="button" onClick={() => settle({ title, body, sources })}>
          {text.takeTheirs}
        </button>
      </div>
    </section>
  );
}
