import { computed, signal, useSignal } from '@preact/signals';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { readContributions, searchContributions } from '../../data/contributions.ts';
import { StoryList } from '../../figures/stories/story-list.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayTakePart } from '../../state/account.ts';
import { catalog } from '../../state/catalog.ts';
import { changeView, viewParts } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { words } from '../../state/screen/words.ts';
import { PageChoices, Waiting } from '../page-to-read.tsx';
import { FoundStories } from './found-stories.tsx';
import './stories-page.css';

/** What is searched for; empty: nothing. */
const searched = signal('');

/** The municipality of the area in the link; null: the whole region. */
const municipality = computed(() => {
  const code = viewParts.area.value;
  return code ? `GM${code.slice(2, 6)}` : null;
});

const isOpen = computed(() => viewParts.page.value === 'stories');
const wanted = computed(() =>
  isOpen.value && searched.value === ''
    ? municipality.value
      ? { municipality: municipality.value }
      : {}
    : null,
);
const listed = createResource(wanted, readContributions);
const question = computed(() => (isOpen.value && searched.value ? searched.value : null));
const found = createResource(question, searchContributions);

/** All stories and news that the reader may see, to search and to follow. */
export function StoriesPage() {
  const text = contributionWords.value.read;
  return (
    <>
      <SearchField />
      <PageChoices>
        <MunicipalityChoice />
        {mayTakePart() && (
          <ViewLink class="button" change={{ page: 'writing', contribution: null }}>
            {words.value.pages.writing}
          </ViewLink>
        )}
        <a
          class="button"
          href={municipality.value ? `/news.atom?municipality=${municipality.value}` : '/news.atom'}
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
  const stories = rows.filter(({ kind }) => kind !== 'news');
  if (rows.length === 0) return <p>{text.none}</p>;
  return (
    <>
      {news.length > 0 && <h2>{text.news}</h2>}
      <StoryList stories={news} isMixed />
      {stories.length > 0 && <h2>{text.title}</h2>}
      <StoryList stories={stories} isMixed />
    </>
  );
}

function SearchField() {
  const text = contributionWords.value.read;
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
        <label for="story-search">{text.search}</label>
        <div class="story-search-row">
          <input
            id="story-search"
            type="search"
            value={typed.value}
            aria-describedby="story-search-hint"
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              if (typed.value === '') searched.value = '';
            }}
          />
          <button type="submit" class="button">
            {text.searchButton}
          </button>
        </div>
        <p id="story-search-hint" class="soft small">
          {text.searchHint}
        </p>
      </form>
    </search>
  );
}

function MunicipalityChoice() {
  const { read: text, desk } = contributionWords.value;
  return (
    <label>
      <span>{desk.municipality}</span>
      <select
        value={municipality.value ?? ''}
        onChange={(event) => changeView({ area: event.currentTarget.value || null })}
      >
        <option value="">{text.region}</option>
        {catalog.data.value?.municipalities.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
