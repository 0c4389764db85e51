import type { PreviewBody } from '../../data/contract.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';

/** What in a text may point at somebody. */
export function Warnings({ found }: { readonly found: PreviewBody['warnings'] }) {
  const { desk: text, personal } = contributionWords.value;
  if (found.length === 0) return <p class="soft small">{text.noWarnings}</p>;
  return (
    <section class="page-note" aria-label={text.warnings}>
      <p>
        <strong>{text.warnings}</strong>
      </p>
      <ul class="writing-warnings">
        {found.map(({ kind, text: piece }) => (
          <li key={piece}>
            {personal[kind]}: <q>{piece}</q>
          </li>
        ))}
      </ul>
      <p class="small">{text.warningsHint}</p>
    </section>
  );
}
