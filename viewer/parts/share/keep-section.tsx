import { presentationLimits, writeSlideAddress } from '../../../geodata/presentation/presentation.ts';
import { beginLeading } from '../../state/follow/leading.ts';
import { led } from '../../state/follow/session.ts';
import { view } from '../../state/link/view.ts';
import { addSlide, draft } from '../../state/presentation/draft.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { shownMap } from '../../state/screen/shown-map.ts';
import { ViewLink } from '../view-link.tsx';
import { nameSeen } from './shared-view.ts';

interface KeepSectionProps {
  /** Says what was done. */
  readonly tell: (message: string) => void;
}

/** Keeps what is on the maps as a slide of the presentation that is being collected. */
export function KeepSection({ tell }: KeepSectionProps) {
  const text = meetingWords.value.keep;
  const count = draft.value.slides.length;
  const keep = () => {
    const pinned = shownMap.peek()?.describePinned() ?? '';
    const number = addSlide({
      address: writeSlideAddress(view.peek()),
      title: nameSeen().slice(0, presentationLimits.title),
      sentence: pinned && `${pinned}.`.slice(0, presentationLimits.sentence),
      notes: '',
    });
    tell(number === null ? text.full : text.kept(number));
  };
  const lead = () =>
    void beginLeading().then(
      () => tell(meetingWords.value.follow.begun(`${location.host}/volg/${led.peek()?.code}`)),
      () => tell(meetingWords.value.follow.notBegun),
    );
  return (
    <section aria-labelledby="share-keep">
      <h3 id="share-keep">{text.title}</h3>
      <p class="soft small">{text.hint}</p>
      <div class="share-actions">
        <button type="button" class="button" onClick={keep}>
          {text.keep}
        </button>
        {!led.value && (
          <button type="button" class="button" onClick={lead}>
            {meetingWords.value.follow.begin}
          </button>
        )}
        <ViewLink class="button" change={{ page: 'presentation', slides: null, presentation: null }}>
          {text.open(count)}
        </ViewLink>
      </div>
    </section>
  );
}
