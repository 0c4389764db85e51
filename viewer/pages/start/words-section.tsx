import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ContributionSummaryBody, DeskBody } from '../../data/contract.ts';
import { readContributions, readDesk } from '../../data/contributions.ts';
import { StoryList } from '../../figures/stories/story-list.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { words } from '../../state/screen/words.ts';

/** As many news items as are told where somebody begins. */
const mostNews = 5;

/** What waits to be read before it is shown, the news, and the ways to write and to read on. */
export function WordsSection() {
  const { read: text, desk: deskText } = contributionWords.value;
  const news = useSignal<readonly ContributionSummaryBody[]>([]);
  const desk = useSignal<DeskBody | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    readContributions({ kind: 'news' }, abort.signal).then(
      (found) => {
        news.value = found.slice(0, mostNews);
      },
      () => undefined,
    );
    // Whoever only reads has no desk.
    readDesk().then(
      (found) => {
        desk.value = found;
      },
      () => undefined,
    );
    return () => abort.abort();
  }, []);
  const toRead = desk.value?.rows.filter(({ state, mayPublish }) => state === 'offered' && mayPublish) ?? [];
  return (
    <section aria-labelledby="words">
      <h2 id="words">{text.ofArea}</h2>
      {toRead.length > 0 && (
        <>
          <h3>{deskText.toRead}</h3>
          <ul>
            {toRead.map(({ id, lang, title }) => (
              <li key={id}>
                <ViewLink change={{ page: 'writing', contribution: id }}>
                  <span lang={lang}>{title}</span>
                </ViewLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <StoryList stories={news.value} isMixed />
      <p class="page-tools">
        {desk.value && (
          <ViewLink change={{ page: 'writing', contribution: null }}>{words.value.pages.writing}</ViewLink>
        )}
        <ViewLink change={{ page: 'stories', contribution: null }}>{text.all}</ViewLink>
      </p>
    </section>
  );
}
