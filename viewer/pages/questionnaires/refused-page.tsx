import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { isSignedIn } from '../../state/account.ts';
import { questionnaireWords } from '../../state/screen/questionnaire-words.ts';

/** Says to who has not signed in that he should, and to others why nothing is there for them. */
export function RefusedPage({ kind, reason }: { readonly kind: string; readonly reason: string }) {
  const { list } = questionnaireWords.value;
  const text = kind === 'forbidden' ? list.notYours : isSignedIn() ? reason : list.signIn;
  return (
    <>
      <p class="page-note">{text}</p>
      {kind !== 'forbidden' && <SignInLink />}
    </>
  );
}
