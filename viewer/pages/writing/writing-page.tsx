import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeskBody } from '../../data/contract.ts';
import { type Draft, readDesk } from '../../data/contributions.ts';
import { SignInLink } from '../../parts/notice/sign-in-link.tsx';
import { isSignedIn, mayTakePart } from '../../state/account.ts';
import { adoptedPractice } from '../../state/contributions.ts';
import { changeView, viewParts } from '../../state/link/view.ts';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { documentWords } from '../../state/screen/document-words.ts';
import { practiceWords } from '../../state/screen/practice-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { BelongsSection } from './belongs-section.tsx';
import { DeskItem } from './desk-item.tsx';
import { DeskLists } from './desk-lists.tsx';
import { beginAdoption, beginDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { explain } from './sending.ts';
import './writing.css';

/** What whoever is signed in has written, what waits for him to be read, and where to write. */
export function WritingPage() {
  const { desk: text } = contributionWords.value;
  const desk = useSignal<DeskBody | null>(null);
  const refusal = useSignal<string | null>(null);
  const begun = useSignal<Draft | null>(null);
  const chosen = viewParts.contribution.value;
  const read = async () => {
    try {
      desk.value = await readDesk();
      refusal.value = null;
      const practice = adoptedPractice.peek();
      if (practice !== null) begun.value = beginAdoption(practice, desk.value);
      adoptedPractice.value = null;
    } catch (error) {
      refusal.value = explain(error);
    }
  };
  useEffect(() => void read(), []);
  if (refusal.value)
    return (
      <>
        <p class="page-note">{explainRefusal(refusal.value)}</p>
        <SignInLink />
      </>
    );
  if (!desk.value) return <Waiting />;
  const known = desk.value;
  const leave = () => {
    begun.value = null;
    changeView({ contribution: null });
    void read();
  };
  if (chosen !== null) return <DeskItem key={chosen} id={chosen} desk={known} leave={leave} />;
  if (begun.value)
    return (
      <Editor
        desk={known}
        draft={begun.value}
        seen={null}
        leave={leave}
        saved={({ id }) => {
          begun.value = null;
          changeView({ contribution: id }, 'replace');
        }}
      />
    );
  const begin = (kind: Draft['kind'], more: Partial<Draft> = {}) => {
    begun.value = { ...beginDraft(kind, known), ...more };
  };
  return (
    <>
      <p class="page-intro">{text.intro}</p>
      <div class="form-buttons">
        <button type="button" class="button button-main" onClick={() => begin('story')}>
          {text.newStory}
        </button>
        <button type="button" class="button" onClick={() => begin('practice')}>
          {practiceWords.value.form.begin}
        </button>
        <button type="button" class="button" onClick={() => begin('document')}>
          {documentWords.value.form.begin}
        </button>
        {known.municipalities.length > 0 && (
          <button type="button" class="button" onClick={() => begin('news')}>
            {text.newNews}
          </button>
        )}
      </div>
      <DeskLists rows={known.rows} />
      <BelongsSection desk={known} begin={(more) => begin('story', more)} />
    </>
  );
}

/** Who has not signed in is asked to, who only reads is told so; for anybody else it is what went wrong. */
function explainRefusal(reason: string): string {
  const { desk: text } = contributionWords.value;
  if (!isSignedIn()) return text.signIn;
  return mayTakePart() ? reason : text.readOnly;
}
