import type { ContributionHitBody, ContributionSummaryBody } from '../../data/contract.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { StoryNotes } from '../stories/story-text.tsx';
import { DocumentFile } from './document-file.tsx';

interface DocumentListProps {
  readonly documents: readonly (ContributionSummaryBody & Partial<Pick<ContributionHitBody, 'excerpt'>>)[];
}

/** Documents by their titles, each to read about and to save; with the piece of text that was found, where it was. */
export function DocumentList({ documents }: DocumentListProps) {
  return (
    <ul class="story-list document-list">
      {documents.map((one) => (
        <li key={one.id}>
          <ViewLink class="story-title" change={{ page: 'contribution', contribution: one.id }}>
            <span lang={one.lang}>{one.title}</span>
          </ViewLink>
          {one.place && <span class="soft small"> · {one.place.name}</span>}
          {one.excerpt && (
            <p class="story-excerpt" lang={one.lang}>
              {one.excerpt.map(({ text, isFound }, index) =>
                isFound ? <mark key={`${index} ${text}`}>{text}</mark> : text,
              )}
            </p>
          )}
          <StoryNotes story={one} />
          <DocumentFile story={one} />
        </li>
      ))}
    </ul>
  );
}
