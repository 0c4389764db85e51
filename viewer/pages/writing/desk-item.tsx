import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeskBody, DeskContributionBody } from '../../data/contract.ts';
import { readOnDesk } from '../../data/contributions.ts';
import { StoryNotes, StoryText, writeSubject } from '../../figures/stories/story-text.tsx';
import { contributionWords } from '../../state/screen/contribution-words.ts';
import { Waiting } from '../page-to-read.tsx';
import { DeskActions } from './desk-actions.tsx';
import { nameState } from './desk-lists.tsx';
import { draftOf } from './draft.ts';
import { Editor } from './editor.tsx';
import { History } from './history.tsx';
import { explain } from './sending.ts';
import { Warnings } from './warnings.tsx';

interface DeskItemProps {
  readonly id: number;
  readonly desk: DeskBody;
  readonly leave: () => void;
}

/** One contribution as those who write and edit see it: as it will be read, what may be done with it, and how it came about. */
export function DeskItem({ id, desk, leave }: DeskItemProps) {
  const { desk: text, kinds } = contributionWords.value;
  const found = useSignal<DeskContributionBody | null>(null);
  const refusal = useSignal<string | null>(null);
  const isEditing = useSignal(false);
  useEffect(() => {
    readOnDesk(id).then(
      (answer) => {
        found.value = answer;
      },
      (error: unknown) => {
        refusal.value = explain(error);
      },
    );
  }, []);
  const back = (
    <button type="button" class="button" onClick={leave}>
      {text.toList}
    </button>
  );
  if (refusal.value)
    return (
      <>
        <p class="page-note" role="alert">
          {refusal.value}
        </p>
        {back}
      </>
    );
  const one = found.value;
  if (!one) return <Waiting />;
  if (isEditing.value)
    return (
      <Editor
        desk={desk}
        draft={draftOf(one)}
        seen={one}
        leave={() => {
          isEditing.value = false;
        }}
        saved={(answer) => {
          found.value = answer;
          isEditing.value = false;
        }}
      />
    );
  const subject = writeSubject(one);
  return (
    <>
      {back}
      <article aria-labelledby="desk-title">
        <h2 id="desk-title" lang={one.lang}>
          {one.title}
        </h2>
        <p class="soft">
          {kinds[one.kind]}
          {subject && <> · {contributionWords.value.read.about(subject)}</>}
          <span class="status">{nameState(one)}</span>
        </p>
        {one.remark && <p class="page-note">{text.asked(one.remark)}</p>}
        <StoryNotes story={one} />
        <StoryText story={one} isOnDesk />
      </article>
      <Warnings found={one.warnings} />
      <DeskActions
        one={one}
        isAdministrator={desk.isAdministrator}
        edit={() => {
          isEditing.value = true;
        }}
        changed={(answer) => {
          found.value = answer;
        }}
        removed={leave}
      />
      <History revisions={one.revisions} />
    </>
  );
}
