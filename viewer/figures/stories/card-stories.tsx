import { useEffect } from 'preact/hooks';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayTakePart } from '../../state/account.ts';
import { shownParts } from '../../state/catalog.ts';
import { areaDocuments, areaStories, areStoriesDrawn, storyCounts } from '../../state/contributions.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import { DocumentList } from '../documents/document-list.tsx';
import { StoryList } from './story-list.tsx';

/** On the card, under the figure: the stories about it, by their titles. */
export function CardStories() {
  const text = contributionWords.value.read;
  useEffect(() => {
    areStoriesDrawn.value = true;
  }, []);
  const [stories, counts] = [areaStories.current.value ?? [], storyCounts.current.value ?? []];
  const documents = areaDocuments.current.value ?? [];
  const isPinned = shownParts.area.value !== null;
  const mayWrite = isPinned && mayTakePart();
  if (stories.length + counts.length + documents.length === 0 && !mayWrite) return null;
  return (
    <section class="story-card" aria-label={text.stories}>
      {stories.length > 0 && (
        <>
          <h3>{text.heading(stories.length)}</h3>
          <StoryList stories={stories} />
        </>
      )}
      {stories.length === 0 && counts.length > 0 && <p class="soft small">{text.dots(counts.length)}</p>}
      {documents.length > 0 && (
        <>
          <h3>{documentWords.value.read.heading(documents.length)}</h3>
          <DocumentList documents={documents} />
        </>
      )}
      <p class="small story-card-links">
        {mayWrite && (
          <>
            <ViewLink change={{ page: 'writing', contribution: null }}>{text.write}</ViewLink>{' '}
          </>
        )}
        <ViewLink change={{ page: 'stories' }}>{text.all}</ViewLink>
      </p>
    </section>
  );
}
