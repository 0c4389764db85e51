import { useEffect } from 'preact/hooks';
import { isRestricted } from '../../../geodata/presentation/restriction.ts';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { ViewLink } from '../../parts/view-link.tsx';
import { fetchSession, isSignedIn, session } from '../../state/account.ts';
import { viewParts } from '../../state/link/view.ts';
import { draft, replaceDraft } from '../../state/presentation/draft.ts';
import {
  isPresentedKnown,
  keptPresentation,
  presented,
  presentedFrom,
} from '../../state/presentation/presented.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { DraftEditor } from './draft-editor.tsx';
import { KeptList } from './kept-list.tsx';
import { PlayBar } from './play-bar.tsx';
import '../page.css';
import '../../parts/form/form.css';
import './presentation.css';

/** A presentation: the one of the link, or the one that is being collected in this browser. */
export function PresentationPage() {
  const text = meetingWords.value.page;
  useEffect(() => {
    if (session.peek() === null) void fetchSession();
  }, []);
  return (
    <>
      <p class="page-intro">{text.intro}</p>
      {presentedFrom.value === 'draft' ? <DraftEditor /> : <Opened />}
      {isSignedIn() && <KeptList />}
    </>
  );
}

/** What the link names or holds, to read, to play and to take over. */
function Opened() {
  const text = meetingWords.value.page;
  const found = presented.value;
  if (!found) {
    if (!isPresentedKnown.value) return <Waiting />;
    const isInLink = presentedFrom.value === 'link';
    return (
      <>
        <p class="page-note">{isInLink ? text.unreadable : text.unknown}</p>
        <p class="page-tools">
          {!isInLink && !isSignedIn() && <SignInLink />}
          <ViewLink change={{ slides: null, presentation: null }}>{text.toDraft}</ViewLink>
        </p>
      </>
    );
  }
  const kept = viewParts.presentation.value === null ? null : keptPresentation.current.value;
  const hidden = found.slides.filter(isRestricted).length;
  return (
    <>
      <h2>{found.title || text.untitled}</h2>
      {!kept && <p class="soft">{text.inLink}</p>}
      {!kept && found.slides.some(({ notes }) => notes !== '') && <p class="soft">{text.notesInLink}</p>}
      {kept && (
        <p class="soft">
          {text.sharedWith}: {kept.organisation ?? text.sharings[kept.sharedWith]}
        </p>
      )}
      {hidden > 0 && <p class="page-note">{text.hidden(hidden)}</p>}
      <PlayBar presentation={found} />
      <ol class="presentation-slides">
        {found.slides.map((slide, index) => (
          <li key={index}>
            <h3>{slide.title || text.slide(index + 1)}</h3>
            {isRestricted(slide) ? <p class="soft">{text.hiddenSlide}</p> : <p>{slide.sentence}</p>}
            {slide.notes && (
              <p class="soft small">
                {text.notes}: {slide.notes}
              </p>
            )}
          </li>
        ))}
      </ol>
      <p class="page-tools">
        <ViewLink
          class="button"
          change={{ slides: null, presentation: null }}
          onFollow={() => {
            const { title, slides } = found;
            replaceDraft({ title, slides }, kept?.isOwn ? { id: kept.id, version: kept.version } : null);
          }}
        >
          {text.edit}
        </ViewLink>
        {draft.value.slides.length > 0 && <span class="soft small">{text.editReplaces}</span>}
      </p>
    </>
  );
}
