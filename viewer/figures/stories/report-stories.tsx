import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ContributionBody } from '../../data/contract.ts';
import { readContribution, readContributions } from '../../data/contributions.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { StoryNotes, StoryText, writeSubject } from './story-text.tsx';

/** In a report: the stories of an area, in full, as paper does not unfold. */
export function ReportStories({ code }: { readonly code: string }) {
  const { read: text, kinds } = contributionWords.value;
  const stories = useSignal<readonly ContributionBody[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    readContributions({ area: code }, abort.signal)
      .then((rows) => Promise.all(rows.map(({ id }) => readContribution(id, abort.signal))))
      .then(
        (found) => {
          stories.value = found;
        },
        () => undefined,
      );
    return () => abort.abort();
  }, [code]);
  if (stories.value.length === 0) return null;
  return (
    <section>
      <h3>{text.ofArea}</h3>
      {stories.value.map((story) => (
        <article key={story.id} class="story-whole">
          <h4 lang={story.lang}>{story.title}</h4>
          <p class="soft small">{[kinds[story.kind], writeSubject(story)].filter(Boolean).join(' · ')}</p>
          <StoryNotes story={story} />
          <StoryText story={story} />
        </article>
      ))}
    </section>
  );
}
