import { saveCsv } from '../../data/csv.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';

interface DownloadButtonProps {
  readonly fileName: string;
  /** The rows as listed, heads first; asked for when they are saved. */
  readonly list: () => readonly (readonly (string | number | null)[])[];
  readonly isSmall?: boolean;
}

/** Saves the rows of a table as CSV. */
export function DownloadButton({ fileName, list, isSmall = false }: DownloadButtonProps) {
  return (
    <button
      type="button"
      class={isSmall ? 'link small with-icon' : 'link with-icon'}
      onClick={() => saveCsv(list(), fileName)}
    >
      <DownloadLabel />
    </button>
  );
}

/** What stands on a button or link that saves the rows of a table. */
export function DownloadLabel() {
  return (
    <>
      <Icon name="download" />
      {words.value.table.download}
    </>
  );
}
