import { computed } from '@preact/signals';
import { readContributions } from '../../data/contributions.ts';
import { StoryList } from '../../figures/stories/story-list.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { isSignedIn, mayTakePart } from '../../state/account.ts';
import { listSameSubject } from '../../state/contributions.ts';
import { createResource } from '../../state/resource.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { policyWords } from '../../state/screen/policy-words.ts';
import { sharedList } from './shared-lists.ts';

const wanted = computed(() => {
  const list = sharedList.value;
  if (!list || list.areas.length === 0) return null;
  return { area: list.areas.map(({ area }) => area), subjects: listSameSubject(list.indicator) };
});

/** What was written about the problem in any of the areas, or about an area as a whole; what is done there too. */
const stories = createResource(wanted, async ({ area, subjects }, abort) => {
  const found = await readContributions({ area }, abort);
  return found.filter(
    ({ kind, indicator }) =>
      kind !== 'document' && kind !== 'news' && (indicator === null || subjects.includes(indicator)),
  );
});

/** What those who work on the list tell each other: everybody sees what is for him. */
export function StoriesSection() {
  const { lists } = policyWords.value;
  const found = stories.current.value;
  if (!found) return null;
  return (
    <section aria-labelledby="stories">
      <h2 id="stories">{lists.stories}</h2>
      {found.length === 0 ? <p class="soft">{lists.noStories}</p> : <StoryList stories={found} isMixed />}
      {mayTakePart() ? (
        <p class="for-writers">
          <ViewLink change={{ page: 'writing', contribution: null }}>
            {contributionWords.value.read.write}
          </ViewLink>
        </p>
      ) : (
        !isSignedIn() && <p class="soft list-sign-in">{lists.storiesForPartners}</p>
      )}
    </section>
  );
}
