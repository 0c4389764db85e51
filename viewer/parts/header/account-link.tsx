import { useEffect } from 'preact/hooks';
import { fetchSession, session } from '../../state/account.ts';
import { view } from '../../state/link/view.ts';
import { afterMaps } from '../../state/screen/drawing.ts';
import { words } from '../../state/screen/words.ts';
import { Icon } from '../icon.tsx';
import { ViewLink } from '../view-link.tsx';

/** The way to sign in, or the name of who is; nothing where nobody can. Asked for when the maps are there. */
export function AccountLink() {
  useEffect(() => afterMaps(() => void fetchSession()), []);
  const known = session.value;
  if (!known?.isOn) return null;
  const { person } = known;
  const isIn = person !== null && known.secondFactor !== null;
  const page = isIn ? 'account' : 'sign-in';
  const name = isIn ? person.name : words.value.pages['sign-in'];
  return (
    <>
      {isIn && <StartLink />}
      <ViewLink
        class="tool tool-named account-link"
        aria-label={isIn ? `${words.value.pages.account}: ${name}` : name}
        change={{ page }}
        current={view.value.page === page}
      >
        <Icon name="person" />
        <span>{name}</span>
      </ViewLink>
    </>
  );
}

/** The way to the page where who is signed in begins. */
function StartLink() {
  const { pages } = words.value;
  return (
    <ViewLink
      class="tool tool-named start-link"
      aria-label={pages.start}
      change={{ page: 'start' }}
      current={view.value.page === 'start'}
    >
      <Icon name="start" />
      <span>{pages.start}</span>
    </ViewLink>
  );
}
