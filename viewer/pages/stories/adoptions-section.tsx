import { computed } from '@preact/signals';
import { formatDay } from '../../../geodata/day.ts';
import { readContributions } from '../../data/contributions.ts';
import '../../figures/practices/practices.css';
import { StoryNotes } from '../../figures/stories/story-text.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { mayTakePart } from '../../state/account.ts';
import { adoptedPractice } from '../../state/contributions.ts';
import { changeView, language } from '../../state/link/view.ts';
import { createResource } from '../../state/resource.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { OutcomeNote } from './outcome/measured-outcome.tsx';
import { shownContribution } from './shown-contribution.ts';

const wanted = computed(() => {
  const shown = shownContribution.current.value;
  return shown?.kind === 'practice' ? { kind: 'adoption' as const, practice: shown.id } : null;
});
const adoptions = createResource(wanted, readContributions);

/** Where a practice is done too and how that goes, and the way to say so. */
export function AdoptionsSection({ practice: id }: { readonly practice: number }) {
  const { read: text } = practiceWords.value;
  const rows = adoptions.current.value;
  return (
    <section class="practices-section">
      <h3>{text.others}</h3>
      {rows?.length === 0 && <p class="soft">{text.noOthers}</p>}
      <ul class="story-list">
        {rows?.map((one) => (
          <li key={one.id}>
            <ViewLink class="story-title" change={{ page: 'contribution', contribution: one.id }}>
              <span lang={one.lang}>{one.title}</span>
            </ViewLink>
            <span class="soft small">
              {one.place && ` · ${one.place.name}`}
              {one.adoption && `, ${text.since(formatDay(one.adoption.beganOn, language.value))}`}
            </span>
            <StoryNotes story={one} />
            <OutcomeNote of={one.id} />
          </li>
        ))}
      </ul>
      {mayTakePart() && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              adoptedPractice.value = id;
              changeView({ page: 'writing', contribution: null });
            }}
          >
            {text.doToo}
          </button>
        </p>
      )}
    </section>
  );
}
