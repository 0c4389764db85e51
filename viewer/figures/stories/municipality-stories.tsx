import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ContributionSummaryBody } from '../../data/contract.ts';
import { readContributions } from '../../data/contributions.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { words } from '../../state/screen/words.ts';
import { DocumentList } from '../documents/document-list.tsx';
import { StoryList } from './story-list.tsx';

/** On the page of a municipality: its news and stories, with the news of the whole region. */
export function MunicipalityStories({ code }: { readonly code: string }) {
  const text = contributionWords.value.read;
  const rows = useSignal<readonly ContributionSummaryBody[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    readContributions({ municipality: code }, abort.signal).then(
      (found) => {
        rows.value = found.filter(({ kind, municipality }) => kind === 'news' || municipality === code);
      },
      () => undefined,
    );
    return () => abort.abort();
  }, [code]);
  if (!rows.value) return null;
  const documents = rows.value.filter(({ kind }) => kind === 'document');
  const stories = rows.value.filter(({ kind }) => kind !== 'document');
  return (
    <section>
      <h2>{text.ofArea}</h2>
      {stories.length === 0 ? <p>{text.noneHere}</p> : <StoryList stories={stories} isMixed />}
      {documents.length > 0 && (
        <>
          <h3>{words.value.pages.documents}</h3>
          <DocumentList documents={documents} />
        </>
      )}
      <p class="page-tools story-card-links">
        <ViewLink change={{ page: 'stories', area: code }}>{text.all}</ViewLink>
        <ViewLink change={{ page: 'documents', area: code }}>{words.value.pages.documents}</ViewLink>
        <a href={`/news.atom?municipality=${code}`}>{text.newsFeed}</a>
      </p>
    </section>
  );
}
