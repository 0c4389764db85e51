import { useSignal } from '@preact/signals';
import type { ContributionBody, ContributionSummaryBody } from '../../data/contract.ts';
import { readContribution } from '../../data/contributions.ts';
import { isAbort } from '../../data/request.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { words } from '../../state/screen/words.ts';
import { StoryNotes, StoryText, writeSubject } from './story-text.tsx';

interface StoryListProps {
  readonly stories: readonly ContributionSummaryBody[];
  /** Whether each says what it is about, where that is not plain. */
  readonly isMixed?: boolean;
}

/** Stories by their titles, each to unfold and read; its text is fetched then. */
export function StoryList({ stories, isMixed = false }: StoryListProps) {
  return (
    <ul class="story-list">
      {stories.map((story) => (
        <li key={story.id}>
          <StoryFold story={story} isMixed={isMixed} />
        </li>
      ))}
    </ul>
  );
}

function StoryFold({
  story,
  isMixed,
}: {
  readonly story: ContributionSummaryBody;
  readonly isMixed: boolean;
}) {
  const whole = useSignal<ContributionBody | null>(null);
  const failed = useSignal(false);
  const { kinds, read: text } = contributionWords.value;
  const subject = isMixed ? writeSubject(story) : '';
  const open = async () => {
    if (whole.value) return;
    try {
      failed.value = false;
      whole.value = await readContribution(story.id, new AbortController().signal);
    } catch (error) {
      if (!isAbort(error)) failed.value = true;
    }
  };
  return (
    <details class="story" onToggle={(event) => event.currentTarget.open && void open()}>
      <summary>
        <span class="story-title" lang={story.lang}>
          {story.title}
        </span>
        {isMixed && (
          <span class="soft small story-subject">
            {kinds[story.kind]}
            {subject && <> · {subject}</>}
          </span>
        )}
      </summary>
      <StoryNotes story={story} />
      {whole.value && <StoryText story={whole.value} />}
      {failed.value && <p role="alert">{words.value.notices.failed}</p>}
      <p class="small story-open">
        <ViewLink change={{ page: 'contribution', contribution: story.id }}>{text.openWhole}</ViewLink>
      </p>
    </details>
  );
}
