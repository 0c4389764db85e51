import { isSignedIn } from '../../state/account.ts';
import { words } from '../../state/screen/words.ts';
import { ViewLink } from '../view-link.tsx';

/** A way to sign in, where more may be seen by who does; nothing for who has. */
export function SignInLink() {
  if (isSignedIn()) return null;
  return (
    <ViewLink class="button" change={{ page: 'sign-in' }}>
      {words.value.notices.signIn}
    </ViewLink>
  );
}
