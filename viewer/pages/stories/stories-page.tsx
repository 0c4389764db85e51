import { computed, signal } from '@preact/signals';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { readContributions, searchContributions } from '../../data/contributions.ts';
import { DocumentList } from '../../figures/documents/document-list.tsx';
import { StoryList } from '../../figures/stories/story-list.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayTakePart } from '../../state/account.ts';
import { viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { words } from '../../state/screen/words.ts';
import { PageChoices, Waiting } from '../page-to-read.tsx';
import { FoundStories } from './found-stories.tsx';
import { chosenMunicipality, MunicipalityChoice } from './municipality-choice.tsx';
import { SearchField } from './search-field.tsx';

/** What is searched for; empty: nothing. */
const searched = signal('');

const isOpen = computed(() => viewParts.page.value === 'stories');
const wanted = computed(() =>
  isOpen.value && searched.value === ''
    ? chosenMunicipality.value
      ? { municipality: chosenMunicipality.value }
      : {}
    : null,
);
const listed = createResource(wanted, readContributions);
const question = computed(() => (isOpen.value && searched.value ? { text: searched.value } : null));
const found = createResource(question, searchContributions);

/** All stories and news that the reader may see, to search and to follow. */
export function StoriesPage() {
  const text = contributionWords.value.read;
  return (
    <>
      <SearchField label={text.search} hint={text.searchHint} searched={searched} />
      <PageChoices>
        <MunicipalityChoice />
        <ViewLink class="button" change={{ page: 'documents', contribution: null }}>
          {words.value.pages.documents}
        </ViewLink>
        {mayTakePart() && (
          <ViewLink class="button" change={{ page: 'writing', contribution: null }}>
            {words.value.pages.writing}
          </ViewLink>
        )}
        <a
          class="button"
          href={
            chosenMunicipality.value ? `/news.atom?municipality=${chosenMunicipality.value}` : '/news.atom'
          }
        >
          {text.newsFeed}
        </a>
      </PageChoices>
      {searched.value ? (
        <FoundStories text={searched.value} hits={found.current.value} />
      ) : listed.current.value ? (
        <Listed rows={listed.current.value} />
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Listed({ rows }: { readonly rows: readonly ContributionSummaryBody[] }) {
  const { read: text } = contributionWords.value;
  const news = rows.filter(({ kind }) => kind === 'news');
  const documents = rows.filter(({ kind }) => kind === 'document');
  const stories = rows.filter(({ kind }) => kind === 'story');
  const practices = rows.filter(({ kind }) => kind === 'practice' || kind === 'adoption');
  if (rows.length === 0) return <p>{text.none}</p>;
  return (
    <>
      {news.length > 0 && <h2>{text.news}</h2>}
      <StoryList stories={news} isMixed />
      {stories.length > 0 && <h2>{text.title}</h2>}
      <StoryList stories={stories} isMixed />
      {practices.length > 0 && <h2>{practiceWords.value.read.title}</h2>}
      <StoryList stories={practices} isMixed />
      {documents.length > 0 && (
        <>
          <h2>{words.value.pages.documents}</h2>
          <DocumentList documents={documents} />
        </>
      )}
    </>
  );
}
