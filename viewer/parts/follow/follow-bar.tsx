import { useSignal } from '@preact/signals';
import { following, returnToPresenter, stopFollowing, told } from '../../state/follow/following.ts';
import { endLeading, followers, isCutOff } from '../../state/follow/leading.ts';
import { led } from '../../state/follow/session.ts';
import { viewParts } from '../../state/link/view.ts';
import { meetingWords } from '../../state/screen/meeting-words.ts';
import { Icon } from '../icon.tsx';
import { SignInLink } from '../notice/sign-in-link.tsx';
import { QrCode } from '../share/qr-code.tsx';
import '../share/share.css';
import './follow-bar.css';

/** Says that the page follows somebody, or that others follow it, with the ways out. */
export function FollowBar() {
  return (
    <>
      {led.value && <LeadingBar code={led.value.code} />}
      {viewParts.follow.value !== null && <FollowingBar />}
    </>
  );
}

/** For who presents: where others go to follow, how many do, and how to end it. */
export function LeadingBar({ code }: { readonly code: string }) {
  const text = meetingWords.value.follow;
  const hasCode = useSignal(false);
  const url = `${location.origin}/volg/${code}`;
  return (
    <aside class="follow-bar" aria-label={text.leading}>
      <p>
        {text.goTo} <b class="follow-code">{url.replace(/^https?:\/\//, '')}</b>
      </p>
      <p role="status">{isCutOff.value ? text.cutOff : text.followers(followers.value ?? 0)}</p>
      <button
        type="button"
        class="button"
        aria-expanded={hasCode.value}
        onClick={() => {
          hasCode.value = !hasCode.value;
        }}
      >
        {text.qr}
      </button>
      <button type="button" class="button" onClick={() => void endLeading()}>
        {text.end}
      </button>
      {hasCode.value && <QrCode url={url} />}
    </aside>
  );
}

/** For who follows: what is said of the slide, and how to look around and come back. */
function FollowingBar() {
  const text = meetingWords.value.follow;
  const how = following.value;
  const state = told.value;
  const slide = how === 'following' || how === 'lost' ? state?.slide : null;
  return (
    <aside class="follow-bar" aria-label={text.following}>
      <div class="follow-said" role="status">
        {slide?.title ? <p class="follow-title">{slide.title}</p> : null}
        {slide?.sentence ? <p>{slide.sentence}</p> : null}
        <p class="soft">
          {text.states[how]}
          {slide && ` ${meetingWords.value.player.place(slide.number, slide.count)}.`}
        </p>
        {state !== null && state.hidden > 0 && how === 'following' && <p>{text.hidden(state.hidden)}</p>}
      </div>
      {how === 'closed' && <SignInLink />}
      {how === 'away' && (
        <button type="button" class="button button-main" aria-keyshortcuts="Home" onClick={returnToPresenter}>
          {text.back} <kbd class="follow-key">Home</kbd>
        </button>
      )}
      <button type="button" class="button follow-stop" onClick={stopFollowing} title={text.stop}>
        <Icon name="close" />
        <span>{text.stop}</span>
      </button>
    </aside>
  );
}
