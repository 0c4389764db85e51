import { computed, signal } from '@preact/signals';
import { type DocumentKind, documentKinds } from '../../../geodata/contribution/document.ts';
import { readContributions, searchContributions } from '../../data/contributions.ts';
import { DocumentList } from '../../figures/documents/document-list.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayTakePart } from '../../state/account.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import { words } from '../../state/screen/words.ts';
import { PageChoices, Waiting } from '../page-to-read.tsx';
import { chosenMunicipality, MunicipalityChoice } from '../stories/municipality-choice.tsx';
import { SearchField } from '../stories/search-field.tsx';

/** What is searched for; empty: nothing. */
const searched = signal('');
const kind = signal<DocumentKind | null>(null);

const among = computed(() => ({
  kind: 'document' as const,
  ...(kind.value && { document: kind.value }),
  ...(chosenMunicipality.value && { municipality: chosenMunicipality.value }),
}));
const isOpen = computed(() => viewParts.page.value === 'documents');
const wanted = computed(() => (isOpen.value && searched.value === '' ? among.value : null));
const listed = createResource(wanted, readContributions);
const question = computed(() =>
  isOpen.value && searched.value ? { text: searched.value, ...among.value } : null,
);
const found = createResource(question, searchContributions);

/** Documents that the reader may see, by municipality, kind and words. */
export function DocumentsPage() {
  const { read: text } = documentWords.value;
  return (
    <>
      <p class="page-intro">{text.intro}</p>
      <SearchField label={text.search} hint={text.searchHint} searched={searched} />
      <PageChoices>
        <MunicipalityChoice />
        <KindChoice />
        {mayTakePart() && (
          <ViewLink class="button" change={{ page: 'writing', contribution: null }}>
            {words.value.pages.writing}
          </ViewLink>
        )}
      </PageChoices>
      {searched.value ? <Found text={searched.value} /> : <Listed />}
    </>
  );
}

function Found({ text }: { readonly text: string }) {
  const hits = found.current.value;
  if (!hits) return <Waiting />;
  const { noneFound } = documentWords.value.read;
  return (
    <>
      <p role="status">
        {hits.length > 0 ? contributionWords.value.read.found(hits.length, text) : noneFound}
      </p>
      <DocumentList documents={hits} />
    </>
  );
}

function Listed() {
  const rows = listed.current.value;
  if (!rows) return <Waiting />;
  if (rows.length === 0) return <p>{documentWords.value.read.none}</p>;
  return <DocumentList documents={rows} />;
}

function KindChoice() {
  const { read: text, kinds } = documentWords.value;
  return (
    <label>
      <span>{text.kind}</span>
      <select
        value={kind.value ?? ''}
        onChange={({ currentTarget }) => {
          kind.value = documentKinds.find((one) => one === currentTarget.value) ?? null;
        }}
      >
        <option value="">{text.anyKind}</option>
        {documentKinds.map((one) => (
          <option key={one} value={one}>
            {kinds[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
