import { signInAddress } from '../../data/seen-as.ts';
import { words } from '../../state/screen/words.ts';

/** A way to sign in, where more may be seen by who does. */
export function SignInLink() {
  return (
    <a class="button" href={signInAddress}>
      {words.value.notices.signIn}
    </a>
  );
}
