import { language } from '../../state/link/view.ts';
import { translateNote } from '../../text/file-phrases.ts';

interface FileNotesProps {
  readonly title: string;
  /** In English, as the server says them. */
  readonly notes: readonly string[];
}

/** How a file was read, where that is not how it stood there; a note that is not known in Dutch stands there in English. */
export function FileNotes({ title, notes }: FileNotesProps) {
  if (notes.length === 0) return null;
  return (
    <div class="page-note">
      <p>{title}</p>
      <ul>
        {notes.map((note) => {
          const dutch = language.value === 'nl' ? translateNote(note) : null;
          return (
            <li key={note} lang={dutch === null ? 'en' : 'nl'}>
              {dutch ?? note}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
