import type { ContributionHitBody } from '../../data/contract.ts';
import { StoryNotes, writeSubject } from '../../figures/stories/story-text.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { Waiting } from '../page-to-read.tsx';

interface FoundStoriesProps {
  readonly text: string;
  readonly hits: readonly ContributionHitBody[] | null;
}

/** What was found, each with the piece of its text that holds the words. */
export function FoundStories({ text, hits }: FoundStoriesProps) {
  const { read, kinds } = contributionWords.value;
  if (!hits) return <Waiting />;
  return (
    <>
      <p role="status">{hits.length > 0 ? read.found(hits.length, text) : read.nothingFound}</p>
      <ul class="story-list">
        {hits.map((hit) => (
          <li key={hit.id} class="story-hit">
            <ViewLink class="story-title" change={{ page: 'contribution', contribution: hit.id }}>
              <span lang={hit.lang}>{hit.title}</span>
            </ViewLink>
            <p class="soft small">{[kinds[hit.kind], writeSubject(hit)].filter(Boolean).join(' · ')}</p>
            <p class="story-excerpt" lang={hit.lang}>
              {hit.excerpt.map(({ text: piece, isFound }, index) =>
                isFound ? <mark key={`${index} ${piece}`}>{piece}</mark> : piece,
              )}
            </p>
            <StoryNotes story={hit} />
          </li>
        ))}
      </ul>
    </>
  );
}
