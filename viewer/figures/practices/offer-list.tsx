import type { PracticeOffer } from '../../../geodata/contribution/practice-offer.ts';
import { formatDay } from '../../../geodata/day.ts';
import { ViewLink } from '../../parts/view-link.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { language } from '../../state/link/view.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { StoryNotes } from '../stories/story-text.tsx';
import { nameInMunicipality } from './area-name.ts';
import type { OfferedPractice } from './offered.ts';
import './practices.css';

interface OfferListProps {
  /** For one area. */
  readonly offers: readonly PracticeOffer<OfferedPractice, unknown>[];
}

/** Practices that are offered to one area: which, from where and since when, and whether that place is like it. */
export function OfferList({ offers }: OfferListProps) {
  const { read: text } = practiceWords.value;
  if (offers.length === 0) return null;
  return (
    <section class="practices-section" aria-label={text.offered}>
      <h3>{text.offered}</h3>
      <ul class="story-list">
        {offers.map(({ practice: { story }, alike }) => (
          <li key={story.id}>
            <ViewLink class="story-title" change={{ page: 'contribution', contribution: story.id }}>
              <span lang={story.lang}>{story.title}</span>
            </ViewLink>
            <p class="soft small">
              {story.place &&
                `${nameInMunicipality(story.place.name, municipalityOf(story.place.code))}, ${text.since(formatDay(story.practice.beganOn, language.value))}. `}
              {alike.length > 0 && text.isAlike}
            </p>
            <StoryNotes story={story} />
          </li>
        ))}
      </ul>
      <p class="soft small">{text.noCause}</p>
    </section>
  );
}
