import { computed, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { offerPractices, type PracticeOffer } from '../../../geodata/contribution/practice-offer.ts';
import { nameInMunicipality } from '../../figures/practices/area-name.ts';
import { type OfferedPractice, readOffered } from '../../figures/practices/offered.ts';
import '../../figures/practices/practices.css';
import { StoryNotes } from '../../figures/stories/story-text.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { municipalityOf } from '../../state/area/selection.ts';
import { shown, shownParts } from '../../state/catalog.ts';
import { listSameSubject } from '../../state/contributions.ts';
import { createResource } from '../../state/resource.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import type { DifferenceRow } from './rows.ts';

/** How many areas are named of those that a practice is offered for. */
const mostNamed = 8;

/** Whether the section is on screen: nothing is fetched before. */
const isDrawn = signal(false);
const wanted = computed(() => {
  const [address, level] = [shown.value?.indicator, shownParts.level.value];
  return isDrawn.value && address && level
    ? { indicator: listSameSubject(address), level, carry: shownParts.carry.value }
    : null;
});
const found = createResource(wanted, readOffered);

/** What others did about the same problem, where it is found. */
export function PracticesSection({ rows }: { readonly rows: readonly DifferenceRow[] }) {
  const { read: text } = practiceWords.value;
  useEffect(() => {
    isDrawn.value = true;
    return () => {
      isDrawn.value = false;
    };
  }, []);
  const known = found.current.value;
  if (!known) return null;
  const offers = offerPractices(known.practices, rows, known.peersOf);
  if (offers.length === 0) return null;
  return (
    <section class="practices-section" aria-labelledby="practices">
      <h3 id="practices">{text.offered}</h3>
      <p class="soft small">{text.noCause}</p>
      <ul class="story-list">
        {offers.map((offer) => (
          <li key={offer.practice.story.id}>
            <Offer offer={offer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offer({
  offer: { practice, alike, others },
}: {
  readonly offer: PracticeOffer<OfferedPractice, DifferenceRow>;
}) {
  const { read: text } = practiceWords.value;
  const { story } = practice;
  const name = (areas: readonly DifferenceRow[], most: number) => {
    const named = areas
      .slice(0, most)
      .map(({ code, name: own }) => nameInMunicipality(own, municipalityOf(code)));
    return areas.length > most ? text.andMore(named.join(', '), areas.length - most) : named.join(', ');
  };
  const sayOthers = alike.length > 0 ? text.forOthersToo : text.forAreas;
  return (
    <>
      <ViewLink class="story-title" change={{ page: 'contribution', contribution: story.id }}>
        <span lang={story.lang}>{story.title}</span>
      </ViewLink>
      {story.place && <span class="soft small"> · {story.place.name}</span>}
      <StoryNotes story={story} />
      {alike.length > 0 && <p class="small">{text.forAlike(name(alike, mostNamed))}</p>}
      {others.length > 0 && (
        <p class="small">{sayOthers(name(others, Math.max(1, mostNamed - alike.length)))}</p>
      )}
    </>
  );
}
