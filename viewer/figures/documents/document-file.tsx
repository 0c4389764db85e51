import type { ContributionSummaryBody } from '../../data/contract.ts';
import { addressOfFile } from '../../data/contributions.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import { nameDocument, nameFile } from './document-name.ts';
import './documents.css';

interface DocumentFileProps {
  readonly story: Pick<ContributionSummaryBody, 'id' | 'title' | 'lang' | 'document'>;
  /** Of a document that is not shown yet, the file comes from the desk. */
  readonly isOnDesk?: boolean;
}

/** What a document is, the way to save it, and what was found of it; nothing for what is no document. */
export function DocumentFile({ story: { id, title, lang, document }, isOnDesk = false }: DocumentFileProps) {
  const { read: text } = documentWords.value;
  if (!document) return null;
  const { file, extent, mark, kind } = document;
  const name = nameFile(file);
  return (
    <div class="document-file">
      <p>
        <a class="button" href={addressOfFile(id, file.sha256, isOnDesk)} download>
          {text.download} <span class="soft">({name})</span>
          <span class="hidden-text">
            : <span lang={lang}>{title}</span>
          </span>
        </a>{' '}
        <span class="soft small">{nameDocument(document)}</span>
      </p>
      {kind === 'district-scan' && <Quality mark={mark} />}
      {extent === 'part' && <p class="soft small">{text.partFound}</p>}
      {extent === 'none' && <p class="soft small">{text.nothingFound}</p>}
    </div>
  );
}

type Mark = NonNullable<ContributionSummaryBody['document']>['mark'];

/** What an editor found of a district scan, in words and by signs. */
function Quality({ mark }: { readonly mark: Mark }) {
  const { read: text } = documentWords.value;
  if (!mark) return <p class="soft small">{text.noMark}</p>;
  const found = [
    [mark.isComplete, text.isComplete, text.isNotComplete],
    [mark.namesSources, text.namesSources, text.namesNoSources],
    [mark.isRecent, text.isRecent, text.isNotRecent],
  ] as const;
  return (
    <div class="document-mark small">
      <strong>{text.mark}</strong>
      <ul>
        {found.map(([is, yes, no]) => (
          <li key={yes}>
            <span aria-hidden="true">{is ? '✓' : '–'}</span> {is ? yes : no}
          </li>
        ))}
        <li>{text.checkedBy(mark.checkedBy)}</li>
      </ul>
    </div>
  );
}
